"""Our own modules of the generated package: the table of operations and the typed namespaces."""

import textwrap
from pathlib import Path
from typing import Any

from attrs import frozen
from jinja2 import Environment
from openapi_python_client import strings

from .document import Document
from .rows import Row, Table, python_name


@frozen
class Reply:
    """What an operation answers, in Python's words."""

    annotation: str
    imports: tuple[str, ...]
    items: str = ""
    """The attribute that holds the items of a page."""
    item: str = ""
    """The annotation of one of them."""


def write_modules(env: Environment, table: Table, document: Document, package: Path, replies: dict[str, Reply]) -> None:
    """Write operations.py and namespaces/ into the package."""
    descriptions = _tag_descriptions(document)
    classes = {name: strings.pascal_case(name) for name in table.namespaces()}
    _write(package / "operations.py", env, "operations", table=table)
    folder = package / "namespaces"
    paged = {row.namespace for row in table.operations if row.paging}
    _write(folder / "__init__.py", env, "namespaces_init", namespaces=classes, descriptions=descriptions, paged=paged)
    for name, rows in table.namespaces().items():
        of_rows = {row.id: replies[row.module] for row in rows}
        _write(
            folder / f"{name}.py",
            env,
            "namespace",
            name=name,
            rows=rows,
            description=descriptions.get(name),
            replies={key: reply.annotation for key, reply in of_rows.items()},
            items={key: reply.item for key, reply in of_rows.items()},
            items_of={key: reply.items for key, reply in of_rows.items()},
            imports=sorted({line for reply in of_rows.values() for line in reply.imports}),
            **{"class": classes[name]},
        )


def _write(file: Path, env: Environment, template: str, **values: Any) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(env.get_template(f"emit/{template}.py.jinja").render(**values), encoding="utf-8")


def _tag_descriptions(document: Document) -> dict[str, str]:
    return {python_name(tag["name"]): tag.get("description", "") for tag in document.data.get("tags", ())}


def literal(value: Any) -> str:
    """The value as Python source; a row as a call of its class."""
    if isinstance(value, Row):
        return f"{type(value).__name__}({', '.join(f'{name}={literal(one)}' for name, one in value.arguments())})"
    if isinstance(value, tuple):
        return f"({', '.join(map(literal, value))}{',' if len(value) == 1 else ''})"
    return repr(value)


def doc(text: str) -> str:
    """The text, safe inside a docstring in triple quotes."""
    return text.replace("\\", "\\\\").replace('"""', "'''").strip()


def wrap(text: str, width: int) -> str:
    """The text broken into lines, its paragraphs kept."""
    return "\n\n".join(
        textwrap.fill(part, width, break_long_words=False, break_on_hyphens=False) for part in text.split("\n\n")
    )
