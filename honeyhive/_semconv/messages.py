"""Messages of a conversation in one form, whichever convention wrote them: role, content, tool_calls and the rest."""

from collections.abc import Iterable, Mapping
from typing import Any

from .parsing import parsed_container

# OpenInference repeats the name of each object inside it: message.content, tool_call.id.
WRAPPERS = frozenset(
    {"message", "message_content", "tool_call", "prompt", "completion", "document", "embedding", "image", "tool"}
)

# The AI SDK has other names for the parts of a call, and a type around the value of a result.
_CALLS, _RESULTS = ("tool_call", "tool-call"), ("tool_call_response", "tool-result")
_OF_CALL = {"toolCallId": "id", "toolName": "name", "args": "arguments", "input": "arguments"}


def unwrap(value: Any) -> Any:
    """The object inside an object whose only key is the name of what it is."""
    while isinstance(value, Mapping) and len(value) == 1:
        (key, inner), *_ = value.items()
        if key not in WRAPPERS or not isinstance(inner, Mapping):
            break
        value = inner
    return value


def messages(value: Any, role: str) -> list[dict[str, Any]]:
    """The messages of a list, an object with them or a text; role is for those that name none."""
    value = parsed_container(value)
    if isinstance(value, Mapping):
        value = _conversation(value)
    items = value if isinstance(value, list) else [value]
    return [_message(one, role) for item in items for one in _split(unwrap(item))]


def _conversation(asked: Mapping[str, Any]) -> Any:
    """The messages inside an object, those of the system first; an object without any is a message itself."""
    said = asked.get("messages")
    if "prompt" in asked and asked.keys() <= {"system", "prompt"}:
        said = _listed(asked["prompt"])
    if not isinstance(said, list):
        return asked
    system = [
        {"role": "system", "content": one} if isinstance(one, str) else one for one in _listed(asked.get("system"))
    ]
    return [*system, *said]


def _split(raw: Any) -> list[Any]:
    """A message of its own for each result of a tool, since a message tells one id of a call."""
    for key in ("content", "parts") if isinstance(raw, Mapping) else ():
        parts = raw.get(key)
        results = [part for part in parts if _is_result(part)] if isinstance(parts, list) else []
        if results and len(parts) > 1:
            others = [part for part in parts if not _is_result(part)]
            told = [{**({} if others else raw), "role": "tool", key: [part]} for part in results]
            rest = [{**raw, key: others}] if others else []
            return told + rest if _is_result(parts[0]) else rest + told
    return [raw]


def _is_result(part: Any) -> bool:
    return isinstance(part, Mapping) and part.get("type") in _RESULTS


def _message(raw: Any, role: str) -> dict[str, Any]:
    if not isinstance(raw, Mapping):
        return {"role": role, "content": raw}
    rest = dict(raw)
    built: dict[str, Any] = {"role": rest.pop("role", None) or role}
    inner = parsed_container(rest.get("message"))  # a choice, as events of a span have it
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
    """The parts of the content, and the calls of tools among them; what they were made of leaves the message."""
    raw: list[Any] = []
    for key in ("content", "text", "contents", "parts"):
        raw += _listed(rest.pop(key, None))
    parts, calls = [], []
    for part in (unwrap(each) for each in raw):
        kind = part.get("type") if isinstance(part, Mapping) else None
        if isinstance(part, Mapping) and isinstance(part.get("tool_call"), Mapping):
            # OpenInference tells it among the tool_calls, too.
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
    """What a tool gave."""
    found = next((part[key] for key in ("response", "result", "output", "content") if key in part), None)
    return found["value"] if "toolName" in part and isinstance(found, Mapping) and "value" in found else found


def tool_calls(value: Any) -> list[dict[str, Any]]:
    """The calls of tools in a list or its JSON text."""
    value = parsed_container(value)
    return [_call(unwrap(each)) for each in value] if isinstance(value, list) else []


def _call(raw: Any) -> dict[str, Any]:
    """A call of a tool with its function, as OpenAI's chat has it."""
    if not isinstance(raw, Mapping):
        return {"function": {"name": str(raw)}}
    rest: dict[str, Any] = dict(raw)
    if "toolName" in raw:
        rest = {_OF_CALL.get(key) or key: value for key, value in raw.items()}
    function = rest.pop("function", None)
    if not isinstance(function, Mapping):
        function = {key: rest.pop(key) for key in ("name", "arguments") if key in rest}
    rest.pop("type", None)
    return {**rest, "type": "function", "function": dict(function)}


def texts(value: Any) -> str:
    """The texts of a list of parts, one paragraph each."""
    value = parsed_container(value)
    items: Iterable[Any] = value if isinstance(value, list) else [value]
    found = [each.get("content", each.get("text")) if isinstance(each, Mapping) else each for each in items]
    return "\n\n".join(str(text) for text in found if text is not None)
