"""Modules that openapi-python-client does not make: namespaces with methods, typed dicts, the index."""

import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from attrs import frozen
from jinja2 import Environment

from ..document import Document
from ..model.ir import Operation, SourceLiteral, Table, class_name, python_name
from ..model.scoped_pairs import methods_of
from ..opc import strings


@frozen
class Reply:
    """Python annotations of the reply of an operation."""

    annotation: str
    items: str = ""
    """Attribute of the reply with the items of a page; empty if the operation has no paging."""
    item: str = ""
    """Annotation of one item of a page."""


def write_modules(env: Environment, table: Table, document: Document, package: Path, replies: dict[str, Reply]) -> None:
    """Write index.py, connection.py, shapes.py, inputs/ and namespaces/ into the package."""
    _write(package / "index.py", env, "index", table=table)
    _write(package / "connection.py", env, "connection", table=table)
    _write(package / "shapes.py", env, "shapes", table=table)
    _write_inputs(env, table, package / "inputs")
    descriptions = _tag_descriptions(document)
    classes = {name: strings.pascal_case(name) for name in table.namespaces()}
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
            rows=methods_of(rows),
            description=descriptions.get(name),
            replies={key: reply.annotation for key, reply in of_rows.items()},
            items={key: reply.item for key, reply in of_rows.items()},
            items_of={key: reply.items for key, reply in of_rows.items()},
            **{"class": classes[name]},
        )


def _write_inputs(env: Environment, table: Table, folder: Path) -> None:
    by_tag: dict[str, list[Any]] = {}
    for one in table.inputs:
        by_tag.setdefault(one.tag, []).append(one)
    modules = {tag: tuple(sorted(one.name for one in inputs)) for tag, inputs in by_tag.items()}
    _write(folder / "__init__.py", env, "inputs_init", modules=modules)
    for tag, inputs in by_tag.items():
        _write(folder / f"{tag}.py", env, "inputs", name=tag, inputs=inputs)


def calls_of(table: Table, routes: Iterable[str]) -> list[str]:
    """Return the method that calls each route, as ``namespace.method()``.

    A route without a method is returned as it is.
    """
    calls = {f"{one.method} {one.path}": f"{one.namespace}.{one.name}()" for one in table.operations}
    return [calls.get(route, route) for route in routes]


def module_of(name: str) -> str:
    """Return the module name that openapi-python-client gives to a schema."""
    return str(strings.PythonIdentifier(class_name(name), "field_"))


def parameters_of(row: Operation, location: str) -> str:
    """Return the Python source of a dict with the parameters of one location, for example the query."""
    return "{" + ", ".join(f'"{one.name}": {one.argument}' for one in row.parameters if one.location == location) + "}"


def _write(file: Path, env: Environment, template: str, **values: Any) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(env.get_template(f"emit/{template}.py.jinja").render(**values), encoding="utf-8")


def _tag_descriptions(document: Document) -> dict[str, str]:
    return {python_name(tag["name"]): tag.get("description", "") for tag in document.data.get("tags", ())}


def literal(value: Any) -> str:
    """Return the value as Python source. A SourceLiteral becomes a call of its class."""
    if isinstance(value, SourceLiteral):
        named = (f"{name}={literal(one)}" for name, one in value.arguments() if name not in value.POSITIONAL)
        return f"{type(value).__name__}({', '.join([*(literal(getattr(value, n)) for n in value.POSITIONAL), *named])})"
    if isinstance(value, tuple):
        return f"({', '.join(map(literal, value))}{',' if len(value) == 1 else ''})"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{literal(key)}: {literal(one)}' for key, one in value.items())}}}"
    return repr(value)


def doc(text: str) -> str:
    """Return the string escaped for a docstring in triple quotes."""
    return closed(text.replace("\\", "\\\\").replace('"""', "'''").strip())


def closed(text: str) -> str:
    """Return the string. A quote at its end is escaped, because it would end a docstring too early."""
    return f'{text[:-1]}\\"' if text.endswith('"') else text


def summary_doc(summary: str, ending: str) -> str:
    """Return the docstring of a low-level function: the summary, and the sentence about its return value."""
    return doc(f"{summary.rstrip('.')}. {ending}.")


def wrap(text: str, width: int) -> str:
    """Return the string wrapped to lines, keeping its paragraphs."""
    return "\n\n".join(
        textwrap.fill(part, width, break_long_words=False, break_on_hyphens=False) for part in text.split("\n\n")
    )
