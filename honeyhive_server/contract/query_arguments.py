"""Decoding of query parameters by their schemas: numbers, booleans, lists of ids and JSON."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from honeyhive_api.ids import canonical

from ..model.http_messages import HTTPError
from ..model.json_codec import read_json
from .served_operations import MAX_MESSAGE, QueryParameter

Pairs = Sequence[tuple[str, str]]

BOOLEANS = {"true": True, "false": False}
_IS_ID = re.compile(r"(?:.*_)?ids?(?:\[\]|_\d)?")
# An integer of at most 18 digits, which always fits into 64 bits.
_INTEGER = re.compile(r"-?\d{1,18}", re.ASCII)


def read_arguments(parameters: Sequence[QueryParameter], query: Pairs) -> dict[str, Any]:
    """Return the documented parameters in the query; other parameters are ignored.

    Raises HTTPError (400) for an invalid value, and for a missing parameter that is required.
    """
    values: dict[str, Any] = {}
    for parameter in parameters:
        texts = [text for name, text in query if name == parameter.name]
        if _IS_ID.fullmatch(parameter.name):
            texts = [canonical(text) for text in texts]
        if parameter.kind == "array":
            values |= _list(parameter, texts, query)
        elif texts:
            values[parameter.name] = _value(parameter, texts[-1])
        elif parameter.kind == "json" and (parts := dict(_parts(parameter.name, query))):
            # The form in which axios sends an object: name[key]=value.
            values[parameter.name] = _validated(parameter, parts)
        elif parameter.required:
            raise HTTPError(400, f"{parameter.name} is missing")
    return values


def _list(parameter: QueryParameter, texts: list[str], query: Pairs) -> dict[str, Any]:
    bare = parameter.name.removesuffix("[]")
    if bare != parameter.name and any(name == bare for name, _ in query):
        raise HTTPError(400, f"{bare}: write lists with brackets: {parameter.name}=...")
    return {parameter.name: _validated(parameter, texts)} if texts else {}


def _parts(name: str, query: Pairs) -> Iterator[tuple[str, str]]:
    for key, text in query:
        if key.startswith(f"{name}[") and key.endswith("]"):
            yield key[len(name) + 1 : -1], text


def _value(parameter: QueryParameter, text: str) -> Any:
    value: Any = text
    if parameter.kind == "integer" and _INTEGER.fullmatch(text):
        value = int(text)
    elif parameter.kind == "boolean":
        value = BOOLEANS.get(text, text)
    elif parameter.kind == "json":
        value = _json(parameter.name, text)
    return _validated(parameter, value)


def _json(name: str, text: str) -> Any:
    try:
        return read_json(text.encode(errors="replace"))[0]
    except HTTPError:
        raise HTTPError(400, f"{name}: not JSON: {text[:60]!r}") from None


def _validated(parameter: QueryParameter, value: Any) -> Any:
    error = next(parameter.schema.errors(value), None)
    if error is not None:
        place = ".".join(map(str, (parameter.name, *error.instance_path)))
        raise HTTPError(400, f"{place}: {error.message[-MAX_MESSAGE:]}")
    return value
