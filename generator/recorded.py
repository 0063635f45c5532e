"""Files written for review: the list of methods, the table of operations and the command line page."""

import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from .document import SCOPED_BY, Document, DocumentError, Operation

METHODS_FILE = "tests/document/methods.txt"
CALLS_PAGE = "docs/calls.md"
CLI_PAGE = "docs/cli.md"

_METHODS_HEAD = """\
# A line for each operation: its method in the clients, its request, its host, the kinds of key that it accepts (the
# preferred kind first), `deprecated`, the argument that selects it if its method has two operations, and the method
# that iterates over all pages.
# Written by `make generate` for review, because these names are public.
"""


class CommandsPage:
    """The page of all commands, made by a separate process, because it imports the generated package."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._start()

    def _start(self) -> None:
        command = [sys.executable, "-m", "generator.cli_page"]
        self._process = subprocess.Popen(
            command, cwd=self._root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
        )

    def read(self, *, again: bool) -> str:
        """Return the text of the page.

        ``again`` makes the page a second time, for a changed package. Raises DocumentError.
        """
        if again:
            self._stop()
            self._start()
        text, faults = self._process.communicate()
        if self._process.returncode:
            reason = faults.strip().splitlines()[-1:] or [f"exit status {self._process.returncode}"]
            raise DocumentError(f"{CLI_PAGE}: the command line cannot be imported: {reason[0]}")
        return text

    def _stop(self) -> None:
        self._process.kill()
        self._process.communicate()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.returncode is None:
            self._stop()


def render_recorded(root: Path, document: Document, commands: str) -> dict[str, str]:
    """Return the recorded files by path below the root; ``commands`` is the text of the command line page."""
    return {
        METHODS_FILE: _METHODS_HEAD + "".join(f"{_line(operation)}\n" for operation in document.operations()),
        CALLS_PAGE: _filled(root / CALLS_PAGE, "operations", _table(document)),
        CLI_PAGE: _filled(root / CLI_PAGE, "commands", commands),
    }


def _filled(file: Path, name: str, text: str) -> str:
    """Return the file's content, with the given text inserted between its markers of this name."""
    start, end = f"<!-- {name}: written by make generate -->\n", f"<!-- end of {name} -->"
    before, found, rest = file.read_text(encoding="utf-8").partition(start)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise DocumentError(f"{file.name} needs the lines {start.strip()} and {end}")
    return f"{before}{start}\n{text.strip()}\n\n{end}{after}"


def _line(operation: Operation) -> str:
    keys = ",".join(name for requirement in operation.security for name in requirement)
    marks = ["deprecated"] if operation.get("deprecated") else []
    if operation.get(SCOPED_BY):
        marks.append(f"with {operation.get(SCOPED_BY)}")
    if operation.get("x-honeyhive-paging"):
        marks.append(f"+ {_name(operation)[1]}_all")
    return " ".join([".".join(_name(operation)), operation.where, operation.host or "", keys, *marks])


def _name(operation: Operation) -> tuple[str, str]:
    namespace, _, name = operation.get("x-honeyhive-method").partition(".")
    return namespace, name


def _table(document: Document) -> str:
    """Return a table row for each namespace: its methods, with deprecated ones in italics, and its keys."""
    namespaces: dict[str, list[Operation]] = {}
    for operation in document.operations():
        namespaces.setdefault(_name(operation)[0], []).append(operation)
    rows = [f"| `{name}` | {_methods(found)} | {_keys(found)} |\n" for name, found in namespaces.items()]
    return "".join(["| namespace | methods | key |\n", "|---|---|---|\n", *rows])


def _methods(operations: list[Operation]) -> str:
    current = list(dict.fromkeys(f"`{_name(one)[1]}`" for one in operations if not one.get("deprecated")))
    every = dict.fromkeys(f"`{_name(one)[1]}`" for one in operations)
    deprecated = [name for name in every if name not in current]
    return "; ".join(filter(None, [", ".join(current), f"*{', '.join(deprecated)}*" if deprecated else ""]))


def _keys(operations: list[Operation]) -> str:
    """Return the keys for every method, then the keys for only some methods."""
    opening = [list(dict.fromkeys(name for way in one.security for name in way)) for one in operations]
    some = list(dict.fromkeys(name for names in opening for name in names))
    every = [name for name in some if all(name in names for names in opening)]
    rest = [name for name in some if name not in every]
    deprecated = [one for one in operations if one.get("deprecated")]
    if not every and 0 < len(deprecated) < len(operations):
        current = [one for one in operations if one not in deprecated]
        return f"{_keys(current)}; deprecated methods: {_keys(deprecated)}"
    return ", some of them also ".join(" or ".join(map(_kind, names)) for names in (every, rest) if names)


def _kind(scheme: str) -> str:
    """Return a security scheme in words: ``dataPlaneKey`` becomes ``data plane``."""
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in scheme)
    return words.removesuffix(" key")
