"""Collects every error message of the packages for docs/messages.md. Mkdocs runs this hook at each build."""

import ast
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any, Final, NamedTuple

ROOT = Path(__file__).parents[1]
MARK: Final = "<!-- messages -->"
AREAS: Final = {
    "honeyhive/_cli": ("Command line", "cli.md"),
    "honeyhive/_experiments": ("Experiments", "experiments.md"),
    "honeyhive/_spool": ("Durable tracing", "durable.md"),
    "honeyhive/_tracing": ("Tracing", "tracing.md"),
    "honeyhive/_otel": ("OpenTelemetry", "opentelemetry.md"),
    "honeyhive/_vendor": ("Names of the vendor's package", "migration.md"),
    "honeyhive_server": ("Local server", "server.md"),
    "honeyhive": ("Clients and calls", "calls.md"),
    "generated/honeyhive_api": ("Low-level client and values", "calls.md"),
}
"""Title and page for the messages of each folder. The first folder that contains a module counts."""
SUFFIXES: Final = (
    "Error",
    "HTTPError",
    "ClickException",
    "BadParameter",
    "InvalidSpan",
    "_unusable",
    "_fault",
    "_unset",
)


class Message(NamedTuple):
    """A message with its exception class. An ellipsis replaces a part that is known only at run time."""

    area: str
    kind: str
    text: str


def messages() -> Iterator[Message]:
    """Yield each message in the source that has three words or more."""
    for folder, (area, _) in AREAS.items():
        for file in sorted((ROOT / folder).rglob("*.py")):
            if _area(file) != area or "models" in file.parts:
                continue
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and (kind := ast.unparse(node.func).split(".")[-1]).endswith(SUFFIXES):
                    yield from (
                        Message(area, kind, text) for text in _texts(node) if len(text.replace("…", "").split()) > 2
                    )


def _area(file: Path) -> str:
    place = file.relative_to(ROOT).as_posix()
    return next(area for folder, (area, _) in AREAS.items() if place.startswith(f"{folder}/"))


def _texts(call: ast.Call) -> Iterator[str]:
    """Yield the problem of an error, and its hint if it has one."""
    hint = next((_literal(one.value) for one in call.keywords if one.arg == "hint"), "")
    hint = re.sub(r"\{(\w+)(=[^}]*)?\}", lambda found: found[1] + (found[2] or "="), hint)
    # An argument without constant words is a status code or the context of a command, not a message.
    problem = " ".join(text for text in map(_literal, call.args) if text.strip("…: "))
    problem = re.sub("…{2,}", "…", problem)
    if problem:
        yield f"{problem}; {hint}" if hint else problem


def _literal(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(_literal(part) if isinstance(part, ast.Constant) else "…" for part in node.values)
    if isinstance(node, ast.IfExp):
        return _literal(node.body)
    return "…" if isinstance(node, ast.Name | ast.Attribute | ast.Call | ast.Subscript) else ""


def page() -> str:
    """Return the messages as Markdown, each as a heading, so that the site's search finds it by its words."""
    found = list(messages())
    parts = []
    for area, link in AREAS.values():
        kinds: dict[str, set[str]] = {}
        for message in found:
            if message.area == area:
                kinds.setdefault(message.text, set()).add(message.kind)
        parts.append(f"## {area}\n\n[{area}]({link}) has the rules.\n")
        for text, named in sorted(kinds.items(), key=lambda one: one[0].strip("… :").lower()):
            public = sorted(name for name in named if not name.startswith("_"))
            words = escape(" ".join(text.split()), quote=False)
            for character in "\\`*_{}[]#":
                words = words.replace(character, f"\\{character}")
            parts.append(f"### {words}\n\n{', '.join(f'`{name}`' for name in public)}\n")
    return "\n".join(parts)


def on_page_markdown(markdown: str, /, **_: Any) -> str:
    """Replace the mark of docs/messages.md; mkdocs calls this for each page."""
    return markdown.replace(MARK, page()) if MARK in markdown else markdown
