"""`aevaluate` runs rows as tasks of the caller's loop, without blocking it."""

import asyncio
import threading
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from honeyhive import HoneyHive, InvalidRequestError
from honeyhive.experiments import aevaluate
from honeyhive_server import LocalServer

ROWS = [{"inputs": {"n": n}, "ground_truth": n} for n in range(6)]


@pytest.fixture
def arun(hh: HoneyHive, tmp_path: Path) -> Any:
    """Return aevaluate() with the client and a folder for journals already passed."""
    return partial(aevaluate, client=hh, journal_dir=tmp_path / "runs", progress=False, table=False)


def test_functions_and_evaluators_run_in_the_loop_of_the_caller(arun: Any, server: LocalServer):
    loops: set[int] = set()

    async def function(inputs: dict[str, int]) -> int:
        loops.add(id(asyncio.get_running_loop()))
        await asyncio.sleep(0)
        return inputs["n"]

    async def right(outputs: int, ground_truth: int) -> bool:
        loops.add(id(asyncio.get_running_loop()))
        return outputs == ground_truth

    async def main() -> Any:
        return id(asyncio.get_running_loop()), await arun(function, dataset=ROWS, evaluators=[right])

    loop, experiment = asyncio.run(main())

    assert loops == {loop}
    assert experiment.metrics["right"].mean == 1
    assert [row.outputs for row in experiment.rows] == list(range(6))
    assert len(server.sessions()) == 6


def test_a_plain_function_does_not_block_the_loop(arun: Any):
    is_set = threading.Event()

    async def main() -> Any:
        async def unblock() -> None:
            await asyncio.sleep(0)
            is_set.set()

        experiment, _ = await asyncio.gather(
            arun(lambda: is_set.wait(60), dataset=ROWS[:1], evaluators=[lambda outputs: outputs]), unblock()
        )
        return experiment

    (row,) = asyncio.run(main()).rows

    assert (row.outputs, row.metrics) == (True, {"<lambda>": True})


def test_two_evaluations_run_at_the_same_time(arun: Any):
    async def main() -> Any:
        barrier = asyncio.Barrier(2)

        async def function() -> str:
            await barrier.wait()
            return "met"

        return await asyncio.gather(*[arun(function, dataset=ROWS[:1], name=name) for name in ("a", "b")])

    assert [one.rows[0].outputs for one in asyncio.run(main())] == ["met", "met"]


def test_a_cancelled_evaluation_keeps_finished_rows_and_can_be_resumed(arun: Any, server: LocalServer):
    async def main() -> Any:
        is_waiting, calls = asyncio.Event(), []

        async def function(inputs: dict[str, int]) -> int:
            calls.append(inputs["n"])
            if inputs["n"] == 2 and calls.count(2) == 1:
                is_waiting.set()
                await asyncio.Event().wait()
            return inputs["n"]

        arguments = {"dataset": ROWS, "run_id": "cancelled-1", "concurrency": 1}
        task = asyncio.ensure_future(arun(function, **arguments))
        await is_waiting.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return calls, await arun(function, **arguments)

    calls, experiment = asyncio.run(main())

    assert calls == [0, 1, 2, 2, 3, 4, 5]
    assert [row.was_done for row in experiment.rows] == [True, True, False, False, False, False]
    assert experiment.failures == []
    assert len(server.sessions()) == 6


def test_a_row_that_cancels_itself_fails_alone(arun: Any):
    async def function(inputs: dict[str, int]) -> int:
        if inputs["n"] == 1:
            raise asyncio.CancelledError
        return inputs["n"]

    experiment = asyncio.run(arun(function, dataset=ROWS))

    assert [row.error for row in experiment.rows] == [None, "CancelledError", None, None, None, None]


def test_wrong_arguments_raise_before_anything_runs(arun: Any):
    with pytest.raises(InvalidRequestError, match="concurrency is 0"):
        asyncio.run(arun(lambda: 1, dataset=ROWS, concurrency=0))
