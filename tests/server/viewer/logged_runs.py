"""Experiments for the viewer's tests, logged through the API."""

import re
from typing import Any

from playwright.sync_api import Locator

from tests.server.viewer.logged_traces import Traces

CASES = {
    "p-parcel": ("Where is my parcel?", "shipping"),
    "p-shoes": ("I want to send the shoes back.", "returns"),
    "p-sunday": ("Are you open on Sundays?", "hours"),
    "p-invoice": ("Can I pay by invoice?", "payment"),
}
# The results of the rows of each run: output, correctness, similarity and seconds.
Answers = dict[str, tuple[str | None, dict[str, Any], int]]
BEFORE: Answers = {
    "p-parcel": ("shipping", {"correct": True, "similarity": 1, "latency": 2.0, "topic": "shipping"}, 300),
    "p-shoes": ("shipping", {"correct": False, "similarity": 0.25, "latency": 1.0, "topic": "shipping"}, 200),
    "p-sunday": ("hours", {"correct": True, "similarity": 1, "latency": 1.0, "topic": "hours"}, 100),
    "p-invoice": (None, {}, 50),
}
AFTER: Answers = {
    "p-parcel": ("returns", {"correct": False, "similarity": 0.5, "latency": 1.5, "topic": "returns"}, 310),
    "p-shoes": ("returns", {"correct": True, "similarity": 1, "latency": 3.0, "topic": "returns"}, 210),
    "p-sunday": ("hours", {"correct": True, "similarity": 1, "latency": 1.0, "topic": "hours"}, 110),
    "p-invoice": ("payment", {"correct": True, "similarity": 1, "latency": 1.0, "topic": "payment"}, 60),
}
# The passing range of latency has only a maximum, so a lower latency is better.
RANGES = {"latency": {"max": 2.5}}


def run(traces: Traces, name: str | None = "first", **fields: Any) -> str:
    """Create a run and return its id."""
    body = {"status": "completed", **({"name": name} if name else {}), **fields}
    run_id: str = traces.post("/v1/runs", body)["run_id"]
    return run_id


def row(traces: Traces, run_id: str, datapoint_id: str | None, **fields: Any) -> str:
    """Log a row of a run and return its session id."""
    metadata = {"run_id": run_id, **({"datapoint_id": datapoint_id} if datapoint_id else {})}
    return traces.session("row", **{"metadata": {**metadata, **fields.pop("metadata", {})}, **fields})


def answered(traces: Traces, name: str, answers: Answers, **fields: Any) -> tuple[str, dict[str, str]]:
    """Log a run over CASES with the given outputs. Return the run id, and the session ids by datapoint."""
    run_id = run(traces, name, dataset_id="cases", passing_ranges=RANGES, **fields)
    sessions = {}
    for n, (datapoint_id, (output, metrics, duration)) in enumerate(answers.items()):
        question, truth = CASES[datapoint_id]
        end = {"error": "KeyError: no topic"} if output is None else {"outputs": {"topic": output}}
        sessions[datapoint_id] = row(
            traces,
            run_id,
            datapoint_id,
            inputs={"message": question},
            feedback={"ground_truth": {"topic": truth}},
            metrics=metrics,
            start_time=traces.now + n,
            duration=duration,
            **end,
        )
    return run_id, sessions


def both(traces: Traces) -> tuple[str, str, dict[str, str], dict[str, str]]:
    """Log two runs over CASES. Return the old id, the new id, the old sessions and the new sessions by datapoint."""
    old, before = answered(traces, "old prompt", BEFORE)
    new, after = answered(traces, "new prompt", AFTER)
    return old, new, before, after


def large(traces: Traces, rows: int, **fields: Any) -> str:
    """Log a run with the given number of rows and with different scores, and return its id."""
    run_id = run(traces, "large", dataset_id="many", **fields)
    events = [
        {
            "event_type": "session",
            "event_id": (session := f"00000000-0000-4000-8000-{n:06d}{run_id[:6]}"),
            "session_id": session,
            "event_name": "row",
            "inputs": {"question": f"question {n}"},
            "outputs": {"answer": "It is on its way. " * 5},
            "metadata": {"run_id": run_id, "datapoint_id": f"p{n}"},
            "metrics": {"score": (n * 7919 % rows) / rows},
            "start_time": traces.now + n,
            "duration": 10,
        }
        for n in range(rows)
    ]
    for at in range(0, rows, 500):
        traces.post("/v1/events/batch", {"events": events[at : at + 500]})
    return run_id


def texts(row: Locator) -> list[str]:
    """Return the text of each cell of a row, with ASCII characters for dashes and minus signs."""
    found = [re.sub(r"\s+", " ", each.inner_text()).strip() for each in row.locator("th, td").all()]
    return [each.replace("\N{EN DASH}", "-").replace("\N{MINUS SIGN}", "-") for each in found]


def table(box: Locator) -> dict[str, list[str]]:
    """Return the rows of a table by their first cell."""
    return {cells[0]: cells[1:] for cells in map(texts, box.locator("tbody tr").all())}
