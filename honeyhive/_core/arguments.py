"""The arguments of a call, checked against the document's rows before anything is sent."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar
from uuid import UUID

from honeyhive_api.times import is_range, iso_text, orders_times, refuse_seconds, unix_ms, with_times
from honeyhive_api.types import UNSET, Field, Operation, Request

from .errors import InvalidRequestError
from .ids import uuid_text

T = TypeVar("T")
Shapes: TypeAlias = Mapping[str, tuple[Field, ...]]


class Arguments(NamedTuple):
    """The converted arguments by wire key. Shallow copies: the caller's objects are never mutated."""

    path: dict[str, Any]
    query: dict[str, Any]
    body: Any


_ID: Final = re.compile(r"(?:^|_)ids?(?:\[\])?$|Ids?$")
"""The names of arguments that are ids or lists of them."""
_NO_LISTS: Final = frozenset({str, int, float, bool, dict, bytes})


class FromModel(dict[str, Any]):
    """An object that the caller gave as a model, which may hold more keys than an argument names."""


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
    "object": "a dict or a model",
}


def requested(
    operation: Operation, build: Callable[..., Request[T, Any]], arguments: Mapping[str, Any]
) -> Request[T, Any]:
    """Return the request of a method's arguments, given by their Python names; what is left out has no key."""
    parameters = {one.argument: arguments[one.argument] for one in operation.fields if one.location != "body"}
    if operation.body is None:
        return build(**parameters)
    if operation.body == "whole":
        whole = arguments[operation.fields[-1].argument]
        return build(**parameters, body=UNSET if whole is None else whole)
    body = {}
    for one in operation.fields:
        value = arguments[one.argument] if one.location == "body" else None
        # UNSET is the default of a nullable argument only; any other is the caller's, and checked as a value.
        if value is not (UNSET if one.nullable else None):
            body[one.name] = value
    return build(**parameters, body=body)


def check(request: Request[Any, Any], shapes: Shapes) -> Arguments:
    """The arguments converted, or an InvalidRequestError that names the place of the first fault."""
    operation = request.operation
    path = _path(operation, request.path)
    query = _part(operation, "query", request.query, shapes)
    body = _body(request, path, shapes)
    given = {**path, **query, **(body if operation.body == "flat" else {})}
    for group in operation.exactly_one:
        _check_exactly_one(operation, group, given)
    return Arguments(path, query, body)


def _path(operation: Operation, values: Mapping[str, Any]) -> dict[str, Any]:
    """The path parameters; a free one may be a str, an int or a UUID, whatever its type in the document."""
    path = {name: str(value) if isinstance(value, UUID) else value for name, value in values.items()}
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
        # A body key named like a path parameter is no argument of its own: it has the parameter's value.
        return {name: path.get(name, value) for name, value in body.items()}
    if operation.body == "whole":
        return _part(operation, "body", {"body": request.body}, shapes).get("body", UNSET)
    return UNSET


def _keys(fields: Sequence[Field], values: Mapping[str, Any], at: str, shapes: Shapes) -> dict[str, Any]:
    """The values by wire key, known ones checked, unknown ones as they are; None is absent where null is no value."""
    result = FromModel(values) if isinstance(values, FromModel) else dict(values)
    for field in fields:
        place = f"{at}.{field.name}" if at else field.argument
        value = result.get(field.name)
        if value is UNSET:
            _refuse_unset_id(field, place)
        if value is UNSET or (value is None and not (field.nullable and field.name in result)):
            result.pop(field.name, None)
            if field.required:
                raise InvalidRequestError(f"{place} is required")
        elif value is not None:
            result[field.name] = _value(field, value, place, shapes)
    return result


def _refuse_unset_id(field: Field, at: str) -> None:
    """Raise InvalidRequestError for an id that a reply does not have: left out, it would mean another thing."""
    if field.kind == "uuid" or _ID.search(field.name):
        raise InvalidRequestError(f"{at} is UNSET: the reply that it comes from has no such key")


def _value(field: Field, value: Any, at: str, shapes: Shapes) -> Any:
    if type(value) is str and field.types == ("string",) and field.kind is None and not field.choices:
        return value  # the common case, without the slow checks of abstract classes
    convert = _CONVERSIONS.get(field.kind) if field.kind else None
    is_list = _is_list(value) and (not field.types or "array" in field.types)
    if convert is not None:
        return [convert(item, f"{at}[{i}]") for i, item in enumerate(value)] if is_list else convert(value, at)
    if is_list:
        return [_item(field, item, f"{at}[{i}]", shapes) for i, item in enumerate(value)]
    value = str(value) if isinstance(value, UUID) else _with_times(field, _without_model(value), at, shapes)
    if field.types and not any(_is_json_type(value, name) for name in field.types):
        expected = " or ".join(_WORDS[name] for name in field.types)
        raise InvalidRequestError(f"{at} must be {expected}, not {_described(value)}")
    _check_choice(field, value, at)
    if isinstance(value, float) and "integer" in field.types and "number" not in field.types:
        return int(value)
    return _item(field, value, at, shapes) if isinstance(value, Mapping) else value


def _item(field: Field, value: Any, at: str, shapes: Shapes) -> Any:
    """An item of a list, or an object itself, as the field's shape wants it."""
    if value is UNSET:
        raise InvalidRequestError(f"{at} is UNSET: the reply that it comes from has no such key")
    value = str(value) if isinstance(value, UUID) else _with_times(field, _without_model(value), at, shapes)
    _check_choice(field, value, at)
    if field.shape is None:
        return value
    if not isinstance(value, Mapping):
        if {"array", "object"} <= {*field.types}:  # one of several types: the items of the array are not the object
            return value
        raise InvalidRequestError(f"{at} must be a dict or a model, not {_described(value)}")
    if not field.is_map:
        return _keys(shapes[field.shape], value, at, shapes)
    inner = field._replace(is_map=False)
    return {key: _item(inner, item, f"{at}.{key}", shapes) for key, item in value.items()}


def _with_times(field: Field, value: Any, at: str, shapes: Shapes) -> Any:
    """Convert the times in a date range or a filter, which the document describes as plain strings and numbers."""
    if type(value) is not dict and not isinstance(value, Mapping):
        return value
    name = field.shape or field.name
    if is_range(name):
        _refuse_seconds_in_range(field, value, at, shapes)
    elif orders_times(name, value):
        refuse_seconds(value.get("value"), f"{at}.value")
    found = with_times(name, value, at)
    return FromModel(found) if isinstance(value, FromModel) else found


def _refuse_seconds_in_range(field: Field, value: Mapping[str, Any], at: str, shapes: Shapes) -> None:
    """Check the numbers, unless the range takes strings only and so refuses every number."""
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
        raise InvalidRequestError(f"{at} must be one of {', '.join(field.choices)}; not {value[:60]!r}")


def _check_exactly_one(operation: Operation, group: tuple[str, ...], given: Mapping[str, Any]) -> None:
    found = [name for name in group if name in given]
    if len(found) == 1:
        return
    fields = [field for field in operation.fields if field.name in group]
    ways = ", ".join(f"{field.argument}=" + (" (deprecated)" if field.deprecated else "") for field in fields)
    count = "none was" if not found else f"{len(found)} were"
    raise InvalidRequestError(f"{operation.namespace}.{operation.name} takes exactly one of {ways}; {count} given")


def _described(value: Any) -> str:
    if isinstance(value, float):
        return repr(value)
    return type(value).__name__
