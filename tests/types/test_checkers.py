"""Three type checkers check programs as users write them. Comments in the programs name the expected errors."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAMS = Path(__file__).parent / "programs"
MYPY = ["-m", "mypy", "--strict", "--no-error-summary", "--hide-error-context", "--no-pretty", "--no-incremental"]
PYRIGHT = ["-m", "pyright"]
PYREFLY = ["-m", "pyrefly", "check", "--output-format", "min-text"]
CHECKERS = {
    "mypy": [*MYPY, "--enable-error-code=deprecated", "--enable-error-code=unused-awaitable"],
    "pyright": PYRIGHT,
    "pyrefly": PYREFLY,
}
CONFIGURATION = {
    "pyrightconfig.json": '{"typeCheckingMode": "strict", "reportDeprecated": "error"}',
    "pyrefly.toml": '[errors]\ndeprecated = "error"\n',
}


def reported(checker: str, program: str, folder: Path) -> set[int]:
    """Return the lines that a checker reports in a program.

    The program is copied to a folder outside of the project.
    """
    shutil.copy(PROGRAMS / program, folder)
    for name, text in CONFIGURATION.items():
        (folder / name).write_text(text)
    # pyright asks the first python on PATH where packages are.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        [sys.executable, *CHECKERS[checker], program],
        cwd=folder,
        env={**os.environ, "PATH": path, "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1", "PYRIGHT_PYTHON_GLOBAL_NODE": "off"},
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    found = [line for line in said.splitlines() if re.search(r"\b(error|ERROR|WARN)\b", line)]
    found = [match[1] for line in found if (match := re.search(rf"{program}:(\d+)", line))]
    assert found or done.returncode == 0, said
    return {int(line) for line in found}


def expected(program: str) -> set[int]:
    lines = (PROGRAMS / program).read_text().splitlines()
    return {number for number, line in enumerate(lines, 1) if re.search(r"# (error|deprecated): ", line)}


@pytest.mark.parametrize("checker", CHECKERS)
@pytest.mark.parametrize("program", ["good.py", "bad.py", "deprecated.py"])
def test_a_checker_reports_the_mistakes_and_nothing_else(checker: str, program: str, tmp_path: Path) -> None:
    assert reported(checker, program, tmp_path) == expected(program)
