"""docs/troubleshooting.md has an entry for each error class, and for each line that the code writes to the log."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import honeyhive.errors

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "troubleshooting.md").read_text()
METHODS = {"warn", "warn_once", "recovered", "info", "warning", "error", "exception"}
"""Methods of a logger that write a line. DEBUG is left out, because the page describes these lines in one sentence."""
LOGGERS = {"log", "kept", "notices", "tracer", "logger", "self", "getlogger('honeyhive')"}
SECTIONS = {
    "Lines in the log": ("honeyhive", "generated"),
    "Lines in the log of the local server": ("honeyhive_server",),
}
"""Headings of the page, with the packages that write the log lines below each heading."""
HOLE = "…"
"""Stands for a part of a line that is known only at run time."""


def section(heading: str) -> str:
    found: str = re.split(rf"^#+ {re.escape(heading)}$", PAGE, flags=re.MULTILINE)[1]
    return re.split(r"^#", found, flags=re.MULTILINE)[0]


def entries(heading: str) -> list[str]:
    """Return the first cell of each row in the tables of a section, without backquotes."""
    return re.findall(r"^\| `([^`]+)`.*\|$", section(heading), flags=re.MULTILINE)


def texts(node: ast.expr, function: ast.AST, depth: int = 0) -> list[str]:
    """Return the strings that an expression may give. A part that is not in the source is replaced by the mark HOLE."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [re.sub(r"%\.?\d*[sdf]", HOLE, node.value)]
    if isinstance(node, ast.IfExp):
        return [*texts(node.body, function, depth), *texts(node.orelse, function, depth)]
    if isinstance(node, ast.JoinedStr):
        found = [""]
        for part in node.values:
            inner = part.value if isinstance(part, ast.FormattedValue) else part
            found = [before + after for before in found for after in texts(inner, function, depth)]
        return found
    if isinstance(node, ast.Name) and depth < 3:
        assigned = [
            one.value
            for one in ast.walk(function)
            if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name) and one.targets[0].id == node.id
        ]
        if assigned:
            return [text for value in assigned for text in texts(value, function, depth + 1)]
    return [HOLE]


def lines_of(package: str) -> Iterator[tuple[str, str]]:
    """Yield the place and the text of each line that the code of a package may write to the log."""
    for file in sorted((ROOT / package).rglob("*.py")):
        for function in ast.walk(ast.parse(file.read_text())):
            if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and writes(call.func):
                    message = call.args[1 if call.func.attr in ("warn", "warn_once") else 0]
                    # A line without constant text comes from another function, in which it is found.
                    found = [text for text in texts(message, function) if text.strip(HOLE)]
                    yield from ((f"{file.relative_to(ROOT)}:{call.lineno}", text) for text in found)


def writes(called: ast.Attribute) -> bool:
    """Return True for a method of a logger."""
    owner = ast.unparse(called.value).split(".")[-1].strip("_").lower()
    return called.attr in METHODS and owner in LOGGERS


def fits(entry: str, line: str) -> bool:
    """Return True if the entry, with "..." as a wildcard, matches the beginning of the line."""
    if not re.search(r"\w", entry):  # such an entry would describe every line
        return entry.replace("...", HOLE) == line
    return re.match(".*".join(map(re.escape, entry.split("..."))), line) is not None


@pytest.mark.parametrize("heading", SECTIONS)
def test_the_page_and_the_code_have_the_same_log_lines(heading: str) -> None:
    known = entries(heading)
    written = [found for package in SECTIONS[heading] for found in lines_of(package)]

    missing = [f"{place}: {line}" for place, line in written if not any(fits(one, line) for one in known)]
    assert not missing, "\n".join(missing)
    assert [one for one in known if not any(fits(one, line) for _, line in written)] == []


def test_each_error_class_has_an_entry() -> None:
    classes = {name for name in honeyhive.errors.__all__ if isinstance(getattr(honeyhive.errors, name), type)}

    assert classes - {"HoneyHiveError"} - set(entries("Errors of calls")) == set()
