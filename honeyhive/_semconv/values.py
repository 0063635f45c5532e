"""How the value of an attribute is read: one function for each kind of the mapping table.

A function raises ValueError for a value that it cannot read; the attribute then stays as it is.
"""

import math
from collections.abc import Callable, Mapping
from typing import Any

from .messages import messages, texts, tool_calls, unwrap
from .parsing import parse_json, parsed, parsed_container

# Enough of a vector to see that it is one and not another; the whole of it nobody reads.
SHOWN_OF_VECTOR = 8


def _text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float) or value == "":
        raise ValueError("no text")
    return str(value)


def _number(value: Any) -> int | float:
    if isinstance(value, str):
        try:
            value = int(value)
        except ValueError:
            value = float(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError("no number")
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 2**53 else value


def _list(value: Any) -> list[Any]:
    value = parsed_container(value)
    return list(value) if isinstance(value, list | tuple) else [value]


def _first(value: Any) -> Any:
    items = _list(value)
    if not items:
        raise ValueError("an empty list")
    return items[0]


def _milliseconds(value: Any) -> float:
    return round(_number(value) * 1000, 3)


def _object(value: Any) -> dict[str, Any]:
    value = parse_json(value) if isinstance(value, str) else value
    if not isinstance(value, Mapping):
        raise ValueError("no object")  # noqa: TRY004 -- readers raise ValueError, whatever is wrong
    return dict(value)


def _flat(value: Any) -> Any:
    """Leaves that are JSON text, parsed; value is what was put together."""
    if isinstance(value, dict):
        return {key: _flat(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_flat(each) for each in value]
    return parsed_container(value)


def _tools(value: Any) -> list[Any]:
    return [_tool(unwrap(each)) for each in _list(value)]


def _tool(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return parsed_container(value)
    if set(value) == {"json_schema"}:
        return parsed(value["json_schema"])
    return {key: parsed_container(each) for key, each in value.items()}


def _documents(value: Any) -> list[Any]:
    found = [unwrap(each) for each in _list(value)]
    return [
        {key: parsed_container(part) if key == "metadata" else part for key, part in each.items()}
        if isinstance(each, Mapping)
        else each
        for each in found
    ]


def _json(value: Any) -> Any:
    return [parsed(each) for each in value] if isinstance(value, list) else parsed(value)


def _answer(value: Any) -> dict[str, Any]:
    return {"role": "assistant", "content": _text(value)}


def _calls(value: Any) -> dict[str, Any]:
    found = tool_calls(value)
    if not found:
        raise ValueError("no calls")
    return {"role": "assistant", "tool_calls": found}


def _embeddings(value: Any) -> list[Any]:
    items = [parsed_container(each) for each in _list(value)]
    vectors = [items] if _is_vector(items) else items
    return [_embedding({"vector": each} if _is_vector(each) else unwrap(each)) for each in vectors]


def _is_vector(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, int | float) for each in value)


def _embedding(value: Any) -> Any:
    if not isinstance(value, Mapping) or not isinstance(value.get("vector"), list | tuple):
        return value
    vector = value["vector"]
    return {**value, "vector": list(vector[:SHOWN_OF_VECTOR]), "dimension": len(vector)}


READ: dict[str, Callable[[Any], Any]] = {
    "any": lambda value: value,
    "text": _text,
    "number": _number,
    "list": _list,
    "first": _first,
    "milliseconds": _milliseconds,
    "json": _json,
    "object": _object,
    "flat": _flat,
    "instructions": texts,
    "tools": _tools,
    "documents": _documents,
    "embeddings": _embeddings,
    "answer": _answer,
    "calls": _calls,
}


def read_value(value: Any, mime_type: Any) -> dict[str, Any]:
    """What goes in or comes out, as an object: itself, or under the key `value`."""
    is_json = mime_type == "application/json" or mime_type is None
    value = parsed_container(value) if is_json else value
    return dict(value) if isinstance(value, Mapping) else {"value": value}


def read_messages(value: Any, target: str, name: str) -> list[dict[str, Any]]:
    """The messages of an attribute or of the event with this name, with the role that goes without saying."""
    told = name.removeprefix("gen_ai.").removesuffix(".message") if name.endswith(".message") else None
    found = messages(value, told or ("assistant" if target.startswith("outputs") else "user"))
    if not found:
        raise ValueError("no messages")
    return found
