"""Timeouts, retries, rate limit, and the number of failed rows above which a run stops."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from honeyhive import HoneyHive, InvalidRequestError
from honeyhive._experiments import pacing
from honeyhive._experiments.pacing import RateLimit, retry_delay
from honeyhive.experiments import Experiment
from honeyhive_server import LocalServer

Run = Callable[..., Experiment]
ROWS = [{"inputs": {"n": n}} for n in range(4)]


@pytest.fixture
def release() -> Iterator[threading.Event]:
    """Yield an event that functions may wait for; it is set at the end of the test."""
    event = threading.Event()
    yield event
    event.set()


@pytest.fixture
def no_delay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pacing, "FIRST_RETRY_DELAY", 0.0)


@pytest.mark.parametrize("kind", ["plain", "async", "plain function that returns a coroutine"])
def test_a_function_that_takes_too_long_is_a_failed_row(run: Run, release: threading.Event, kind: str):
    def plain(inputs: dict[str, int]) -> int:
        if inputs["n"] == 1:
            release.wait(60)
        return inputs["n"]

    async def awaited(inputs: dict[str, int]) -> int:
        if inputs["n"] == 1:
            await asyncio.Event().wait()
        return inputs["n"]

    functions: dict[str, Any] = {"plain": plain, "async": awaited}
    experiment = run(functions.get(kind, lambda inputs: awaited(inputs)), dataset=ROWS, timeout=0.5)

    assert [row.error for row in experiment.rows] == [None, "TimeoutError: no result after 0.5 s", None, None]
    assert [row.outputs for row in experiment.rows] == [0, None, 2, 3]


@pytest.mark.parametrize("is_async", [False, True])
def test_an_evaluator_that_takes_too_long_is_an_evaluator_error(run: Run, release: threading.Event, is_async: bool):
    async def awaited(inputs: dict[str, int]) -> int:
        return inputs["n"]

    def slow(outputs: Any) -> bool:
        return release.wait(60)

    function: Any = awaited if is_async else (lambda inputs: inputs["n"])
    experiment = run(function, dataset=ROWS[:1], evaluators=[slow, lambda: 1], timeout=0.2)

    (row,) = experiment.rows
    assert row.evaluator_errors == {"slow": "TimeoutError: no result after 0.2 s"}
    assert row.metrics == {"<lambda>": 1}


def test_a_timeout_error_of_the_function_itself_is_kept(run: Run):
    async def function() -> None:
        raise TimeoutError("of the model")

    experiment = run(function, dataset=ROWS[:1], timeout=30)

    assert experiment.rows[0].error == "TimeoutError: of the model"


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.usefixtures("no_delay")
def test_a_failed_call_is_repeated_up_to_retries_times(run: Run, server: LocalServer, is_async: bool):
    calls: list[int] = []

    def flaky(inputs: dict[str, int]) -> int:
        calls.append(inputs["n"])
        if calls.count(inputs["n"]) <= inputs["n"]:
            raise ConnectionError("busy")
        return inputs["n"]

    async def flaky_later(inputs: dict[str, int]) -> int:
        return flaky(inputs)

    experiment = run(flaky_later if is_async else flaky, dataset=ROWS, retries=2)

    assert [row.error for row in experiment.rows] == [None, None, None, "ConnectionError: busy"]
    assert [row.attempts for row in experiment.rows] == [1, 2, 3, 3]
    assert len(server.sessions()) == 4
    stored = sorted(server.sessions(), key=lambda session: session["inputs"]["n"])
    assert [session["metadata"].get("attempts") for session in stored] == [None, 2, 3, 3]


def test_the_delay_of_retries_doubles_up_to_30_seconds():
    delays = [retry_delay(attempt) for attempt in range(1, 12)]

    for attempt, delay in enumerate(delays):
        least = min(0.5 * 2**attempt, 30)
        assert least <= delay <= least * 1.25


def test_a_rate_limit_spaces_calls_evenly(monkeypatch: pytest.MonkeyPatch):
    now = 100.0
    monkeypatch.setattr(pacing, "monotonic", lambda: now)
    limit = RateLimit(4)

    assert [limit.reserve() for _ in range(4)] == [0.0, 0.25, 0.5, 0.75]
    now = 200.0
    assert limit.reserve() == 0.0


@pytest.mark.parametrize("is_async", [False, True])
def test_calls_wait_for_the_rate_limit(run: Run, is_async: bool):
    async def later(inputs: dict[str, int]) -> int:
        return inputs["n"]

    function: Any = later if is_async else (lambda inputs: inputs["n"])
    experiment = run(function, dataset=ROWS, rate_limit=50)

    assert experiment.failures == []
    assert experiment.seconds >= 0.06


@pytest.mark.parametrize("is_async", [False, True])
def test_the_wait_for_the_rate_limit_is_not_part_of_the_duration(run: Run, server: LocalServer, is_async: bool):
    async def later(inputs: dict[str, int]) -> int:
        return inputs["n"]

    function: Any = later if is_async else (lambda inputs: inputs["n"])
    experiment = run(function, dataset=ROWS, rate_limit=4)

    assert experiment.seconds >= 0.7
    assert max(row.duration or 0.0 for row in experiment.rows) < 200
    assert max(session["duration"] for session in server.sessions()) < 200


@pytest.mark.parametrize(("tolerated", "finished"), [(0, 2), (1, 3), (0.25, 3), (None, 4)])
def test_a_run_stops_after_more_failures_than_tolerated(
    run: Run, hh: HoneyHive, tolerated: float | None, finished: int
):
    def fails(inputs: dict[str, int]) -> int:
        if inputs["n"]:
            raise ValueError("no")
        return 0

    experiment = run(fails, dataset=ROWS, tolerate_failures=tolerated, concurrency=1, run_id="stopping")

    assert len(experiment.rows) == finished
    if tolerated is not None:
        stopped, again = experiment.problems
        assert stopped == f"stopped after {finished - 1} failed rows, more than tolerate_failures allows"
        assert again == "to continue, run the same evaluation with the run id stopping; finished rows do not run again"
    (stored,) = hh.experiments.list(run_ids=["stopping"]).evaluations
    assert stored.status == ("completed" if tolerated is None else "cancelled")
    assert len(run(fails, dataset=ROWS, run_id="stopping").rows) == 4


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"timeout": 0}, "timeout is 0; pass a positive number, or None"),
        ({"rate_limit": -1}, "rate_limit is -1; pass a positive number, or None"),
        ({"retries": -1}, "retries is -1; pass an integer of at least 0"),
        ({"retries": True}, "retries is True; pass an integer of at least 0"),
        ({"limit": 0}, "limit is 0; pass an integer of at least 1"),
        ({"tolerate_failures": "all"}, "tolerate_failures is 'all'; pass a number of rows"),
        ({"retry_failed": True}, "retry_failed needs run_id"),
        (
            {"keep_rows": False, "compare_with": "last"},
            "compare_with needs the results of all rows; leave out keep_rows=False",
        ),
        ({"keep_rows": False, "repetitions": 2}, "repetitions above 1 need the results of all rows"),
        ({"columns": ["question"]}, "columns is a list; pass a dict"),
    ],
)
def test_wrong_options_are_refused(run: Run, server: LocalServer, changes: dict[str, Any], words: str):
    with pytest.raises(InvalidRequestError, match=words):
        run(lambda: 1, dataset=ROWS, **changes)

    assert server.sessions() == []
