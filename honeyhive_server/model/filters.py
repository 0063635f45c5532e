"""Filters of search, export and GET /session, parsed from a body into conditions for the store."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Literal, NamedTuple

from honeyhive_api.ids import canonical

from .http_messages import HTTPError

Kind = Literal["string", "number", "boolean", "datetime"]
Test = Literal["exists", "is", "contains", "greater", "less"]

# The test of each operator, and whether the test is negated. A negated condition is true if the plain one is false,
# even if the field is missing.
OPERATORS: dict[str, tuple[Test, bool]] = {
    "exists": ("exists", False),
    "not exists": ("exists", True),
    "is": ("is", False),
    "is not": ("is", True),
    "contains": ("contains", False),
    "not contains": ("contains", True),
    "greater than": ("greater", False),
    "less than": ("less", False),
    "after": ("greater", False),
    "before": ("less", False),
}
# Maximum number of conditions. Databases limit the depth of a statement, and clients need far fewer conditions.
MAX_CONDITIONS = 100
_IDS = ("event_id", "session_id", "parent_id")
_INT64 = range(-(2**63), 2**63)


class Condition(NamedTuple):
    """One condition on a stored event."""

    field: tuple[str, ...]
    test: Test
    negated: bool = False
    value: str | float | bool | None = None
    """A string for "contains", a number or string for "is", a number for "greater" and "less"."""


class TimeRange(NamedTuple):
    """A range of start times in Unix milliseconds, both ends included. If an end is None, the range is open there."""

    first: float | None = None
    last: float | None = None


def read_filters(filters: Iterable[Mapping[str, Any]]) -> list[Condition]:
    """Return the conditions of a valid `filters` list.

    Raises HTTPError (400) for an invalid field or value, and for more than 100 filters.
    """
    return _limited([_condition(each) for each in filters])


def read_query(query: Mapping[str, Any]) -> list[Condition]:
    """Return the conditions of the `query` object of GET /session: each named field must equal the given value."""
    return _limited([_equals(path, value) for path, value in _flat(query)])


def _limited(conditions: list[Condition]) -> list[Condition]:
    if len(conditions) > MAX_CONDITIONS:
        raise HTTPError(400, f"{len(conditions)} conditions; send at most {MAX_CONDITIONS}")
    return conditions


def read_time_range(first: Any, last: Any) -> TimeRange:
    """Return the range between two ends, each an ISO 8601 string, a number of Unix milliseconds, or None."""
    return TimeRange(*(None if end is None else unix_ms(end) for end in (first, last)))


def read_date_range(given: Mapping[str, Any]) -> TimeRange:
    """Return the range of a `dateRange` object with `$gte` and `$lte`."""
    return read_time_range(given.get("$gte"), given.get("$lte"))


def unix_ms(value: Any) -> float:
    """Return the Unix milliseconds of an ISO 8601 string or a number; a string without an offset is UTC.

    Raises HTTPError (400) for anything else.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _bindable(value)
    try:
        when = datetime.fromisoformat(value)
        return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp() * 1000
    except (TypeError, ValueError, OverflowError):
        raise HTTPError(400, f"not an ISO 8601 time: {str(value)[:60]!r}") from None


def field_path(name: str) -> tuple[str, ...]:
    """Return the steps of a dotted field name. Raises HTTPError (400) if it is not a field name."""
    steps = tuple(name.split("."))
    # SQLite has no way to quote a double quote inside a JSON path.
    if not all(steps) or '"' in name:
        raise HTTPError(400, f"not a field: {name[:60]!r}")
    return steps


def _condition(each: Mapping[str, Any]) -> Condition:
    field = field_path(each["field"])
    operator = each["operator"]
    test, negated = OPERATORS[operator]
    if test == "exists":
        return Condition(field, test, negated)
    value = each["value"]
    if value is None:
        raise HTTPError(400, f"{each['field']}: {operator!r} needs a value")
    if test == "contains":
        return Condition(field, test, negated, _text(value))
    kind = each.get("type") or _kind_of(value)
    if operator in ("after", "before"):
        kind = "datetime"
    elif test in ("greater", "less") and kind != "datetime":
        kind = "number"
    return Condition(field, test, negated, _cast(each["field"], value, kind))


def _cast(name: str, value: Any, kind: Kind) -> str | float | bool:
    if kind == "string":
        return canonical(_text(value)) if name in _IDS else _text(value)
    if kind == "datetime":
        return unix_ms(value)
    try:
        if kind == "boolean":
            return {"true": True, "false": False}[_text(value).lower()]
        return _bindable(float(value) if isinstance(value, str) else value)
    except (KeyError, ValueError):
        raise HTTPError(400, f"{name}: not a {kind}: {str(value)[:60]!r}") from None


def _kind_of(value: Any) -> Kind:
    if isinstance(value, bool):
        return "boolean"
    return "number" if isinstance(value, int | float) else "string"


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _bindable(value: float) -> float:
    """Return the number in a form that databases accept: no integer beyond 64 bits, no NaN."""
    if value != value:  # only NaN differs from itself
        raise ValueError
    if isinstance(value, int) and int(value) in _INT64:
        return int(value)
    return float(value)


def _flat(query: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in query.items():
        if isinstance(value, dict) and value:
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value


def _equals(name: str, value: Any) -> Condition:
    if value is None:
        return Condition(field_path(name), "exists", negated=True)
    if isinstance(value, list | dict):
        raise HTTPError(
            400, f"query.{name}: compare a field with a string, number or boolean, not with a list or object"
        )
    return Condition(field_path(name), "is", value=_cast(name, value, _kind_of(value)))
