"""Two versions of a small classifier on the same cases, scored by two evaluators and compared. Needs no account.

Run it with `python examples/evaluate.py`; it starts a local server and prints both experiments.
"""

import re
from typing import Any

from honeyhive import HoneyHive, evaluate
from honeyhive.experiments import Experiment
from honeyhive_server import LocalServer

CASES = [
    {"inputs": {"message": message}, "ground_truth": {"topic": topic}}
    for message, topic in (
        ("Where is my parcel?", "shipping"),
        ("My parcel has not been delivered.", "shipping"),
        ("I want to send the shoes back.", "returns"),
        ("How do I return a parcel?", "returns"),
        ("Are you open on Sundays?", "hours"),
        ("", "unknown"),
    )
]
WORDS = {"shipping": {"parcel", "delivered"}, "returns": {"back", "return"}, "hours": {"open", "sundays"}}


def first_match(inputs: dict[str, Any]) -> dict[str, Any]:
    """Return the first topic that has a word in common with the message."""
    words = {*re.findall(r"\w+", inputs["message"].lower())}
    return {"topic": next(topic for topic, known in WORDS.items() if words & known)}


def best_match(inputs: dict[str, Any]) -> dict[str, Any]:
    """Return the topic that has most words in common with the message; if two topics tie, the later one in the list."""
    words = {*re.findall(r"\w+", inputs["message"].lower())}
    hits = {topic: len(words & known) for topic, known in WORDS.items()}
    best = max(reversed(hits), key=lambda topic: hits[topic])
    return {"topic": best if hits[best] else "unknown"}


def correct(outputs: dict[str, Any], ground_truth: dict[str, Any]) -> bool:
    """Return True if the function found the right topic."""
    return bool(outputs["topic"] == ground_truth["topic"])


def topic(outputs: dict[str, Any]) -> str:
    """Return the topic itself as a score, so that the experiment counts each topic."""
    return str(outputs["topic"])


def experiments(hh: HoneyHive) -> tuple[Experiment, Experiment]:
    """Evaluate both classifiers, and compare the second with the first."""
    before = evaluate(first_match, dataset=CASES, evaluators=[correct, topic], client=hh)
    after = evaluate(best_match, dataset=CASES, evaluators=[correct, topic], client=hh, compare_with=before.run_id)
    return before, after


if __name__ == "__main__":
    with LocalServer() as server, HoneyHive(api_key="hh_demo", base_url=server.url) as hh:
        experiments(hh)
