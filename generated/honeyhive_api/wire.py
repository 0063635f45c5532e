# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Conversion of arguments to their wire format: times to numbers, UUIDs to strings. encoding.py then encodes them."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from .encoding import json_bytes, query_string
from .errors import InvalidRequestError
from .shapes import SHAPES
from .times import iso_text, unix_ms, with_times
from .types import UNSET, Field, Operation


def query_of(operation: Operation, query: Mapping[str, Any]) -> str:
    """Return the query string without a question mark. UNSET and None are omitted.

    Raises InvalidRequestError for an empty list of ids: without the parameter, the query would select everything.
    """
    values = {name: value for name, value in query.items() if value is not UNSET and value is not None}
    if operation.empty_list and values.get(operation.empty_list.parameter) in ([], ()):
        raise InvalidRequestError(
            "is empty, which a query cannot express",
            argument=operation.empty_list.parameter,
            hint="no request is needed: an empty list selects nothing",
        )
    fields = [one for one in operation.fields if one.location == "query"]
    as_json = frozenset(one.name for one in fields if one.kind == "json")
    return query_string(_converted(fields, values), as_json)


def headers_of(operation: Operation, headers: Mapping[str, Any]) -> dict[str, str]:
    """Return the header parameters as strings. UNSET and None are omitted; items of a list are joined with commas."""
    fields = [one for one in operation.fields if one.location == "header"]
    found = {name: value for name, value in _converted(fields, headers).items() if value is not None}
    return {name: _text(value) for name, value in found.items()}


def _text(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ",".join(map(_text, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def body_of(operation: Operation, body: Any) -> bytes | None:
    """Return the body as JSON in UTF-8, or None if the request has no body."""
    if body is UNSET:
        return None
    fields = [one for one in operation.fields if one.location == "body"]
    body = _without_model(body)
    if operation.body == "whole":
        return json_bytes(_value(fields[0], body, "body"))
    return json_bytes(_converted(fields, body) if isinstance(body, Mapping) else body)


def _converted(fields: Sequence[Field], values: Mapping[str, Any]) -> dict[str, Any]:
    found = {name: value for name, value in values.items() if value is not UNSET}
    for one in fields:
        value = found.get(one.name)
        if value is not None:
            found[one.name] = _value(one, value, one.name)
    return found


def _value(field: Field, value: Any, at: str) -> Any:
    value = _without_model(value)
    if isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray):
        return [_value(field, item, at) for item in value]
    if isinstance(value, Mapping):
        value = with_times(field.shape or field.name, value, at)
        if field.shape is None:
            return value
        if field.is_map:
            inner = field._replace(is_map=False)
            return {key: _value(inner, item, f"{at}.{key}") for key, item in value.items()}
        return _converted(SHAPES[field.shape], value)
    if field.kind == "unix-ms":
        return unix_ms(value, at)
    if field.kind == "date-time":
        return iso_text(value, at)
    return str(value) if isinstance(value, UUID) else value


def _without_model(value: Any) -> Any:
    return value.to_dict() if hasattr(value, "to_dict") and not isinstance(value, type) else value
