"""The intermediate model: what every emitter needs to know of an operation, a field and a shape."""

import keyword
from collections.abc import Iterator
from typing import Any, ClassVar

from attrs import field, frozen

from ..opc import strings

RESERVED_ARGUMENTS = frozenset(
    {"self", "extra_body", "timeout", "client", "body", "arguments", "operation", "locals"}
    | {"read_reply", "build_request"}
)
"""Names that generated functions use themselves."""

RESERVED_NAMESPACES = frozenset(
    {"aclose", "close", "continue_session", "current_event", "current_session", "event", "feedback", "flush"}
    | {"flush_before_return", "flush_on_sigterm", "load", "log_event", "low_level", "request", "resume_session"}
    | {"session", "stats", "trace", "trace_headers", "tracing", "with_options"}
)
"""Names that the clients have beside the namespaces."""


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
    annotation: str = field(default="Any", metadata={"emit": False})
    """The type in Python, without None."""
    shapes: tuple[str, ...] = field(default=(), metadata={"emit": False})
    """Every object that it is or holds; only a single one is checked at run time."""

    @property
    def input_annotation(self) -> str:
        """The type of the key in a typed dict."""
        nullable = " | None" if self.nullable and self.annotation != "Any" else ""
        return f"Required[{self.annotation}{nullable}]" if self.required else f"{self.annotation}{nullable}"


@frozen
class Host(Row):
    """A host; see the generated connection for the meaning of each field."""

    url: str
    argument: str
    variables: tuple[str, ...]


@frozen
class Scheme(Row):
    """A kind of key; see the generated connection for the meaning of each field."""

    header: str
    prefix: str
    kind: str
    argument: str
    variables: tuple[str, ...]
    key_prefix: str = ""


@frozen
class Input:
    """A typed dict of the generated package."""

    schema: str
    name: str
    description: str
    tag: str
    fields: tuple[Field, ...]

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
class EmptyList(Row):
    """A list of the query that cannot be sent empty; see the generated types for the meaning of each field."""

    parameter: str
    reply: dict[str, Any]


@frozen
class Overload:
    """One way to call a method."""

    left_out: frozenset[str]
    required: frozenset[str]
    message: str
    """What is deprecated about it; empty if nothing is."""


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
    empty_list: EmptyList | None = None
    identifies: str | None = None
    acknowledges: str | None = None
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
    def overloads(self) -> tuple["Overload", ...]:
        """The ways to call it of which one is deprecated: without the deprecated arguments, and with them."""
        old = [one for one in self.arguments_of_call if one.deprecated]
        if not old:
            return ()
        groups = [group for group in self.exactly_one if any(one.name in group for one in old)]
        alternatives = {name for group in groups for name in group}
        new = [one.name for one in self.fields if one.name in alternatives and one not in old]
        replaced = [
            f"{one.argument}=" + (f": use {' or '.join(one.replaced_by)}=" if one.replaced_by else "") for one in old
        ]
        return (
            Overload(frozenset(one.name for one in old), frozenset(new if len(new) == 1 else ()), ""),
            Overload(
                frozenset(new),
                frozenset(one.name for one in old if one.name in alternatives),
                f"deprecated: {', '.join(replaced)}",
            ),
        )

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

    hosts: dict[str, Host]
    schemes: dict[str, Scheme]
    default_scheme: str
    """The scheme that opens an operation unless it names another one; empty if there is none."""
    operations: tuple[Operation, ...]
    shapes: dict[str, tuple[Field, ...]]
    inputs: tuple[Input, ...]
    """The objects in arguments, and the bodies that have named keys."""

    def namespaces(self) -> dict[str, list[Operation]]:
        """Return the operations by namespace, in the order of the document."""
        found: dict[str, list[Operation]] = {}
        for operation in self.operations:
            found.setdefault(operation.namespace, []).append(operation)
        return found
