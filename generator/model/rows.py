"""The intermediate model: what every emitter needs to know of an operation, a field and a shape."""

import keyword
from collections.abc import Iterator
from typing import Any, ClassVar

from attrs import field, frozen

from ..opc import strings

RESERVED_ARGUMENTS = frozenset({"self", "extra_body", "timeout", "client", "body", "arguments", "operation"})


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

    POSITIONAL: ClassVar[tuple[str, ...]] = ()
    """The fields that are rendered without their names."""

    def arguments(self) -> Iterator[tuple[str, Any]]:
        """The fields that differ from their default."""
        for attribute in self.__attrs_attrs__:  # type: ignore[attr-defined]  # the subclasses are attrs classes
            value = getattr(self, attribute.name)
            if attribute.metadata.get("emit", True) and value != attribute.default:
                yield attribute.name, value


@frozen
class Field(Row):
    """One argument of an operation, or one key of an object; see the generated types for the meaning of each."""

    POSITIONAL: ClassVar = ("name", "argument", "location", "types")

    name: str
    argument: str
    location: str
    types: tuple[str, ...]
    required: bool = False
    nullable: bool = False
    kind: str | None = None
    choices: tuple[str, ...] = ()
    shape: str | None = None
    is_map: bool = False
    deprecated: bool = False
    replaced_by: tuple[str, ...] = ()
    description: str = field(default="", metadata={"emit": False})
    enum: str | None = field(default=None, metadata={"emit": False})
    """The name of the schema that lists the choices."""
    items: tuple[str, ...] = field(default=(), metadata={"emit": False})
    """The JSON types of the items, if it takes an array without a shape."""
    values: tuple[str, ...] = field(default=(), metadata={"emit": False})
    """The JSON types of the values, if it takes an object without a shape."""
    input: str | None = field(default=None, metadata={"emit": False})
    """The typed dict of the shape, and the models that are accepted in its place, as an annotation."""
    models: tuple[str, ...] = field(default=(), metadata={"emit": False})
    """The schemas whose models are accepted in place of the typed dict."""

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

    @property
    def input_annotation(self) -> str:
        """The type of the key in a typed dict."""
        nullable = " | None" if self.nullable and self.annotation != "Any" else ""
        return f"Required[{self.annotation}{nullable}]" if self.required else f"{self.annotation}{nullable}"

    def _of_type(self, name: str) -> str:
        if name == "object":
            inner = (self.input if self.is_map else None) or " | ".join(_SCALARS.get(one, "Any") for one in self.values)
            return self.input if self.input and not self.is_map else f"Mapping[str, {inner or 'Any'}]"
        if name == "array":
            return f"Sequence[{self.input or ' | '.join(_ITEMS.get(one, 'Any') for one in self.items) or 'Any'}]"
        return _SCALARS[name]


_SCALARS = {"string": "str", "number": "float", "integer": "int", "boolean": "bool"}
_ITEMS = {**_SCALARS, "object": "Mapping[str, Any]"}
_KINDS = {"unix-ms": "Timestamp", "uuid": "str | UUID", "date-time": "str | datetime"}


@frozen
class Scheme(Row):
    """How one kind of key is sent; see the generated index."""

    header: str
    prefix: str = ""


@frozen
class Input:
    """A typed dict of the generated package."""

    schema: str
    name: str
    description: str
    tag: str
    fields: tuple[Field, ...]
    models: tuple[str, ...] = ()
    """The schemas whose models are accepted in its place."""

    @property
    def is_class(self) -> bool:
        """True if every key can be written as an attribute of a class."""
        return all(one.name.isidentifier() and not keyword.iskeyword(one.name) for one in self.fields)


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
    summary: str = field(metadata={"emit": False})
    description: str = field(default="", metadata={"emit": False})
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
    error: str | None = None
    tag: str = field(default="", metadata={"emit": False})
    reply: str = field(default="", metadata={"emit": False})
    """The reply in words."""
    body_annotation: str = field(default="", metadata={"emit": False})
    body_inputs: tuple[str, ...] = field(default=(), metadata={"emit": False})
    """The schemas of the typed dicts that the body as one argument takes."""
    body_required: bool = field(default=False, metadata={"emit": False})

    @property
    def module(self) -> str:
        """The name of the operation's module, as openapi-python-client makes it."""
        return str(strings.PythonIdentifier(self.id, "field_"))

    @property
    def package(self) -> str:
        """The package of the operation's module, as openapi-python-client makes it of the first tag."""
        return str(strings.PythonIdentifier(self.tag, "tag"))

    @property
    def parameters(self) -> tuple[Field, ...]:
        """The fields of the path and the query."""
        return tuple(one for one in self.fields if one.location != "body")

    @property
    def arguments_of_call(self) -> tuple[Field, ...]:
        """The fields that are arguments: a body key named like a path parameter is none of its own."""
        in_path = {one.argument for one in self.fields if one.location == "path"}
        return tuple(one for one in self.fields if one.location != "body" or one.argument not in in_path)


@frozen
class Table:
    """Everything that the document says, ready to be rendered."""

    hosts: dict[str, str]
    schemes: dict[str, Scheme]
    default_scheme: str | None
    operations: tuple[Operation, ...]
    shapes: dict[str, tuple[Field, ...]]
    inputs: tuple[Input, ...]
    """The objects in arguments, and the bodies that have named keys."""
    replies: frozenset[str]
    """The schemas that a reply holds, at any depth."""

    def namespaces(self) -> dict[str, list[Operation]]:
        """Return the operations by namespace, in the order of the document."""
        found: dict[str, list[Operation]] = {}
        for operation in self.operations:
            found.setdefault(operation.namespace, []).append(operation)
        return found

    def input(self, schema: str) -> Input:
        """Return the typed dict of a schema."""
        return next(one for one in self.inputs if one.schema == schema)
