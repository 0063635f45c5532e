"""Checks of plain English that a program can make: how docstrings begin, and phrases that are hard to understand."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("honeyhive", "honeyhive_server", "generator", "generated", "benchmarks", "examples", "languages", "tests")
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        ROOT / "honeyhive" / "skill" / "SKILL.md",
        *(ROOT / "docs").rglob("*.md"),
        ROOT / "Makefile",
        ROOT / "openapi.yaml",
    ]
)
MODULES = sorted(
    file for folder in FOLDERS for file in (ROOT / folder).rglob("*.py") if file != Path(__file__).resolve()
)
QUESTION = re.compile(r"(what|who|whom|whose|where|how|whether|when|which|why)\b", re.IGNORECASE)
BANNED = re.compile(
    r"\b(?:turns? of the interpreter|calls? of the system|that is none|what is none|so many|a text\b|says its"
    r"|tells the\b|anew\b|goes on\b|the house\b|slanted|the books\b|how manieth|stands in\b"
    r"|the way of a\b|whatever is\b|(?<!there )\b(?:is|are) no [a-z]|in the words of|what is meant)",
    re.IGNORECASE,
)
ALLOWED = re.compile(
    r"\bthere (?:is|are) no|if (?:there )?is no\b|\bis no longer\b|\bare no longer\b|is no more\b", re.IGNORECASE
)


def docstrings(file: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of every docstring, including the docstrings of attributes."""
    for node in ast.walk(ast.parse(file.read_text())):
        for inner in getattr(node, "body", []) if isinstance(getattr(node, "body", None), list) else []:
            if isinstance(inner, ast.Expr) and isinstance(inner.value, ast.Constant) and type(inner.value.value) is str:
                yield inner.lineno, inner.value.value


def phrases(file: Path) -> list[str]:
    """Return each banned phrase with its place."""
    return [
        f"{file.relative_to(ROOT)}:{number}: {match[0]!r}: {line.strip()[:100]}"
        for number, line in enumerate(file.read_text().splitlines(), 1)
        for match in BANNED.finditer(ALLOWED.sub("", line))
    ]


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_docstring_begins_with_a_question_word(folder: str) -> None:
    found = [
        f"{name_of(file)}:{line}: {text.strip().splitlines()[0][:80]}"
        for file in MODULES
        if file.is_relative_to(ROOT / folder)
        for line, text in docstrings(file)
        if QUESTION.match(text.strip())
    ]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_module_has_a_banned_phrase(folder: str) -> None:
    found = [line for file in MODULES if file.is_relative_to(ROOT / folder) for line in phrases(file)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("file", PAGES, ids=name_of)
def test_no_page_has_a_banned_phrase(file: Path) -> None:
    assert not phrases(file), "\n".join(phrases(file))


def test_file_names_and_class_names_occur_once() -> None:
    """Exempt are names that Python prescribes, public modules, generated code, and programs such as benchmarks."""
    files: dict[str, list[str]] = {}
    classes: dict[str, list[str]] = {}
    for file in MODULES:
        if name_of(file).split("/")[0] in ("honeyhive", "honeyhive_server", "generator"):
            if file.name not in ("__init__.py", "__main__.py") and file.parent != ROOT / "honeyhive":
                files.setdefault(file.name, []).append(name_of(file))
            for node in ast.parse(file.read_text()).body:
                if isinstance(node, ast.ClassDef):
                    classes.setdefault(node.name, []).append(name_of(file))

    twice = {name: places for name, places in (files | classes).items() if len(places) > 1 and name not in SAME}
    assert not twice, "\n".join(f"{name}: {', '.join(places)}" for name, places in sorted(twice.items()))


_ROW = "the generator's part and the class of the generated package that it renders"
SAME: dict[str, str] = {
    "EmptyList": _ROW,
    "Field": _ROW,
    "Nested": _ROW,
    "Operation": _ROW,
    "Pages": "the type of an iterator over the pages of a list, and the pages of the viewer",
    "Paging": _ROW,
    "Split": _ROW,
    "errors.py": "the generated errors, and those that the SDK adds to them",
}
"""Names that may occur twice, each with the reason."""


if __name__ == "__main__":
    for place in (*MODULES, *PAGES):
        sys.stdout.write("".join(f"{line}\n" for line in phrases(place)))
