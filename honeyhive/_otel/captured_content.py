"""Removal of content from the metadata of spans, for a client that captures no inputs or no outputs.

Attributes that the mapping does not know become metadata under their own names, and the conventions of instrumentors
put prompts and answers there as well: ``input.value``, ``llm.output_messages.0.message.content``.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

_EITHER: Final = frozenset(
    {
        *("body", "chunk", "chunks", "content", "contents", "data", "document", "documents", "event", "events"),
        *("history", "message", "messages", "payload", "text", "texts", "value", "values"),
    }
)
"""Words in names of attributes that may hold inputs or outputs."""
_WORDS: Final[Mapping[str, frozenset[str]]] = {
    "inputs": _EITHER
    | {
        *("argument", "arguments", "args", "input", "inputs", "instructions", "kwargs", "parameters", "params"),
        *("prompt", "prompts", "query", "question", "system", "template", "variables"),
    },
    "outputs": _EITHER | {"answer", "completion", "completions", "output", "outputs", "result", "results"},
}
_SEPARATORS: Final = re.compile(r"[^a-z]+")


def without_content(read: Callable[[], dict[str, Any]], fields: frozenset[str]) -> dict[str, Any]:
    """Return the event without metadata and configuration entries whose names suggest that they hold content.

    ``fields`` is the kind of content to leave out: "inputs", "outputs" or both. Numbers and booleans, such as token
    counts, stay.
    """
    event = read()
    words = frozenset().union(*(_WORDS[field] for field in fields))
    for name in ("metadata", "config"):
        if isinstance(event.get(name), dict):
            event[name] = _without(event[name], words)
    return event


def _without(value: Any, words: frozenset[str]) -> Any:
    if isinstance(value, list):
        return [_without(item, words) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _without(item, words)
        for key, item in value.items()
        if isinstance(item, int | float) or item is None or words.isdisjoint(_SEPARATORS.split(str(key).lower()))
    }
