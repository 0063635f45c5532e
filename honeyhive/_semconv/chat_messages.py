"""Chat messages of every convention in one form: role, content, tool_calls and other keys."""

from collections.abc import Iterable, Mapping
from typing import Any

from .attribute_parsing import parsed_container

# OpenInference repeats the name of each object inside it: message.content, tool_call.id.
WRAPPERS = frozenset(
    {"message", "message_content", "tool_call", "prompt", "completion", "document", "embedding", "image", "tool"}
)

# Part types of the GenAI conventions and of the AI SDK, and the names that the AI SDK gives to parts of a call.
_CALLS, _RESULTS = ("tool_call", "tool-call"), ("tool_call_response", "tool-result")
_CALL_KEYS = {"toolCallId": "id", "toolName": "name", "args": "arguments", "input": "arguments"}


def unwrap(value: Any) -> Any:
    """Return the inner object of a wrapper such as {"message": {...}}; other values unchanged."""
    while isinstance(value, Mapping) and len(value) == 1:
        (key, inner), *_ = value.items()
        if key not in WRAPPERS or not isinstance(inner, Mapping):
            break
        value = inner
    return value


def messages(value: Any, role: str) -> list[dict[str, Any]]:
    """Return the messages in a list, an object or a string; ``role`` is the default role."""
    value = parsed_container(value)
    if isinstance(value, Mapping):
        value = _conversation(value)
    items = value if isinstance(value, list) else [value]
    return [_message(one, role) for item in items for one in _split(unwrap(item))]


def _conversation(holder: Mapping[str, Any]) -> Any:
    """Return the messages in an object, system messages first; an object without messages is a message itself."""
    found = holder.get("messages")
    if "prompt" in holder and holder.keys() <= {"system", "prompt"}:
        found = _listed(holder["prompt"])
    if not isinstance(found, list):
        return holder
    system = [
        {"role": "system", "content": one} if isinstance(one, str) else one for one in _listed(holder.get("system"))
    ]
    return [*system, *found]


def _split(raw: Any) -> list[Any]:
    """Return one message per tool result, because a message has room for one tool call id only."""
    for key in ("content", "parts") if isinstance(raw, Mapping) else ():
        parts = raw.get(key)
        results = [part for part in parts if _is_result(part)] if isinstance(parts, list) else []
        if results and len(parts) > 1:
            others = [part for part in parts if not _is_result(part)]
            tools = [{**({} if others else raw), "role": "tool", key: [part]} for part in results]
            rest = [{**raw, key: others}] if others else []
            return tools + rest if _is_result(parts[0]) else rest + tools
    return [raw]


def _is_result(part: Any) -> bool:
    return isinstance(part, Mapping) and part.get("type") in _RESULTS


def _message(raw: Any, role: str) -> dict[str, Any]:
    if not isinstance(raw, Mapping):
        return {"role": role, "content": raw}
    rest = dict(raw)
    built: dict[str, Any] = {"role": rest.pop("role", None) or role}
    inner = parsed_container(rest.get("message"))  # the value is a choice, as in gen_ai.choice events
    if isinstance(inner, Mapping):
        rest = {**{key: value for key, value in rest.items() if key != "message"}, **inner}
        built["role"] = rest.pop("role", None) or built["role"]
    parts, calls = _parts(rest)
    calls += [_call(unwrap(call)) for call in _listed(rest.pop("tool_calls", None))]
    content = _content(parts)
    if content is not None or not calls:
        built["content"] = content if content is not None else ""
    if calls:
        built["tool_calls"] = calls
    return {**built, **{key: value for key, value in rest.items() if value is not None}}


def _parts(rest: dict[str, Any]) -> tuple[list[Any], list[dict[str, Any]]]:
    """Return the content parts and the tool calls among them, and remove their keys from ``rest``."""
    raw: list[Any] = []
    for key in ("content", "text", "contents", "parts"):
        raw += _listed(rest.pop(key, None))
    parts, calls = [], []
    for part in (unwrap(each) for each in raw):
        kind = part.get("type") if isinstance(part, Mapping) else None
        if isinstance(part, Mapping) and isinstance(part.get("tool_call"), Mapping):
            # OpenInference repeats the call among the tool_calls.
            calls += [] if rest.get("tool_calls") else [_call(part["tool_call"])]
        elif kind in _CALLS:
            calls.append(_call(part))
        elif kind in _RESULTS:
            if called := part.get("id") or part.get("toolCallId"):
                rest.setdefault("tool_call_id", called)
            if "toolName" in part:
                rest.setdefault("name", part["toolName"])
            parts.append(_result(part))
        elif kind == "text" and isinstance(part.get("content"), str):
            parts.append({"type": "text", "text": part["content"]})
        elif isinstance(part, Mapping):
            parts.append({key: unwrap(value) for key, value in part.items()})
        else:
            parts.append(part)
    return parts, calls


def _content(parts: list[Any]) -> Any:
    if not parts:
        return None
    if len(parts) == 1:
        (part,) = parts
        is_text = isinstance(part, Mapping) and part.get("type") == "text" and set(part) <= {"type", "text"}
        return part["text"] if is_text and "text" in part else part if not isinstance(part, Mapping) else [part]
    return [{"type": "text", "text": part} if isinstance(part, str) else part for part in parts]


def _listed(value: Any) -> list[Any]:
    value = parsed_container(value) if isinstance(value, str) and value.startswith('[{"type"') else value
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def _result(part: Mapping[str, Any]) -> Any:
    """Return the value of a tool result part."""
    found = next((part[key] for key in ("response", "result", "output", "content") if key in part), None)
    return found["value"] if "toolName" in part and isinstance(found, Mapping) and "value" in found else found


def tool_calls(value: Any) -> list[dict[str, Any]]:
    """Return the tool calls in a list, or in the JSON of a list; otherwise none."""
    value = parsed_container(value)
    return [_call(unwrap(each)) for each in value] if isinstance(value, list) else []


def _call(raw: Any) -> dict[str, Any]:
    """Return a tool call in the form of OpenAI's chat completions."""
    if not isinstance(raw, Mapping):
        return {"function": {"name": str(raw)}}
    rest: dict[str, Any] = dict(raw)
    if "toolName" in raw:
        rest = {_CALL_KEYS.get(key) or key: value for key, value in raw.items()}
    function = rest.pop("function", None)
    if not isinstance(function, Mapping):
        function = {key: rest.pop(key) for key in ("name", "arguments") if key in rest}
    rest.pop("type", None)
    return {**rest, "type": "function", "function": dict(function)}


def texts(value: Any) -> str:
    """Join the text of a list of parts, one paragraph each."""
    value = parsed_container(value)
    items: Iterable[Any] = value if isinstance(value, list) else [value]
    found = [each.get("content", each.get("text")) if isinstance(each, Mapping) else each for each in items]
    return "\n\n".join(str(text) for text in found if text is not None)
