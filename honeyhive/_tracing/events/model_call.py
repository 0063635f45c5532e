"""Token counts, cost and messages of a model call, under the names that the service and the viewer expect."""

from collections.abc import Mapping, Sequence
from typing import Any


def usage_metadata(
    prompt_tokens: int | None, completion_tokens: int | None, cached_tokens: int | None, cost: float | None
) -> dict[str, Any]:
    """Return the metadata of a model call. Arguments that are None are left out."""
    total = None
    if prompt_tokens is not None and completion_tokens is not None:
        total = prompt_tokens + completion_tokens
    found = {
        "prompt_tokens": prompt_tokens,
        "completion_tokens": completion_tokens,
        "total_tokens": total,
        "cache_read_input_tokens": cached_tokens,
        "cost": cost,
    }
    return {name: value for name, value in found.items() if value is not None}


def message_fields(
    prompt: Sequence[Mapping[str, Any]] | str | None, completion: Mapping[str, Any] | str | None
) -> dict[str, Any]:
    """Return the inputs and outputs of a model call, without those that are None. A string becomes one message."""
    fields: dict[str, Any] = {}
    if prompt is not None:
        history = [{"role": "user", "content": prompt}] if isinstance(prompt, str) else list(prompt)
        fields["inputs"] = {"chat_history": history}
    if isinstance(completion, str):
        fields["outputs"] = {"role": "assistant", "content": completion}
    elif completion is not None:
        fields["outputs"] = {"role": "assistant", **completion}
    return fields
