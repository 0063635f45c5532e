"""Type-checks example programs against the packages that two documents generate."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from ...document import Document, DocumentError
from .report import ProgramsBroken

CORPUS: Final = ("examples/**/*.py", "tests/types/programs/*.py", "README.md", "docs/*.md")
"""Programs in this project's documentation and tests."""

_PACKAGE: Final = "honeyhive_api"
_BLOCK: Final = re.compile(r"^```(?:python|py)\n(.*?)^```", re.DOTALL | re.MULTILINE)
_ERROR: Final = re.compile(r"(?P<file>p\d+)\.py:(?P<line>\d+): error: (?P<what>.*)")
_MYPY: Final = (
    *("--no-error-summary", "--hide-error-context", "--no-pretty", "--no-color-output", "--follow-imports=silent"),
    *("--ignore-missing-imports", "--check-untyped-defs", "--no-site-packages", "--config-file="),
)

Errors = set[tuple[str, int, str]]
"""Errors of mypy, each as (program, line, message)."""


def broken_programs(root: Path, old: Document, new: Document, patterns: Iterable[str] = CORPUS) -> ProgramsBroken:
    """Return the programs that fail with the new document's package but not with the old document's package."""
    programs = dict(_programs(root, patterns))
    with TemporaryDirectory() as name:
        folder = Path(name)
        shown = {}
        for index, (place, text) in enumerate(programs.items()):
            (folder / f"p{index}.py").write_text(text, encoding="utf-8")
            shown[f"p{index}"] = place
        before, after = (_errors(root, folder, document, side) for document, side in ((old, "old"), (new, "new")))
    errors: dict[str, list[str]] = {}
    failing = {(program, line) for program, line, _ in before}
    for program, line, what in sorted(one for one in after if one[:2] not in failing):
        errors.setdefault(shown[program], []).append(f"{shown[program]}:{line}: {what}")
    return ProgramsBroken(len(programs), errors)


def _programs(root: Path, patterns: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield (place, source) of each program. The code blocks of a page form one program, each on its own lines."""
    for file in dict.fromkeys(file for pattern in patterns for file in sorted(root.glob(pattern))):
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".md":
            text = _blocks(text)
        if text.strip() and _is_python(text):
            yield str(file.relative_to(root)), text


def _blocks(page: str) -> str:
    """Return the Python blocks of a page, on their original lines."""
    lines = [""] * (page.count("\n") + 1)
    for block in _BLOCK.finditer(page):
        if _is_python(block[1]):
            start = page.count("\n", 0, block.start(1))
            code = block[1].splitlines()
            lines[start : start + len(code)] = code
    return "\n".join(lines)


def _is_python(text: str) -> bool:
    """Return True if mypy can parse the code. A file that mypy cannot parse would end the run for all programs."""
    try:
        compile(text, "program", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT | ast.PyCF_ONLY_AST)
    except SyntaxError:
        return False
    return True


def _errors(root: Path, folder: Path, document: Document, side: str) -> Errors:
    packages = folder / side
    packages.mkdir()
    (spec := packages / "openapi.yaml").write_text(document.text, encoding="utf-8")
    _run([sys.executable, "-m", "generator", "--spec", str(spec), "--out", str(packages / _PACKAGE)], root, {})
    (packages / _PACKAGE / "py.typed").touch()
    command = [sys.executable, "-m", "mypy", *_MYPY, f"--cache-dir={packages / 'cache'}"]
    programs = [file.name for file in sorted(folder.glob("p*.py"))]
    output = _run([*command, *programs], folder, {"MYPYPATH": f"{packages}{os.pathsep}{root}"}, accept=(0, 1))
    found = (_ERROR.match(line) for line in output.splitlines())
    return {(match["file"], int(match["line"]), match["what"]) for match in found if match}


def _run(command: list[str], folder: Path, environment: dict[str, str], accept: tuple[int, ...] = (0,)) -> str:
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode not in accept:
        raise DocumentError((done.stderr or done.stdout).strip() or f"{command[2]} failed")
    return done.stdout
