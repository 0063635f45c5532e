"""Scores with comments and verdicts, traces, summary evaluators, and the ready-made evaluators."""

import asyncio
import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from honeyhive import HoneyHive, InvalidRequestError
from honeyhive import experiments as library
from honeyhive._experiments.evaluators import edit_distance
from honeyhive.experiments import Experiment, Score, Trace
from honeyhive_server import LocalServer

Run = Callable[..., Experiment]
ROWS = [{"inputs": {"n": n}, "ground_truth": n} for n in range(4)]


def test_a_score_has_a_comment_and_a_verdict(run: Run, server: LocalServer):
    def judge(outputs: int) -> Any:
        return [Score(outputs / 4, comment=f"saw {outputs}", passed=outputs > 1), Score("a", name="kind")]

    arguments: dict[str, Any] = {"dataset": ROWS, "evaluators": [judge], "run_id": "scores-1"}
    experiment = run(lambda inputs: inputs["n"], **arguments)
    again = run(lambda inputs: inputs["n"], **arguments)

    for result in (experiment, again):
        assert [row.metrics for row in result.rows] == [{"judge": n / 4, "kind": "a"} for n in range(4)]
        assert [row.comments for row in result.rows] == [{"judge": f"saw {n}"} for n in range(4)]
        assert [row.passed for row in result.rows] == [{"judge": n > 1} for n in range(4)]
    assert again.rows[0].was_done
    stored = sorted(server.sessions(), key=lambda session: session["inputs"]["n"])
    assert stored[1]["metadata"]["evaluator_comments"] == {"judge": "saw 1"}


def test_a_score_without_a_value_gives_no_metric(run: Run):
    experiment = run(lambda: 1, dataset=ROWS[:1], evaluators={"e": lambda: Score(None, comment="unknown")})

    assert (experiment.rows[0].metrics, experiment.rows[0].comments) == ({}, {"e": "unknown"})


@pytest.mark.parametrize("is_async", [False, True])
def test_an_evaluator_gets_the_events_of_its_row(run: Run, hh: HoneyHive, is_async: bool):
    def plain(inputs: dict[str, int]) -> int:
        with hh.event("plan", type="chain"), hh.event("search", type="tool") as tool:
            tool.outputs = {"found": inputs["n"]}
        with hh.event("answer", type="model") as model:
            model.metadata = {"total_tokens": 10 * inputs["n"]}
        return inputs["n"]

    async def awaited(inputs: dict[str, int]) -> int:
        return plain(inputs)

    def tools(trace: Trace) -> dict[str, Any]:
        (tool,) = trace.of_type("tool")
        return {
            "tools": ",".join(trace.tool_names),
            "found": tool["outputs"]["found"],
            "tokens": trace.total("total_tokens"),
            "events": len(trace),
            "timed": trace.duration is not None,
        }

    experiment = run(awaited if is_async else plain, dataset=ROWS, evaluators=[tools])

    assert [row.metrics for row in experiment.rows] == [
        {"tools": "search", "found": n, "tokens": 10 * n, "events": 3, "timed": True} for n in range(4)
    ]


def test_a_new_evaluator_of_a_resumed_run_gets_the_stored_events(run: Run, hh: HoneyHive):
    def function(inputs: dict[str, int]) -> int:
        with hh.event("search", type="tool"):
            return inputs["n"]

    run(function, dataset=ROWS, run_id="traced-1")
    again = run(
        function, dataset=ROWS, run_id="traced-1", evaluators={"tools": lambda trace: ",".join(trace.tool_names)}
    )

    assert [row.metrics for row in again.rows] == [{"tools": "search"}] * 4
    assert all(row.was_done for row in again.rows)


def test_a_function_cannot_ask_for_the_trace(run: Run):
    with pytest.raises(InvalidRequestError, match="parameter 'trace' cannot be filled"):
        run(lambda *, trace: trace, dataset=ROWS)


@pytest.mark.parametrize("is_async", [False, True])
def test_summary_evaluators_get_lists_over_all_rows(run: Run, hh: HoneyHive, is_async: bool):
    def function(inputs: dict[str, int]) -> int:
        if inputs["n"] == 3:
            raise ValueError("three")
        return inputs["n"] % 2

    def accuracy(outputs: list[int], ground_truth: list[int]) -> float:
        return sum(a == b for a, b in zip(outputs, ground_truth, strict=True)) / len(outputs)

    async def accuracy_later(outputs: list[int], ground_truth: list[int]) -> float:
        await asyncio.sleep(0)
        return accuracy(outputs, ground_truth)

    def rows_seen(rows: list[Any]) -> int:
        return len(rows)

    summary = {"accuracy": accuracy_later if is_async else accuracy, "rows_seen": rows_seen}
    experiment = run(function, dataset=ROWS, summary_evaluators=summary)

    assert experiment.summary == {"accuracy": pytest.approx(2 / 3), "rows_seen": 3}
    assert experiment.below({"accuracy": 0.7}) == ["accuracy is 0.6667, but at least 0.7 is required"]
    (stored,) = hh.experiments.list(run_ids=[experiment.run_id]).evaluations
    assert stored.results["metrics"]["rows_seen"] == 3


def test_a_summary_evaluator_that_fails_is_a_problem(run: Run):
    experiment = run(lambda: 1, dataset=ROWS, summary_evaluators={"broken": lambda: 1 / 0})

    assert experiment.problems == ["summary evaluator broken failed: ZeroDivisionError: division by zero"]


def value(evaluator: Any, **given: Any) -> Any:
    """Call an evaluator with those arguments that its parameters name, and return its value."""
    import inspect

    found = evaluator(**{name: given.get(name) for name in inspect.signature(evaluator).parameters})
    found = asyncio.run(found) if inspect.isawaitable(found) else found
    return found.value if isinstance(found, Score) else found


@pytest.mark.parametrize(
    ("evaluator", "outputs", "ground_truth", "expected"),
    [
        (library.exact_match(), " Paris ", "Paris", True),
        (library.exact_match(), "paris", "Paris", False),
        (library.exact_match(ignore_case=True), "paris", "PARIS", True),
        (library.exact_match(key="city"), {"city": "Rome", "x": 1}, {"city": "Rome"}, True),
        (library.exact_match(), "Paris", None, None),
        (library.contains("par", ignore_case=True), "In PARis", None, True),
        (library.contains(), "It is Paris.", "Rome", False),
        (library.contains(), "anything", None, None),
        (library.regex_match(r"\d{3}"), "call 112", None, True),
        (library.regex_match(r"^\d+$"), "call 112", None, False),
        (library.numeric_tolerance(absolute=0.01), "3.14", 3.1416, True),
        (library.numeric_tolerance(), 3.14, 3.1416, False),
        (library.levenshtein(), "kitten", "sitting", 1 - 3 / 7),
        (library.levenshtein(), "", "", 1.0),
        (library.json_schema({"type": "object", "required": ["a"]}), '{"a": 1}', None, True),
        (library.json_schema({"type": "object", "required": ["a"]}), {"b": 1}, None, False),
        (library.json_schema({"type": "object"}), "not JSON", None, False),
    ],
)
def test_ready_made_evaluators(evaluator: Any, outputs: Any, ground_truth: Any, expected: Any):
    assert value(evaluator, outputs=outputs, ground_truth=ground_truth) == expected


@given(st.text("ab", max_size=6), st.text("ab", max_size=6))
@settings(deadline=None)
def test_the_edit_distance_equals_its_recursive_definition(first: str, second: str):
    @cache
    def distance(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        return min(
            distance(i - 1, j) + 1, distance(i, j - 1) + 1, distance(i - 1, j - 1) + (first[i - 1] != second[j - 1])
        )

    assert edit_distance(first, second) == distance(len(first), len(second))


def test_latency_and_cost_are_read_from_the_trace():
    events = [
        {"event_type": "model", "event_name": "a", "metadata": {"cost": 0.5}, "start_time": 1},
        {
            "event_type": "model",
            "event_name": "b",
            "config": {"model": "m"},
            "metadata": {"prompt_tokens": 1_000_000, "completion_tokens": 500_000},
            "start_time": 2,
        },
    ]
    trace = Trace(events, 120.0)

    assert library.latency(below_ms=200)(trace) == Score(120.0, passed=True)
    assert library.cost({"m": (2.0, 4.0)})(trace) == 0.5 + 2.0 + 2.0
    with pytest.raises(InvalidRequestError, match=r"event b has no metadata.cost, and prices= lacks the model 'm'"):
        library.cost()(trace)


@pytest.mark.parametrize("is_async", [False, True])
def test_an_llm_judge_returns_the_score_and_reason_of_the_reply(run: Run, is_async: bool):
    prompts: list[str] = []

    def ask(prompt: str) -> str:
        prompts.append(prompt)
        return json.dumps({"reason": "short", "score": 0.75})

    async def ask_later(prompt: str) -> str:
        return ask(prompt)

    judge = library.llm_judge(ask_later if is_async else ask, "Is it polite?", passes_from=0.7)
    (row,) = run(lambda: "Hello!", dataset=ROWS[:1], evaluators=[judge]).rows

    assert (row.metrics, row.comments, row.passed) == ({"llm_judge": 0.75}, {"llm_judge": "short"}, {"llm_judge": True})
    assert "Is it polite?" in prompts[0]
    assert "<outputs>\nHello!\n</outputs>" in prompts[0]


@pytest.mark.parametrize("reply", ["8/10", '{"score": 8}', '{"score": true}', "[]", '{"reason": "x"}'])
def test_a_reply_of_a_judge_in_another_form_is_an_error_of_the_evaluator(run: Run, reply: str):
    judge = library.llm_judge(lambda _prompt: reply, "Good?")

    (row,) = run(lambda: 1, dataset=ROWS[:1], evaluators=[judge]).rows

    assert row.metrics == {}
    assert "Error" in row.evaluator_errors["llm_judge"]
