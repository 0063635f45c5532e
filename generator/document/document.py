"""The OpenAPI document, parsed once, with resolved operations and schemas."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, Self

import yaml
from attrs import evolve, field, frozen

from .line_numbers import line_of
from .operation import HOST, Operation, operations_of
from .parsing import read_text
from .part_types import wrong_types
from .problems import DocumentError, Problems
from .references import SCHEMA_PREFIX, Node, dangling, resolve
from .schema import Schema, merged


@frozen
class Document:
    """An OpenAPI document and the name of its file."""

    name: str
    data: dict[str, Any]
    text: str = field(default="", repr=False, eq=False)
    """Text of the document's file; empty if the document was made from another one."""
    _tree: yaml.Node | None = field(default=None, repr=False, eq=False)
    file: str = field(default="", repr=False, eq=False)
    """Path of the document's file, for messages."""

    @classmethod
    def read(cls, file: Path, problems: Problems | None = None, wrong: list[str] | None = None) -> Self:
        """Return the document in a YAML or JSON file; see `parse`."""
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise DocumentError(f"{file}: {getattr(error, 'strerror', None) or error}") from None
        shown = file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file
        return evolve(cls.parse(str(shown), text, problems, wrong), name=file.name)

    @classmethod
    def parse(cls, name: str, text: str, problems: Problems | None = None, wrong: list[str] | None = None) -> Self:
        """Return the document in a YAML or JSON string; the name is for messages.

        ``problems`` receives faults after which parsing can continue, such as a duplicate key. ``wrong`` receives a
        message without a line number for each value of the wrong type. Without these lists, such faults are raised
        together. Raises DocumentError if the string is not an OpenAPI document.
        """
        reading = read_text(name, text)
        if not isinstance(reading.data, dict) or "openapi" not in reading.data:
            raise DocumentError(f"{name}: not an OpenAPI document: it needs the key `openapi` at its top")
        found = Problems(f"{name}:{line}: {what}" for line, what in reading.problems)
        document = cls(name, reading.data, text, reading.root, name)
        mistyped = list(wrong_types(reading.data))
        if wrong is not None:
            wrong += mistyped
        elif mistyped:
            raise DocumentError(*found, *document.numbered(mistyped))
        if problems is None:
            found.refuse()
        else:
            problems += found
        return document

    def numbered(self, problems: Iterable[str]) -> list[str]:
        """Return the problems, each prefixed with the file and line of its place, sorted by line."""
        found = []
        for problem in problems:
            line = line_of(self._tree, problem) if self._tree is not None else None
            found.append((line or 0, f"{self.file}:{line}: {problem}" if line else problem))
        return [problem for _, problem in sorted(found, key=lambda one: one[0])]

    @property
    def schemas(self) -> dict[str, Any]:
        """Schemas in the document's components by name, as parsed from YAML."""
        found: dict[str, Any] = self.data.get("components", {}).get("schemas", {})
        return found

    @cached_property
    def components(self) -> dict[str, Schema]:
        """Schemas in the document's components by name, as `Schema` objects."""
        return {name: Schema(self.data, raw, f"{SCHEMA_PREFIX}{name}") for name, raw in self.schemas.items()}

    @cached_property
    def _operations(self) -> tuple[Operation, ...]:
        return operations_of(self.data)

    def operations(self) -> tuple[Operation, ...]:
        """Return every operation in the order of the document."""
        return self._operations

    def all_schemas(self) -> Iterator[Schema]:
        """Yield every schema in the document: first those of the components, then those of the operations."""
        for schema in (*self.components.values(), *(one for call in self.operations() for one in call.schemas())):
            yield from schema.written()

    def broken_references(self) -> Problems:
        """Return a line for each dangling reference, and for each ``allOf`` that includes itself."""
        found = dangling(self.data)
        for schema in () if found else self.components.values():
            with found.collect(schema.where):
                _ = schema.merged
        return found

    def hosts(self) -> dict[str, Node]:
        """Return the server of each host by the host's short name, in the order of the document's top-level servers."""
        used = {server["url"]: server for operation in self.operations() for server in operation.servers}
        first = [server for server in self.data.get("servers", ()) if server["url"] in used]
        found: dict[str, Node] = {}
        for server in (*first, *used.values()):
            name = server.get(HOST)
            if name is None:
                raise DocumentError(f"the server {server['url']} has no {HOST}")
            if found.setdefault(name, server)["url"] != server["url"]:
                raise DocumentError(f"the host {name} has two URLs, {found[name]['url']} and {server['url']}")
        return found

    def resolve(self, node: Any) -> dict[str, Any]:
        """Return the node, or the object that its reference points to."""
        return resolve(self.data, node)

    def merged(self, schema: Any) -> dict[str, Any]:
        """Return a schema with its reference, ``allOf`` and null merged in.

        If keywords conflict, the outer one is kept.
        """
        return merged(self.data, self.resolve(schema) if not isinstance(schema, dict) else schema)
