# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Types that all generated modules share: UNSET, the rows that describe operations, requests and responses."""

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
    """The key on the wire."""
    argument: str
    """The Python name: snake_case, never a keyword."""
    location: Literal["path", "query", "body"]
    types: tuple[str, ...]
    """The JSON types it takes (string, number, integer, boolean, array, object); empty: any. For the kind json, the
    types of the value, which then travels as a JSON string."""
    required: bool = False
    nullable: bool = False
    kind: Literal["unix-ms", "uuid", "date-time", "json"] | None = None
    """unix-ms: a time that travels as a number. uuid: an id that the server replaces unless it is a UUID.
    date-time: a time that travels as an ISO 8601 string. json: a query value that travels as a JSON string."""
    choices: tuple[str, ...] = ()
    shape: str | None = None
    """The key in SHAPES of the object that it takes, of each item of an array, or of each value of a map."""
    is_map: bool = False
    """True if it takes an object with keys of the caller's choice, whose values have the shape."""
    deprecated: bool = False
    replaced_by: tuple[str, ...] = ()


class Paging(NamedTuple):
    """How an operation is paginated; pages are counted from 1."""

    page: str
    """The argument that chooses the page, by its wire key."""
    limit: str
    """The argument that sets the page size, by its wire key."""
    size: int
    """The page size to ask for if the caller does not choose one."""
    items: str
    """The key of the reply that holds the items."""
    total: str | None = None
    """The place of the total number of items in a reply, with dots."""
    has_next: str | None = None
    """The place in a reply of the boolean that says whether another page follows, with dots."""


class Split(NamedTuple):
    """How a list that is too long for one query is sent in several requests, whose replies are merged."""

    parameter: str
    """The list, by its wire key."""
    size: int
    """The largest number of items that one request carries."""
    sum: tuple[str, ...] = ()
    """The numbers of the replies that are added up, with dots; of all others the maximum is kept."""


class EmptyList(NamedTuple):
    """A list of ids in the query that means none where it is empty: sent, it would mean all."""

    parameter: str
    """The list, by its wire key."""
    reply: Mapping[str, Any]
    """What a client returns for an empty one, without a request."""


class Operation(NamedTuple):
    """One operation of the document."""

    id: str
    namespace: str
    name: str
    """The method in the namespace: ``client.<namespace>.<name>()``."""
    method: str
    """GET, POST, PUT, PATCH or DELETE."""
    path: str
    """The template, as in "/v1/events/{event_id}"."""
    host: str
    """A key of HOSTS."""
    security: tuple[str, ...] = ()
    """The security schemes that open it, any one of them, the preferred first; empty: none is needed."""
    deprecated: bool = False
    replaced_by: tuple[str, ...] = ()
    """Calls to use instead, as in "POST /v1/sessions"."""
    fields: tuple[Field, ...] = ()
    """Every argument: path parameters in the order of the path, then query parameters, then body keys."""
    body: Literal["flat", "whole"] | None = None
    """flat: the keys of the body are arguments. whole: the body is the one argument called body. None: no body."""
    exactly_one: tuple[tuple[str, ...], ...] = ()
    """Groups of wire keys of which a request carries exactly one."""
    client_ids: tuple[str, ...] = ()
    """Places where a client puts a new UUID before the first attempt: "event_id", "events[].event_id"."""
    shared_ids: tuple[str, ...] = ()
    """Keys of the body which, when true, make the ids of a client_ids entry "x[].session_id" one and the same."""
    repeatable: bool = False
    """True if sending the same request twice leaves the server as sending it once does."""
    paging: Paging | None = None
    split: Split | None = None
    empty_list: EmptyList | None = None
    identifies: str | None = None
    """Where a success has the id of what was created or read, with dots, "[]" for each item of a list."""
    acknowledges: str | None = None
    """The boolean of the reply to a write that is false where nothing was written."""
    error: str | None = None
    """The name of the model of a documented error."""


class Request(NamedTuple, Generic[T_co, E_co]):
    """A request before it is sent. T is the type of its reply, E that of a documented error.

    It holds the arguments by wire key as the caller gave them, neither checked nor converted.
    """

    operation: Operation
    path: Mapping[str, Any]
    query: Mapping[str, Any]
    body: Any = UNSET
    """The JSON value of the body; UNSET if the request has none."""
    read: Callable[[Any], T_co] = lambda data: data
    """Turns the decoded JSON of a reply, None for an empty body, into what the call returns."""


class Response(NamedTuple, Generic[T_co]):
    """A response of the low-level client."""

    status_code: int
    content: bytes
    headers: Mapping[str, str]
    parsed: T_co | None
    """The reply, the documented error, or None if the body is neither."""


def plain(value: Any) -> Any:
    """Return the value with every model in it, and in lists in it, as a dict."""
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
]
