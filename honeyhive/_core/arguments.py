"""Check and convert the arguments of a call before anything is sent."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias
from uuid import UUID, uuid4

from honeyhive_api.ids import as_uuid
from honeyhive_api.times import is_range, iso_text, orders_times, refuse_seconds, unix_ms, with_times
from honeyhive_api.types import UNSET, Field, Operation, Request

from .errors import InvalidRequestError

Shapes: TypeAlias = Mapping[str, tuple[Field, ...]]


class CheckedArguments(NamedTuple):
    """The converted arguments by their keys in the request. Shallow copies: the caller's objects are never mutated."""

    path: dict[str, Any]
    query: dict[str, Any]
    body: Any


# Ids that may be any string. A UUID is sent in lower case, because upper case means the same id.
_FREE_IDS: Final = frozenset(
    {"event_id", "session_id", "parent_id", "run_id", "children_ids", "event_ids", "session_ids", "run_ids[]"}
)
_ID_NAME: Final = r"(?:^|_)ids?(?:\[\])?$|Ids?$"
"""Names of arguments that are ids or lists of ids."""
_PLAIN: Final = {str: ("string",), int: ("number",), dict: ("object",)}
_NO_LISTS: Final = frozenset({str, int, float, bool, dict, bytes})


class FromModel(dict[str, Any]):
    """The keys of an object that the caller passed as a model, which may hold undocumented keys."""


def uuid_text(value: Any, at: str) -> str:
    """Return the id in lower case.

    Raises InvalidRequestError for anything but a UUID, because the service would silently replace any other id.
    """
    if isinstance(value, UUID):
        return str(value)
    if not isinstance(value, str):
        raise InvalidRequestError(f"must be a UUID or a UUID string, not {type(value).__name__}", argument=at)
    found = as_uuid(value)
    if found is None:
        raise InvalidRequestError(
            f"must be a UUID such as {uuid4()}, not {value[:60]!r}, which the server would silently replace",
            argument=at,
            hint="a version 5 UUID can be derived from any string",
        )
    return found


_CONVERSIONS: Final[dict[str, Callable[[Any, str], Any]]] = {
    "unix-ms": lambda value, at: unix_ms(refuse_seconds(value, at), at),
    "uuid": uuid_text,
    "date-time": iso_text,
}
_WORDS: Final = {
    "string": "a str",
    "number": "a number",
    "integer": "an int",
    "boolean": "a bool",
    "array": "a list",
    "object": "a JSON object",
}


def check(request: Request[Any, Any], shapes: Shapes) -> CheckedArguments:
    """Return the converted arguments. Raises InvalidRequestError for the first invalid argument."""
    operation = request.operation
    path = _path(operation, request.path)
    query = _part(operation, "query", request.query, shapes)
    body = _body(request, path, shapes)
    for group in operation.exactly_one:
        _check_exactly_one(operation, group, {**path, **query, **(body if operation.body == "flat" else {})})
    return CheckedArguments(path, query, body)


def _path(operation: Operation, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the path parameters.

    If the document does not require a UUID, the parameter may be a str, an int or a UUID.
    """
    path = {name: _canonical(value) for name, value in values.items()}
    if not path:
        return path
    for field in operation.fields:
        if field.location == "path" and field.kind == "uuid":
            path[field.name] = uuid_text(path[field.name], field.argument)
        if field.location == "path":
            _check_choice(field, path[field.name], field.argument)
    return path


def _part(operation: Operation, location: str, values: Mapping[str, Any], shapes: Shapes) -> dict[str, Any]:
    return _keys([field for field in operation.fields if field.location == location], values, "", shapes)


def _body(request: Request[Any, Any], path: dict[str, Any], shapes: Shapes) -> Any:
    operation = request.operation
    if operation.body == "flat":
        body = _part(operation, "body", {} if request.body is UNSET else request.body, shapes)
        # A body key with the name of a path parameter is not a separate argument; it gets the parameter's value.
        return {name: path.get(name, value) for name, value in body.items()} if path else body
    if operation.body == "whole":
        return _part(operation, "body", {"body": request.body}, shapes).get("body", UNSET)
    return UNSET


def _keys(fields: Sequence[Field], values: Mapping[str, Any], at: str, shapes: Shapes) -> dict[str, Any]:
    """Return the values by their keys in the request.

    Known keys are checked, unknown keys stay unchanged. None is left out, unless the document allows null.
    """
    result = FromModel(values) if isinstance(values, FromModel) else dict(values)
    for field in fields:
        if field.name not in result and not field.required:
            continue  # most fields are absent in most calls
        place = f"{at}.{field.name}" if at else field.argument
        value = result.get(field.name)
        if value is UNSET:
            _refuse_unset_id(field, place)
        if value is UNSET or (value is None and not (field.nullable and field.name in result)):
            result.pop(field.name, None)
            if field.required:
                raise InvalidRequestError("is required", argument=place)
        elif value is not None:
            result[field.name] = _value(field, value, place, shapes)
            if field.name in _FREE_IDS and field.kind != "uuid":
                result[field.name] = _canonical(result[field.name])
    return result


def _refuse_unset_id(field: Field, at: str) -> None:
    """Raise InvalidRequestError for an UNSET id: without the id, the call would do something else."""
    if field.kind == "uuid" or re.search(_ID_NAME, field.name):
        raise _unset(at)


def _unset(at: str) -> InvalidRequestError:
    return InvalidRequestError("is UNSET", argument=at, hint="the reply that it was read from lacks this key")


def _canonical(value: Any) -> Any:
    """Return an id or a list of ids, with UUIDs as lower-case strings; return anything else unchanged."""
    if isinstance(value, list):
        return [_canonical(item) for item in value]
    if not isinstance(value, str | UUID):
        return value
    text = str(value)
    return as_uuid(text) or text


def _value(field: Field, value: Any, at: str, shapes: Shapes) -> Any:
    if _is_plain(field, value):
        _check_choice(field, value, at)
        return value
    convert = _CONVERSIONS.get(field.kind) if field.kind else None
    is_list = _is_list(value) and (not field.types or "array" in field.types)
    if is_list and field.max_items is not None and len(value) > field.max_items:
        problem = f"has {len(value)} items, but one call takes at most {field.max_items}"
        raise InvalidRequestError(problem, argument=at, hint="make several calls")
    if convert is not None:
        return [convert(item, f"{at}[{i}]") for i, item in enumerate(value)] if is_list else convert(value, at)
    if is_list:
        return [_item(field, item, f"{at}[{i}]", shapes) for i, item in enumerate(value)]
    value = str(value) if isinstance(value, UUID) else _with_times(field, _without_model(value), at, shapes)
    if field.types and not any(_is_json_type(value, name) for name in field.types):
        expected = " or ".join(_WORDS[name] for name in field.types)
        raise InvalidRequestError(f"must be {expected}, not {_described(value)}", argument=at)
    _check_choice(field, value, at)
    if isinstance(value, float) and "integer" in field.types and "number" not in field.types:
        return int(value)
    return _item(field, value, at, shapes) if isinstance(value, Mapping) else value


def _is_plain(field: Field, value: Any) -> bool:
    """Return True for a value that is sent unchanged. A fast path: isinstance() with an abstract class is slow."""
    if field.kind is not None or field.shape is not None or field.types != _PLAIN.get(type(value)):
        return False
    return type(value) is not dict or not _may_hold_times(field.name)


def _item(field: Field, value: Any, at: str, shapes: Shapes) -> Any:
    """Return an object, or an item of a list, checked against the shape of its field."""
    if value is UNSET:
        raise _unset(at)
    value = str(value) if isinstance(value, UUID) else _with_times(field, _without_model(value), at, shapes)
    _check_choice(field, value, at)
    if field.shape is None:
        return value
    if not isinstance(value, Mapping):
        if {"array", "object"} <= {*field.types}:  # the shape describes the object, not the items of the array
            return value
        raise InvalidRequestError(f"must be {_WORDS['object']}, not {_described(value)}", argument=at)
    if not field.is_map:
        return _keys(shapes[field.shape], value, at, shapes)
    inner = field._replace(is_map=False)
    return {key: _item(inner, item, f"{at}.{key}", shapes) for key, item in value.items()}


def _with_times(field: Field, value: Any, at: str, shapes: Shapes) -> Any:
    """Convert the times in a date range or a filter, which the document describes as plain strings and numbers."""
    name = field.shape or field.name
    if not _may_hold_times(name) or (type(value) is not dict and not isinstance(value, Mapping)):
        return value
    if is_range(name):
        _refuse_seconds_in_range(field, value, at, shapes)
    elif orders_times(name, value):
        refuse_seconds(value.get("value"), f"{at}.value")
    found = with_times(name, value, at)
    return FromModel(found) if isinstance(value, FromModel) else found


@lru_cache(maxsize=1024)
def _may_hold_times(name: str) -> bool:
    """Return True for the name of a date range or a filter. It is cached, because every object of a call is checked."""
    return is_range(name) or "filter" in name.lower()


def _refuse_seconds_in_range(field: Field, value: Mapping[str, Any], at: str, shapes: Shapes) -> None:
    """Raise InvalidRequestError for a number in seconds.

    A range that takes only strings needs no check, because it refuses every number.
    """
    if field.shape and not any("number" in end.types for end in shapes[field.shape]):
        return
    for name, end in value.items():
        refuse_seconds(end, f"{at}.{name}")


def _without_model(value: Any) -> Any:
    if isinstance(value, str | int | float | dict | type) or not hasattr(value, "to_dict"):
        return value
    return FromModel(value.to_dict())


def _is_list(value: Any) -> bool:
    if type(value) in _NO_LISTS:
        return False
    return isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray | memoryview)


def _is_json_type(value: Any, name: str) -> bool:
    match name:
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "object":
            return type(value) is dict or isinstance(value, Mapping)
        case "array":
            return _is_list(value)
        case "integer":
            return (isinstance(value, int) and not isinstance(value, bool)) or (
                isinstance(value, float) and value.is_integer()
            )
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and (isinstance(value, int) or math.isfinite(value))


def _check_choice(field: Field, value: Any, at: str) -> None:
    if field.choices and isinstance(value, str) and value not in field.choices:
        raise InvalidRequestError(f"must be one of {', '.join(field.choices)}; not {value[:60]!r}", argument=at)


def _check_exactly_one(operation: Operation, group: tuple[str, ...], given: Mapping[str, Any]) -> None:
    found = [name for name in group if name in given]
    if len(found) == 1:
        return
    fields = [field for field in operation.fields if field.name in group]
    ways = ", ".join(f"{field.argument}=" + (" (deprecated)" if field.deprecated else "") for field in fields)
    count = "none was" if not found else f"{len(found)} were"
    raise InvalidRequestError(
        f"{operation.namespace}.{operation.name} takes exactly one of {ways}", hint=f"{count} given"
    )


def _described(value: Any) -> str:
    return repr(value) if isinstance(value, float) else type(value).__name__
