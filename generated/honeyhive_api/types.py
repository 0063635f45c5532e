# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""What the generated modules share: the absent value, the rows of the operations table, and a request before it is checked."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Literal, NamedTuple, TypeAlias, final


@final
class Unset:
    """The type of UNSET, the value of a key that is not there; it is false."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        return "UNSET"  # copy and pickle keep the identity


UNSET: Final = Unset()

Timestamp: TypeAlias = float | datetime | str
"""Unix milliseconds, an aware datetime, or an ISO 8601 text with an offset."""


class Field(NamedTuple):
    """One argument of an operation, or one key of an object inside an argument."""

    name: str
    """The key on the wire."""
    argument: str
    """The Python name: snake_case, never a keyword."""
    location: Literal["path", "query", "body"]
    types: tuple[str, ...]
    """The JSON types it takes (string, number, integer, boolean, array, object); empty: any. For the kind json those of
    the value, which then travels as text."""
    required: bool = False
    nullable: bool = False
    kind: Literal["unix-ms", "uuid", "date-time", "json"] | None = None
    """unix-ms: a time that travels as a number. uuid: an id the server replaces unless it is a UUID.
    date-time: a time that travels as ISO text. json: a query value that travels as JSON text."""
    choices: tuple[str, ...] = ()
    shape: str | None = None
    """The name in SHAPES of the object that it takes, or of each item where it takes an array."""
    deprecated: bool = False
    replaced_by: tuple[str, ...] = ()
    description: str = ""


class Paging(NamedTuple):
    """How an operation answers page by page; pages are counted from 1."""

    page: str
    """The argument that chooses the page, by its wire key."""
    limit: str
    """The argument that says how many items a page holds, by its wire key."""
    size: int
    """How many items to ask for where the caller does not say."""
    items: str
    """Where the items of a reply are."""
    total: str | None = None
    """Where a reply says how many items there are in all, with dots."""
    has_next: str | None = None
    """Where a reply says whether another page follows, with dots."""


class Split(NamedTuple):
    """How a list that is too long for one query goes into several requests, whose replies become one."""

    parameter: str
    """The list, by its wire key."""
    size: int
    """How many of its items one request carries at most."""
    sum: tuple[str, ...] = ()
    """The numbers of the replies that are added up, with dots; of others the largest holds."""


class Operation(NamedTuple):
    """One operation of the document: a row of the operations table."""

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
    summary: str
    description: str = ""
    security: tuple[str, ...] = ()
    """The security schemes that open it, any one of them, the preferred first; empty: none is needed."""
    deprecated: bool = False
    replaced_by: tuple[str, ...] = ()
    """What to call instead, as in "POST /v1/sessions"."""
    fields: tuple[Field, ...] = ()
    """Every argument: path parameters in the order of the path, then query parameters, then body keys."""
    body: Literal["flat", "whole"] | None = None
    """flat: the keys of the body are arguments. whole: the body is the one argument called body. None: no body."""
    exactly_one: tuple[tuple[str, ...], ...] = ()
    """Groups of wire keys of which a request carries exactly one."""
    client_ids: tuple[str, ...] = ()
    """Where a client puts a new UUID before the first attempt if there is none: "event_id", "events[].event_id"."""
    shared_ids: tuple[str, ...] = ()
    """Keys of the body which, when true, make the ids of a client_ids entry "x[].session_id" one and the same."""
    repeatable: bool = False
    """Whether sending the same request twice leaves the server as sending it once does."""
    paging: Paging | None = None
    split: Split | None = None


class Request(NamedTuple):
    """A call before it is checked: the arguments by wire key, as the caller gave them."""

    operation: Operation
    path: Mapping[str, Any]
    query: Mapping[str, Any]
    body: Any = UNSET
    """A dict where the operation's body is flat, the argument itself where it is whole, UNSET where there is none."""


def plain(value: Any) -> Any:
    """The value with every model in it, and in lists in it, as a dict."""
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value.to_dict() if hasattr(value, "to_dict") else value


__all__ = ["UNSET", "Field", "Operation", "Paging", "Request", "Split", "Timestamp", "Unset", "plain"]
