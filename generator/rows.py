"""The intermediate model: what every emitter needs to know of an operation, a field and a shape."""

import keyword
from collections.abc import Iterator
from typing import Any

from attrs import field, frozen
from openapi_python_client import strings

RESERVED_ARGUMENTS = frozenset({"self", "extra_body", "timeout"})


def python_name(name: str) -> str:
    """The argument or method name for a name of the document: snake_case, with an underscore after what is taken."""
    snake = strings.snake_case(strings.sanitize(name.replace("$", "").replace("[]", "")))
    if not snake.isidentifier():
        snake = f"field_{snake}"
    return f"{snake}_" if keyword.iskeyword(snake) or snake in RESERVED_ARGUMENTS else snake


def class_name(name: str) -> str:
    """The class that openapi-python-client makes of a schema's name."""
    return str(strings.ClassName(name, "field_"))


class Row:
    """Renders itself as a call of the class of the same name in the generated types, with the defaults left out."""

    def arguments(self) -> Iterator[tuple[str, Any]]:
        """The fields that differ from their default."""
        for attribute in self.__attrs_attrs__:  # type: ignore[attr-defined]  # the subclasses are attrs classes
            value = getattr(self, attribute.name)
            if attribute.metadata.get("emit", True) and value != attribute.default:
                yield attribute.name, value


@frozen
class Field(Row):
    """One argument of an operation, or one key of an object; see the generated types for the meaning of each."""

    name: str
    argument: str
    location: str
    types: tuple[str, ...]
    required: bool = False
    nullable: bool = False
    kind: str | None = None
    choices: tuple[str, ...] = ()
    shape: str | None = None
    deprecated: bool = False
    replaced_by: tuple[str, ...] = ()
    description: str = ""
    enum: str | None = field(default=None, metadata={"emit": False})
    """The name of the schema that lists the choices."""
    items: tuple[str, ...] = field(default=(), metadata={"emit": False})
    """The JSON types of the items, where it takes an array of no shape."""
    values: tuple[str, ...] = field(default=(), metadata={"emit": False})
    """The JSON types of the values, where it takes an object of no shape."""

    @property
    def annotation(self) -> str:
        """The type of the argument in Python, without None."""
        if self.kind in _KINDS:
            return _KINDS[self.kind]
        if self.enum is not None:
            return class_name(self.enum)
        if self.choices:
            return f"Literal[{', '.join(map(repr, self.choices))}]"
        return " | ".join(dict.fromkeys(self._of_type(name) for name in self.types)) or "Any"

    def _of_type(self, name: str) -> str:
        if name == "object":
            return f"{class_name(self.shape)} | Mapping[str, Any]" if self.shape else f"Mapping[str, {self._value}]"
        if name == "array":
            return f"Sequence[{self._item}]"
        return _SCALARS[name]

    @property
    def _item(self) -> str:
        if self.shape:
            return f"{class_name(self.shape)} | Mapping[str, Any]"
        return " | ".join(_ITEMS.get(name, "Any") for name in self.items) or "Any"

    @property
    def _value(self) -> str:
        return " | ".join(_SCALARS.get(name, "Any") for name in self.values) or "Any"

    @property
    def models(self) -> tuple[str, ...]:
        """The schemas whose classes stand in the annotation."""
        return tuple(name for name in (self.shape, self.enum) if name)


_SCALARS = {"string": "str", "number": "float", "integer": "int", "boolean": "bool"}
_ITEMS = {**_SCALARS, "object": "Mapping[str, Any]"}
_KINDS = {"unix-ms": "Timestamp", "uuid": "str | UUID", "date-time": "str | datetime"}


@frozen
class Paging(Row):
    """How an operation answers page by page; see the generated types for the meaning of each field."""

    page: str
    limit: str
    size: int
    items: str
    total: str | None = None
    has_next: str | None = None


@frozen
class Split(Row):
    """How a long list goes into several requests; see the generated types for the meaning of each field."""

    parameter: str
    size: int
    sum: tuple[str, ...] = ()


@frozen
class Operation(Row):
    """One operation of the document; see the generated types for the meaning of each field."""

    id: str
    namespace: str
    name: str
    method: str
    path: str
    host: str
    summary: str
    description: str = ""
    security: tuple[str, ...] = ()
    deprecated: bool = False
    replaced_by: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    body: str | None = None
    exactly_one: tuple[tuple[str, ...], ...] = ()
    client_ids: tuple[str, ...] = ()
    shared_ids: tuple[str, ...] = ()
    repeatable: bool = False
    paging: Paging | None = None
    split: Split | None = None
    tag: str = field(default="", metadata={"emit": False})
    reply: str = field(default="", metadata={"emit": False})
    """What the caller gets, in words."""

    @property
    def module(self) -> str:
        """The name of the operation's module, as openapi-python-client makes it."""
        return str(strings.PythonIdentifier(self.id, "field_"))

    @property
    def package(self) -> str:
        """The package of the operation's module, as openapi-python-client makes it of the first tag."""
        return str(strings.PythonIdentifier(self.tag, "tag"))

    @property
    def arguments_of_call(self) -> tuple[Field, ...]:
        """The fields that are arguments: a body key named like a path parameter is none of its own."""
        in_path = {one.argument for one in self.fields if one.location == "path"}
        return tuple(one for one in self.fields if one.location != "body" or one.argument not in in_path)


@frozen
class Table:
    """Everything the document says, ready to be rendered."""

    hosts: dict[str, str]
    operations: tuple[Operation, ...]
    shapes: dict[str, tuple[Field, ...]]

    def namespaces(self) -> dict[str, list[Operation]]:
        """The operations by namespace, in the order of the document."""
        found: dict[str, list[Operation]] = {}
        for operation in self.operations:
            found.setdefault(operation.namespace, []).append(operation)
        return found
