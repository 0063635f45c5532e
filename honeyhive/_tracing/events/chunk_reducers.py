"""Reduces the chunks of OpenAI and Anthropic streams to the message and the token counts of the whole response."""

import json
from contextlib import suppress
from typing import Any, Final, Protocol

_TOKENS: Final[dict[str, str | None]] = {
    "prompt_tokens": "prompt_tokens",
    "completion_tokens": "completion_tokens",
    "total_tokens": "total_tokens",
    "input_tokens": "prompt_tokens",
    "output_tokens": "completion_tokens",
    "cache_read_input_tokens": "cache_read_input_tokens",
    "cache_creation_input_tokens": None,
}
"""Names of token counts in both APIs, and the service's name for each; None if the service has no such count."""


class ChunkReducer(Protocol):
    """Combines the chunks of a stream into one response."""

    metadata: dict[str, Any]
    """Model, finish reason and token counts, if the chunks have them."""

    def add(self, chunk: Any) -> None:
        """Take the next chunk."""

    def outputs(self) -> Any:
        """Return the whole response."""


def reducer_for(chunk: Any) -> "ChunkReducer | None":
    """Return a reducer for a stream that begins with this chunk; None for an unknown kind of stream."""
    package, name = type(chunk).__module__.partition(".")[0], type(chunk).__name__
    if package == "openai" and name in ("ChatCompletionChunk", "Completion"):
        return _Choices()
    if package == "openai" and name == "ChunkEvent":
        return _ChunkEvents()
    if package == "openai" and str(getattr(chunk, "type", "")).startswith("response."):
        return _ResponseEvents()
    if package == "anthropic" and getattr(chunk, "type", None) == "message_start":
        return _MessageEvents()
    return None


class _Choices:
    """OpenAI chat completions, and the older completions."""

    def __init__(self) -> None:
        self.metadata: dict[str, Any] = {}
        self._messages: dict[int, dict[str, Any]] = {}

    def add(self, chunk: Any) -> None:
        self.metadata.setdefault("response_model", chunk.model)
        self.metadata |= _token_counts(chunk.usage)
        for choice in chunk.choices:
            message = self._messages.setdefault(choice.index, {"role": "assistant", "content": []})
            delta = getattr(choice, "delta", None)
            content = choice.text if delta is None else delta.content
            if content:
                message["content"].append(content)
            for call in getattr(delta, "tool_calls", None) or ():
                _add_call(message.setdefault("tool_calls", {}), call)
            if choice.finish_reason is not None:
                self.metadata["finish_reason"] = choice.finish_reason

    def outputs(self) -> Any:
        messages = [_message(found) for _, found in sorted(self._messages.items())]
        return messages[0] if len(messages) == 1 else {"messages": messages}


class _ChunkEvents(_Choices):
    """Events of OpenAI's helper stream: chunks, and events derived from them."""

    def add(self, chunk: Any) -> None:
        if chunk.type == "chunk":
            super().add(chunk.chunk)


def _add_call(calls: dict[int, dict[str, Any]], delta: Any) -> None:
    call = calls.setdefault(delta.index, {"id": delta.id, "name": "", "arguments": []})
    if delta.function is not None:
        call["name"] += delta.function.name or ""
        call["arguments"].append(delta.function.arguments or "")


def _message(found: dict[str, Any]) -> dict[str, Any]:
    calls = [
        {**call, "arguments": _parsed("".join(call["arguments"]))} for call in found.get("tool_calls", {}).values()
    ]
    return {"role": found["role"], "content": "".join(found["content"]), **({"tool_calls": calls} if calls else {})}


class _ResponseEvents:
    """Events of OpenAI's Responses API: pieces of text, whole tool calls, and a response with its token counts."""

    def __init__(self) -> None:
        self.metadata: dict[str, Any] = {}
        self._pieces: list[str] = []
        self._calls: list[dict[str, Any]] = []

    def add(self, chunk: Any) -> None:
        if chunk.type == "response.output_text.delta":
            self._pieces.append(chunk.delta)
        elif chunk.type == "response.output_item.done" and chunk.item.type == "function_call":
            call = chunk.item
            self._calls.append({"id": call.call_id, "name": call.name, "arguments": _parsed(call.arguments)})
        response = getattr(chunk, "response", None)
        if response is not None:
            self.metadata["response_model"] = response.model
            self.metadata |= _token_counts(response.usage)
            if chunk.type != "response.created" and response.status != "in_progress":
                self.metadata["finish_reason"] = response.status

    def outputs(self) -> Any:
        calls = {"tool_calls": self._calls} if self._calls else {}
        return {"role": "assistant", "content": "".join(self._pieces), **calls}


class _MessageEvents:
    """Events of an Anthropic message, which has blocks of text and of tool use."""

    def __init__(self) -> None:
        self.metadata: dict[str, Any] = {}
        self._pieces: list[str] = []
        self._calls: dict[int, dict[str, Any]] = {}

    def add(self, chunk: Any) -> None:
        kind = chunk.type
        if kind == "message_start":
            self.metadata["response_model"] = chunk.message.model
            self.metadata |= _token_counts(chunk.message.usage)
        elif kind == "content_block_start" and chunk.content_block.type.endswith("tool_use"):  # or "server_tool_use"
            block = chunk.content_block
            self._calls[chunk.index] = {"id": block.id, "name": block.name, "arguments": []}
        elif kind == "content_block_delta" and chunk.delta.type == "text_delta":
            self._pieces.append(chunk.delta.text)
        elif kind == "content_block_delta" and chunk.delta.type == "input_json_delta" and chunk.index in self._calls:
            self._calls[chunk.index]["arguments"].append(chunk.delta.partial_json)
        elif kind == "message_delta":
            self.metadata |= _token_counts(chunk.usage)
            if chunk.delta.stop_reason is not None:
                self.metadata["finish_reason"] = chunk.delta.stop_reason

    def outputs(self) -> Any:
        return _message({"role": "assistant", "content": self._pieces, "tool_calls": self._calls})


def _token_counts(usage: Any) -> dict[str, int]:
    """Return the token counts under the service's names."""
    found = {name: count for name in _TOKENS if isinstance(count := getattr(usage, name, None), int)}
    counts = {ours: found[theirs] for theirs, ours in _TOKENS.items() if theirs in found and ours is not None}
    if "input_tokens" in found:
        # Anthropic does not count the tokens that are read from a cache, or written to it, as input tokens.
        apart = ("cache_read_input_tokens", "cache_creation_input_tokens")
        counts["prompt_tokens"] += sum(found.get(name, 0) for name in apart)
    return counts


def _parsed(arguments: str) -> Any:
    with suppress(ValueError):
        return json.loads(arguments)
    return arguments
