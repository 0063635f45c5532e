"""Conversations in the inputs and outputs of events, in the formats that applications log."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..model.json_codec import write_json

CONVERSATIONS = ("messages", "chat_history")
ANSWERS = ("content", "response", "completion", "text")


class ToolCall(NamedTuple):
    """A tool call in a message."""

    name: str
    arguments: Any


class Message(NamedTuple):
    """One message of a conversation."""

    role: str
    text: str
    calls: tuple[ToolCall, ...] = ()


class Conversation(NamedTuple):
    """Messages, and the other values that were logged with them."""

    messages: list[Message]
    rest: Any


def of_field(document: Mapping[str, Any], key: str) -> Conversation:
    """Return the conversation in a field of an event; only inputs and outputs have messages."""
    if key == "inputs":
        return of_inputs(document[key])
    if key == "outputs":
        return of_outputs(document[key], document["event_type"])
    return Conversation([], document[key])


def of_inputs(inputs: Any) -> Conversation:
    """Return the conversation in inputs: a list of messages with roles."""
    return _conversation(inputs) or Conversation([], inputs)


def of_outputs(outputs: Any, event_type: str) -> Conversation:
    """Return the response in outputs, which may be messages, choices, one message or a string."""
    if not isinstance(outputs, Mapping):
        return Conversation([], outputs)
    if _is_message(outputs):
        return Conversation([_message(outputs)], _without(outputs, "role", "content", "tool_calls"))
    if _is_message(outputs.get("message")):
        return Conversation([_message(outputs["message"])], _without(outputs, "message"))
    choices = outputs.get("choices")
    if isinstance(choices, list) and choices and all(_is_message(_get(each, "message")) for each in choices):
        return Conversation([_message(each["message"]) for each in choices], _without(outputs, "choices"))
    if found := _conversation(outputs):
        return found
    for key in ANSWERS if event_type == "model" else ():
        if isinstance(outputs.get(key), str):
            return Conversation([Message("assistant", outputs[key])], _without(outputs, key))
    return Conversation([], outputs)


def preview(thread: Conversation, length: int = 160) -> str:
    """Return the last message, or the other values, as one line of at most `length` characters."""
    text = next((message.text for message in reversed(thread.messages) if message.text), "") or _brief(thread.rest)
    line = " ".join(text[: 4 * length].split())
    return line if len(line) <= length else f"{line[: length - 1]}\u2026"


def _conversation(value: Any) -> Conversation | None:
    for key in CONVERSATIONS:
        listed = _get(value, key)
        if isinstance(listed, list) and listed and all(isinstance(_get(each, "role"), str) for each in listed):
            return Conversation([_message(each) for each in listed], _without(value, key))
    return None


def _is_message(value: Any) -> bool:
    return isinstance(_get(value, "role"), str) and ("content" in value or "tool_calls" in value)


def _message(value: Mapping[str, Any]) -> Message:
    listed = value.get("tool_calls")
    calls = tuple(map(_call, listed)) if isinstance(listed, list) else ()
    text = _text(value.get("content"))
    if not text and not calls:
        text = _brief(_without(value, "role", "content"))
    return Message(value["role"], text, calls)


def _call(value: Any) -> ToolCall:
    inner = _get(value, "function") or value
    name = _get(inner, "name")
    return ToolCall(name if isinstance(name, str) else "", _get(inner, "arguments") if name else value)


def _text(content: Any) -> str:
    """Return the text of a message, whose content may be a string, null, or a list of parts."""
    if content is None or isinstance(content, str):
        return content or ""
    if isinstance(content, list):
        return "\n".join(
            _get(part, "text") if isinstance(_get(part, "text"), str) else _text_of(part) for part in content
        )
    return _text_of(content)


def _text_of(value: Any) -> str:
    return value if isinstance(value, str) else write_json(value)


def _brief(value: Any) -> str:
    if isinstance(value, Mapping):
        if not value:
            return ""
        (first, *others) = value.values()
        return _text_of(first if not others else value)
    return "" if value is None else _text_of(value)


def _get(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, Mapping) else None


def _without(value: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: each for key, each in value.items() if key not in keys}
