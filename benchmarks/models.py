"""Decoding and encoding of a 1.6 kB event by the generated model, compared with the json module alone."""

import json

from honeyhive_api.models import FoundEvent

from .ratio import Ratio, compare

EVENT = {
    "event_id": "0c2e7f0a-7d53-4be6-8f0b-1b6f6a6f2b01",
    "session_id": "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10",
    "parent_id": "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10",
    "project_id": "project-1",
    "children_ids": [],
    "event_type": "model",
    "event_name": "answer",
    "source": "benchmark",
    "config": {"model": "small-1", "temperature": 0.2, "max_tokens": 512, "stop": ["\n\n"]},
    "inputs": {"messages": [{"role": role, "content": "word " * 60} for role in ("system", "user")]},
    "outputs": {"content": "word " * 70, "role": "assistant", "finish_reason": "stop"},
    "error": None,
    "start_time": 1767323045123,
    "end_time": 1767323045863,
    "duration": 740.5,
    "metadata": {"prompt_tokens": 120, "completion_tokens": 70, "total_tokens": 190, "release": "2026-11"},
    "feedback": {"rating": 5},
    "metrics": {"relevance": 0.92, "groundedness": 0.66},
    "user_properties": {"plan": "team"},
}
TIMES = 2000


def measure() -> list[Ratio]:
    """Return the ratio of the model's time to the time of the json module."""
    text = json.dumps(EVENT)

    def model() -> None:
        for _ in range(TIMES):
            FoundEvent.from_dict(EVENT).to_dict()

    def baseline() -> None:
        for _ in range(TIMES):
            json.dumps(json.loads(text))

    what = f"{TIMES} x decode and encode of an event of {len(text)} bytes"
    return [compare(what, model, "json.loads + json.dumps", baseline, bound=0.25, pairs=9)]
