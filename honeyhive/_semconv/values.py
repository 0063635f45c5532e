"""Readers of attribute values, one function per kind of mapping rule.

A reader raises ValueError for a value that it cannot read; the attribute then stays in the metadata.
"""

import math
from collections.abc import Callable, Mapping
from typing import Any

from .attribute_parsing import parse_json, parsed, parsed_container
from .chat_messages import messages, texts, tool_calls, unwrap

# Keep the first 8 numbers of an embedding: enough to recognize it.
SHOWN_OF_VECTOR = 8


def _string(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float) or value == "":
        raise ValueError("not a non-empty string or number")
    return str(value)


def _number(value: Any) -> int | float:
    if isinstance(value, str):
        try:
            value = int(value)
        except ValueError:
            value = float(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError("not a finite number")
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
        raise ValueError("not an object")  # noqa: TRY004 -- callers catch ValueError only
    return dict(value)


def _flat(value: Any) -> Any:
    """Return a nested value, in which strings that hold JSON objects or arrays are parsed."""
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


def _reply(value: Any) -> dict[str, Any]:
    return {"role": "assistant", "content": _string(value)}


def _calls(value: Any) -> dict[str, Any]:
    found = tool_calls(value)
    if not found:
        raise ValueError("no tool calls")
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
    "string": _string,
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
    "answer": _reply,
    "calls": _calls,
}


def read_value(value: Any, mime_type: Any) -> dict[str, Any]:
    """Return inputs or outputs as an object; a value that is not an object goes under the key `value`."""
    is_json = mime_type == "application/json" or mime_type is None
    value = parsed_container(value) if is_json else value
    return dict(value) if isinstance(value, Mapping) else {"value": value}


def read_messages(value: Any, target: str, name: str) -> list[dict[str, Any]]:
    """Return the messages of the attribute or span event ``name``, with the default role for ``target``."""
    named_role = name.removeprefix("gen_ai.").removesuffix(".message") if name.endswith(".message") else None
    found = messages(value, named_role or ("assistant" if target.startswith("outputs") else "user"))
    if not found:
        raise ValueError("no messages")
    return found
