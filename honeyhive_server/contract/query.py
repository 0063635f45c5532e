"""The query of a request, read by the document: numbers, booleans, lists of ids and JSON texts."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from honeyhive_api.ids import canonical

from ..model.http_error import Refusal
from ..model.json_codec import read_json
from .contract import Parameter

Pairs = Sequence[tuple[str, str]]

BOOLEANS = {"true": True, "false": False}
_IS_ID = re.compile(r"(?:.*_)?ids?(?:\[\]|_\d)?")
_INTEGER = re.compile(r"-?\d{1,18}", re.ASCII)


def read_arguments(parameters: Sequence[Parameter], query: Pairs) -> dict[str, Any]:
    """The value of each documented parameter that the query has; parameters of other names are left alone.

    Raises Refusal (400) for a value that does not fit, and for one that is needed and missing.
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
            # As axios writes an object.
            values[parameter.name] = _fitting(parameter, parts)
        elif parameter.required:
            raise Refusal(400, f"{parameter.name} is missing")
    return values


def _list(parameter: Parameter, texts: list[str], query: Pairs) -> dict[str, Any]:
    bare = parameter.name.removesuffix("[]")
    if bare != parameter.name and any(name == bare for name, _ in query):
        raise Refusal(400, f"{bare}: a list is written with brackets: {parameter.name}=...")
    return {parameter.name: _fitting(parameter, texts)} if texts else {}


def _parts(name: str, query: Pairs) -> Iterator[tuple[str, str]]:
    for key, text in query:
        if key.startswith(f"{name}[") and key.endswith("]"):
            yield key[len(name) + 1 : -1], text


def _value(parameter: Parameter, text: str) -> Any:
    value: Any = text
    if parameter.kind == "integer" and _INTEGER.fullmatch(text):
        value = int(text)
    elif parameter.kind == "boolean":
        value = BOOLEANS.get(text, text)
    elif parameter.kind == "json":
        value = _json(parameter.name, text)
    return _fitting(parameter, value)


def _json(name: str, text: str) -> Any:
    try:
        return read_json(text.encode(errors="replace"))[0]
    except Refusal:
        raise Refusal(400, f"{name}: not JSON: {text[:60]!r}") from None


def _fitting(parameter: Parameter, value: Any) -> Any:
    fault = next(parameter.schema.faults(value), None)
    if fault is not None:
        where = ".".join(map(str, (parameter.name, *fault.instance_path)))
        raise Refusal(400, f"{where}: {fault.message[-200:]}")
    return value
