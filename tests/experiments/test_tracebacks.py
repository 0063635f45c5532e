"""Tracebacks of failed functions and evaluators."""

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest

from honeyhive import HoneyHive
from honeyhive.experiments import Experiment

Run = Callable[..., Experiment]
ROWS = [{"inputs": {"n": n}} for n in range(2)]


def crash(inputs: dict[str, int]) -> int:
    if inputs["n"] == 1:
        raise ValueError("one is wrong")
    return inputs["n"]


async def crash_later(inputs: dict[str, int]) -> int:
    return crash(inputs)


@pytest.mark.parametrize("function", [crash, crash_later])
def test_a_traceback_begins_in_the_code_of_the_user(run: Run, function: Any):
    experiment = run(function, dataset=ROWS)

    good, bad = experiment.rows
    assert good.traceback is None
    assert bad.traceback is not None
    lines = bad.traceback.splitlines()
    assert lines[0] == "Traceback (most recent call last):"
    assert __file__ in lines[1]
    assert lines[-1] == "ValueError: one is wrong"
    assert "_experiments" not in bad.traceback


def test_a_traced_function_and_an_evaluator_have_one_too(run: Run, hh: HoneyHive):
    def judge(outputs: Any) -> bool:
        raise LookupError("no judge")

    traced = run(hh.trace(crash), dataset=ROWS)
    judged = run(lambda: 1, dataset=ROWS, evaluators=[judge, lambda: 1 / 0])

    assert __file__ in (traced.rows[1].traceback or "").splitlines()[1]
    assert (judged.rows[0].traceback or "").endswith("LookupError: no judge")


def test_a_timeout_has_none_and_a_call_that_succeeds_later_has_none(run: Run):
    calls: list[int] = []

    def flaky(inputs: dict[str, int]) -> int:
        calls.append(1)
        if len(calls) == 1:
            raise ConnectionError("busy")
        return 1

    async def waits() -> None:
        import asyncio

        await asyncio.Event().wait()

    assert run(waits, dataset=ROWS[:1], timeout=0.1).rows[0].traceback is None
    assert run(flaky, dataset=ROWS[:1], retries=1).rows[0].traceback is None


def test_tracebacks_are_in_the_table_and_in_junit(run: Run):
    experiment = run(crash, dataset=ROWS)

    text = str(experiment)
    (error,) = ElementTree.fromstring(experiment.to_junit()).iter("error")
    assert f"traceback of {experiment.rows[1].label}\nTraceback (most recent call last):\n" in text
    assert text.endswith("ValueError: one is wrong")
    assert (error.text or "").endswith("ValueError: one is wrong")


def test_a_long_traceback_is_cut_in_the_middle(run: Run):
    def long() -> None:
        raise ValueError("x" * 50_000)

    traceback = run(long, dataset=ROWS[:1]).rows[0].traceback or ""

    assert len(traceback) < 11_000
    assert traceback.startswith("Traceback")
    assert "\n...\n" in traceback
