"""Classes of the intermediate representation: operations, fields and objects in the form that the emitters need."""

import keyword
from collections.abc import Iterator
from typing import Any, ClassVar

from attrs import field, frozen

from ..opc import strings

RESERVED_ARGUMENTS = frozenset(
    {
        "self",
        "extra_body",
        "extra_headers",
        "extra_query",
        "timeout",
        "max_retries",
        "client",
        "body",
        "arguments",
        "operation",
        "locals",
    }
    | {"read_reply", "build_request"}
)
"""Argument names that generated functions already use, so that a field cannot have them."""

RESERVED_NAMESPACES = frozenset(
    {"aclose", "close", "continue_session", "current_event", "current_session", "event", "feedback", "flush"}
    | {"flush_before_return", "flush_on_sigterm", "load", "log_event", "low_level", "request", "resume_session"}
    | {"session", "stats", "trace", "trace_headers", "tracing", "with_options", "with_response"}
)
"""Attributes of the clients, which a namespace cannot have as its name."""


def python_name(name: str) -> str:
    """Return the snake_case Python name for a name in the document, with an underscore if it is reserved."""
    snake = strings.snake_case(strings.sanitize(name.replace("$", "").replace("[]", "")))
    if not snake.isidentifier():
        snake = f"field_{snake}"
    return f"{snake}_" if keyword.iskeyword(snake) or snake in RESERVED_ARGUMENTS else snake


def class_name(name: str) -> str:
    """Return the class name that openapi-python-client gives to a schema."""
    return str(strings.ClassName(name, "field_"))


class SourceLiteral:
    """Base of values that are rendered as Python source: as a call of the class of the same name, without defaults."""

    POSITIONAL: ClassVar[tuple[str, ...]] = ()
    """Names of the fields that are rendered as positional arguments."""

    def arguments(self) -> Iterator[tuple[str, Any]]:
        """Yield the name and value of each field that differs from its default."""
        for attribute in self.__attrs_attrs__:  # type: ignore[attr-defined]  # the subclasses are attrs classes
            value = getattr(self, attribute.name)
            if attribute.metadata.get("emit", True) and value != attribute.default:
                yield attribute.name, value


@frozen
class Field(SourceLiteral):
    """An argument of an operation, or a key of an object. `honeyhive_api.types.Field` describes the attributes."""

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
    max_items: int | None = None
    deprecated: bool = False
    replaced_by: tuple[str, ...] = ()
    sunset: str | None = None
    description: str = field(default="", metadata={"emit": False})
    annotation: str = field(default="Any", metadata={"emit": False})
    """Python annotation of the argument, without None."""
    shapes: tuple[str, ...] = field(default=(), metadata={"emit": False})
    """Names of all objects in the argument. At most one of them, `shape`, is checked at run time."""

    @property
    def input_annotation(self) -> str:
        """Annotation of the field as a key of a typed dict."""
        nullable = " | None" if self.nullable and self.annotation != "Any" else ""
        return f"Required[{self.annotation}{nullable}]" if self.required else f"{self.annotation}{nullable}"


@frozen
class Host(SourceLiteral):
    """A host. `honeyhive_api.connection.Host` describes the attributes."""

    url: str
    argument: str
    variables: tuple[str, ...]


@frozen
class Scheme(SourceLiteral):
    """A security scheme. `honeyhive_api.connection.Scheme` describes the attributes."""

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
        """Return True if every key is a valid attribute name, so that the class syntax works."""
        return all(one.name.isidentifier() and not keyword.iskeyword(one.name) for one in self.fields)


@frozen
class Paging(SourceLiteral):
    """Paging of an operation. `honeyhive_api.types.Paging` describes the attributes."""

    page: str
    limit: str
    size: int
    items: str
    total: str | None = None
    has_next: str | None = None


@frozen
class Split(SourceLiteral):
    """Splitting of a long list. `honeyhive_api.types.Split` describes the attributes."""

    parameter: str
    size: int
    sum: tuple[str, ...] = ()


@frozen
class EmptyList(SourceLiteral):
    """A query list that is never sent empty. `honeyhive_api.types.EmptyList` describes the attributes."""

    parameter: str
    reply: dict[str, Any]


@frozen
class Overload:
    """A typing overload of a method with deprecated arguments."""

    left_out: frozenset[str]
    required: frozenset[str]
    message: str
    """Deprecation message for calls of this overload; empty if such calls are not deprecated."""


@frozen
class Operation(SourceLiteral):
    """An operation. `honeyhive_api.types.Operation` describes the attributes."""

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
    sunset: str | None = None
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
    scoped_by: str | None = None
    unscoped: "Operation | None" = field(default=None, metadata={"emit": False})
    """The operation that the method calls without the argument ``scoped_by``."""
    tag: str = field(default="", metadata={"emit": False})
    reply: str = field(default="", metadata={"emit": False})
    """The document's description of the reply."""
    body_annotation: str = field(default="", metadata={"emit": False})
    body_inputs: tuple[str, ...] = field(default=(), metadata={"emit": False})
    """Schemas of the typed dicts that `body=` of the low-level function accepts."""
    body_required: bool = field(default=False, metadata={"emit": False})

    @property
    def module(self) -> str:
        """Module name that openapi-python-client gives to the operation."""
        return str(strings.PythonIdentifier(self.id, "field_"))

    @property
    def package(self) -> str:
        """Package name that openapi-python-client derives from the first tag."""
        return str(strings.PythonIdentifier(self.tag, "tag"))

    @property
    def overloads(self) -> tuple["Overload", ...]:
        """Two overloads, without and with the deprecated arguments; empty if there are none."""
        old = [one for one in self.arguments_of_call if one.deprecated]
        if not old:
            return ()
        groups = [group for group in self.exactly_one if any(one.name in group for one in old)]
        alternatives = {name for group in groups for name in group}
        new = [one.name for one in self.fields if one.name in alternatives and one not in old]
        replaced = [
            f"{one.argument}="
            + (f": use {' or '.join(one.replaced_by)}=" if one.replaced_by else "")
            + (f"; goes away on {one.sunset}" if one.sunset else "")
            for one in old
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
        """Fields that are parameters: those of the path, the query and the headers."""
        return tuple(one for one in self.fields if one.location != "body")

    @property
    def headers(self) -> tuple[Field, ...]:
        """Fields that are header parameters."""
        return tuple(one for one in self.fields if one.location == "header")

    @property
    def arguments_of_call(self) -> tuple[Field, ...]:
        """Fields that are arguments of the method. A body key that repeats a path parameter is not an argument."""
        in_path = {one.argument for one in self.fields if one.location == "path"}
        return tuple(one for one in self.fields if one.location != "body" or one.argument not in in_path)


@frozen
class Table:
    """The IR of the whole document, ready to be rendered."""

    hosts: dict[str, Host]
    schemes: dict[str, Scheme]
    default_scheme: str
    """Security scheme of operations without their own ``security``; an empty string if there is none."""
    operations: tuple[Operation, ...]
    shapes: dict[str, tuple[Field, ...]]
    inputs: tuple[Input, ...]
    """Typed dicts for the objects in arguments and for bodies with named keys."""

    def namespaces(self) -> dict[str, list[Operation]]:
        """Return the operations by namespace, in the order of the document."""
        found: dict[str, list[Operation]] = {}
        for operation in self.operations:
            found.setdefault(operation.namespace, []).append(operation)
        return found
