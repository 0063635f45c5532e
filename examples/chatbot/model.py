"""A model that needs no network: it replies with the first sentence of its context, word by word."""

import time
from typing import NamedTuple

NAME = "fake-1"
# Seconds per word, about as long as a real model takes.
PACE = 0.02
# US dollars per million words.
PRICE = 0.4


class Said(NamedTuple):
    """A reply of the model, with its token counts and cost."""

    text: str
    usage: dict[str, float]


def generate(messages: list[dict[str, str]]) -> Said:
    """Return the first sentence of the context in the first message."""
    _, _, context = messages[0]["content"].partition("Context: ")
    text = f"{context.partition('. ')[0].rstrip('.')}."
    prompt = sum(len(message["content"].split()) for message in messages)
    words = len(text.split())
    time.sleep(PACE * words)
    usage = {
        "prompt_tokens": prompt,
        "completion_tokens": words,
        "total_tokens": prompt + words,
        "cost": (prompt + words) * PRICE / 1e6,
    }
    return Said(text, usage)
