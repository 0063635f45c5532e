"""Types shared by all generated modules: UNSET, descriptions of operations, requests and responses."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, Literal, NamedTuple, TypeAlias, TypeVar

from .unset import UNSET, Unset

if TYPE_CHECKING:
    from typing_extensions import deprecated as deprecated
else:

    def deprecated(message: str, **_: Any) -> Callable[[Any], Any]:
        """Mark a function as deprecated (PEP 702); the warning itself is emitted by the call."""

        def mark(function: Any) -> Any:
            function.__deprecated__ = message
            return function

        return mark


T_co = TypeVar("T_co", covariant=True)
E_co = TypeVar("E_co", covariant=True)


Timestamp: TypeAlias = float | datetime | str
"""Unix milliseconds, a timezone-aware datetime, or an ISO 8601 string with an offset."""


class Field(NamedTuple):
    """One argument of an operation, or one key of an object inside an argument."""

    name: str
    """Wire key."""
    argument: str
    """The Python name: snake_case, never a keyword."""
    location: Literal["path", "query", "header", "body"]
    types: tuple[str, ...]
    """Accepted JSON types (string, number, integer, boolean, array, object); empty for any.

    For the kind json, the types of the value inside the JSON string.
    """
    required: bool = False
    nullable: bool = False
    kind: Literal["unix-ms", "uuid", "date-time", "json"] | None = None
    """Form of the value, or None.

    - unix-ms: a time that is sent as a number.
    - uuid: an id that the server replaces unless it is a UUID.
    - date-time: a time that is sent as an ISO 8601 string.
    - json: a query value that is sent as a JSON string.
    """
    choices: tuple[str, ...] = ()
    shape: str | None = None
    """Key in SHAPES of the object, of each array item, or of each map value."""
    is_map: bool = False
    """True for an object with arbitrary keys, whose values have the shape."""
    max_items: int | None = None
    """Maximum length of an array; None for no limit."""
    deprecated: bool = False
    replaced_by: tuple[str, ...] = ()
    sunset: str | None = None
    """Removal date (YYYY-MM-DD); None if unknown."""


class Paging(NamedTuple):
    """Paging of an operation. Pages are counted from 1."""

    page: str
    """Wire key of the argument for the page."""
    limit: str
    """Wire key of the argument for the page size."""
    size: int
    """Default page size of the client."""
    items: str
    """Key of the items in the reply."""
    total: str | None = None
    """Dotted place of the total number of items in the reply."""
    has_next: str | None = None
    """Dotted place of the boolean in the reply that is true if another page follows."""


class Split(NamedTuple):
    """Splitting of a long query list into several requests, whose replies are merged."""

    parameter: str
    """Wire key of the list."""
    size: int
    """Maximum number of items per request."""
    sum: tuple[str, ...] = ()
    """Dotted places of numbers to add. For all other numbers, the maximum is returned."""


class EmptyList(NamedTuple):
    """A query list of ids that is never sent empty: the server would ignore an empty list and select everything."""

    parameter: str
    """Wire key of the list."""
    reply: Mapping[str, Any]
    """The reply to an empty list; the client returns it without a request."""


class Operation(NamedTuple):
    """An operation."""

    id: str
    namespace: str
    name: str
    """Method name: ``client.<namespace>.<name>()``."""
    method: str
    """GET, POST, PUT, PATCH or DELETE."""
    path: str
    """Path template, such as "/v1/events/{event_id}"."""
    host: str
    """Key of HOSTS."""
    security: tuple[str, ...] = ()
    """Security schemes, any one of which is enough, the preferred first; empty if it needs no key."""
    deprecated: bool = False
    replaced_by: tuple[str, ...] = ()
    """Replacements, such as "POST /v1/sessions"."""
    sunset: str | None = None
    """Removal date (YYYY-MM-DD); None if unknown."""
    fields: tuple[Field, ...] = ()
    """Arguments: path parameters in path order, then query parameters, then body keys."""
    body: Literal["flat", "whole"] | None = None
    """flat: the body keys are arguments. whole: the body is one argument. None: no body."""
    exactly_one: tuple[tuple[str, ...], ...] = ()
    """Groups of wire keys; a request has exactly one key of each group."""
    client_ids: tuple[str, ...] = ()
    """Places where the client puts a new UUID before the first attempt: "event_id", "events[].event_id"."""
    shared_ids: tuple[str, ...] = ()
    """Body keys; if one is true, all ids of a client_ids entry "x[].session_id" are equal."""
    repeatable: bool = False
    """True if repeating the request has no further effect on the server."""
    paging: Paging | None = None
    split: Split | None = None
    empty_list: EmptyList | None = None
    identifies: str | None = None
    """Place of the created or requested id in a successful reply, with dots, and "[]" for each item of a list."""
    acknowledges: str | None = None
    """Key in the reply to a write; its value is false if nothing was written."""
    error: str | None = None
    """Model name of documented errors, or None."""
    scoped_by: str | None = None
    """Argument that chooses this operation instead of another one with the same method, which lacks the argument."""

    @property
    def is_unscoped(self) -> bool:
        """Return True for the operation that is called without the argument ``scoped_by``."""
        return self.scoped_by is not None and all(one.argument != self.scoped_by for one in self.fields)


class Request(NamedTuple, Generic[T_co, E_co]):
    """A request that was not sent yet. T is the type of its reply, and E the type of documented errors.

    The arguments are kept by wire key, neither checked nor converted.
    """

    operation: Operation
    path: Mapping[str, Any]
    query: Mapping[str, Any]
    body: Any = UNSET
    """JSON value of the body; UNSET if the request has no body."""
    read: Callable[[Any], T_co] = lambda data: data
    """Function that converts the parsed JSON of a reply (None for an empty body) to the return value of the call."""
    headers: Mapping[str, Any] = {}
    """Header parameters."""


class Response(NamedTuple, Generic[T_co]):
    """A response of the low-level client."""

    status_code: int
    content: bytes
    headers: Mapping[str, str]
    parsed: T_co | None
    """The reply, a documented error, or None if the body is neither."""


def sunset(part: Operation | Field) -> str:
    """Return "; it goes away on 2027-03-01" for a deprecated part with a known date, otherwise an empty string."""
    return f"; it goes away on {part.sunset}" if part.sunset else ""


def plain(value: Any) -> Any:
    """Return the value with all models in it, at any depth, as dicts."""
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value.to_dict() if hasattr(value, "to_dict") else value


__all__ = [
    "UNSET",
    "EmptyList",
    "Field",
    "Operation",
    "Paging",
    "Request",
    "Response",
    "Split",
    "Timestamp",
    "Unset",
    "deprecated",
    "plain",
    "sunset",
]
