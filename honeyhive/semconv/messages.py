"""Messages of a conversation in one form, whichever convention wrote them: role, content, tool_calls and the rest."""

from collections.abc import Iterable, Mapping
from typing import Any

from .parsing import parsed_container

# OpenInference repeats the name of each object inside it: message.content, tool_call.id.
WRAPPERS = frozenset(
    {"message", "message_content", "tool_call", "prompt", "completion", "document", "embedding", "image", "tool"}
)


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
    if isinstance(value, Mapping) and isinstance(value.get("messages"), list):
        value = value["messages"]
    items = value if isinstance(value, list) else [value]
    return [_message(unwrap(item), role) for item in items]


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
        elif kind == "tool_call":
            calls.append(_call(part))
        elif kind == "tool_call_response":
            if part.get("id"):
                rest.setdefault("tool_call_id", part["id"])
            parts.append(part.get("response", part.get("result", part.get("content"))))
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


def _call(raw: Any) -> dict[str, Any]:
    """A call of a tool with its function, as OpenAI's chat has it."""
    if not isinstance(raw, Mapping):
        return {"function": {"name": str(raw)}}
    rest = dict(raw)
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
