"""All coroutines of a process run in one event loop. The thread of the loop ends when no evaluation needs it."""

import asyncio
import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Callable
from contextvars import copy_context
from functools import partial, wraps
from pathlib import Path
from typing import Any

import httpx
import pytest

from honeyhive import InvalidRequestError
from honeyhive._experiments import event_loop
from honeyhive.experiments import Experiment
from honeyhive_server import LocalServer

Run = Callable[..., Experiment]
ROOT = Path(__file__).parents[2]
ROWS = [{"inputs": {"n": number}} for number in range(12)]
NAME = "honeyhive-evaluate"


def plain(inputs: Any) -> Any:
    return inputs["n"]


async def awaited(inputs: Any) -> Any:
    return inputs["n"]


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == NAME]


def sync_wrapper(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def wrapper(*arguments: Any) -> Any:
        return function(*arguments)

    return wrapper


class Judge:
    """An object whose call is a coroutine."""

    def __init__(self, judge: Callable[..., Any]) -> None:
        self._judge = judge

    async def __call__(self, outputs: Any) -> Any:
        return await self._judge(outputs)


@pytest.fixture
def shared_judge(server: LocalServer) -> Callable[..., Any]:
    """Return an evaluator that shares an AsyncOpenAI client, a semaphore and a lock between rows and runs."""
    client, semaphore, lock = httpx.AsyncClient(), asyncio.Semaphore(2), asyncio.Lock()

    async def judge(outputs: Any) -> bool:
        async with semaphore:
            reply = await client.get(f"{server.url}/v1/datasets", headers={"Authorization": "Bearer hh_x"})
        async with lock:
            await asyncio.sleep(0)
        return reply.status_code == 200

    yield judge

    async def close(inputs: Any) -> None:
        await client.aclose()

    # The client closes in the event loop that it was used in.
    lease = event_loop.Lease(1)
    lease.run(close(None))
    lease.close()


@pytest.mark.parametrize("function", [plain, awaited, lambda inputs: awaited(inputs), sync_wrapper(awaited)])
@pytest.mark.parametrize("wrap", [None, sync_wrapper, Judge, partial], ids=["plain", "wrapper", "object", "partial"])
def test_an_async_client_can_be_shared_by_rows_and_runs(run: Run, shared_judge: Any, function: Any, wrap: Any):
    judge = wrap(shared_judge) if wrap else shared_judge

    found = [run(function, dataset=ROWS, evaluators={"judge": judge}) for _ in range(3)]

    assert [[row.evaluator_errors for row in one.failures] for one in found] == [[], [], []]
    assert [one.metrics["judge"].mean for one in found] == [1, 1, 1]
    assert threads() == []


def test_the_function_and_its_evaluators_share_one_loop(run: Run):
    loops = set()

    async def seen(value: Any) -> int:
        loops.add(asyncio.get_running_loop())
        return 1

    async def items(outputs: Any) -> AsyncIterator[int]:
        loops.add(asyncio.get_running_loop())
        yield 1

    def count(outputs: Any) -> int:
        return 1

    for function in (seen, lambda inputs: seen(inputs), items, plain):
        assert run(function, dataset=ROWS, evaluators={"seen": seen, "count": count}).failures == []
    assert len(loops) == 1


def test_evaluations_at_the_same_time_share_the_loop(run: Run):
    loops, together = set(), threading.Barrier(2, timeout=20)

    async def meet(inputs: Any) -> None:
        loops.add(asyncio.get_running_loop())
        await asyncio.to_thread(together.wait)

    found: list[Experiment] = []
    both = [threading.Thread(target=lambda: found.append(run(meet, dataset=ROWS[:1]))) for _ in range(2)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()

    assert [one.failures for one in found] == [[], []]
    assert len(loops) == 1
    assert threads() == []


def test_rows_may_use_more_threads_than_the_loop_has_by_default(run: Run):
    together = threading.Barrier(50, timeout=20)

    async def meet(inputs: Any) -> None:
        await asyncio.to_thread(together.wait)

    assert run(meet, dataset=[{"n": n} for n in range(50)], concurrency=50).failures == []


def test_without_awaitables_no_loop_is_created(run: Run):
    seen: list[list[str]] = []
    run(lambda: seen.append(threads()), dataset=ROWS)

    assert all(names == [] for names in seen)


@pytest.mark.parametrize("function", [awaited, lambda inputs: awaited(inputs)])
def test_tasks_that_are_left_behind_are_awaited(run: Run, function: Any):
    done, tasks = [], set()

    async def late(n: int) -> None:
        for _ in range(20):
            await asyncio.sleep(0)
        if n > 5:  # a task that leaves another task
            tasks.add(asyncio.create_task(late(n - 6)))
        else:
            done.append(n)

    async def leaves(inputs: Any) -> None:
        tasks.add(asyncio.create_task(late(inputs["n"])))

    for target in (leaves, lambda inputs: leaves(inputs)):
        done.clear()
        assert run(target, dataset=ROWS).notes == []
        assert sorted(done) == sorted([*range(6), *range(6)])


@pytest.mark.parametrize("is_async", [False, True])
def test_tasks_that_do_not_end_are_named(run: Run, monkeypatch: pytest.MonkeyPatch, is_async: bool):
    monkeypatch.setattr(event_loop, "LEFTOVER_TIMEOUT", 0.05)
    tasks: set[asyncio.Task[None]] = set()
    ended = asyncio.Event()

    async def poll_for_ever() -> None:
        await ended.wait()

    async def leaves(inputs: Any) -> None:
        tasks.add(asyncio.create_task(poll_for_ever()))

    async def finish(inputs: Any) -> None:
        ended.set()

    experiment = run(leaves if is_async else lambda inputs: leaves(inputs), dataset=ROWS)

    (note,) = experiment.notes
    assert note.startswith("tasks started by rows were still running after 0.05 s: ")
    assert note.endswith("poll_for_ever")
    assert experiment.problems == []
    # The next run neither cancels nor awaits the unfinished tasks; they continue during the run.
    assert run(finish, dataset=ROWS[:1]).notes == []
    lease = event_loop.Lease(1)
    lease.run(asyncio.wait(tasks))
    lease.close()
    assert [task.cancelled() for task in tasks] == [False] * len(ROWS)


@pytest.mark.parametrize("error", [SystemExit(3), KeyboardInterrupt()])
def test_a_task_that_ends_the_interpreter_ends_only_itself(run: Run, error: BaseException):
    async def ends() -> None:
        raise error

    async def gathers(inputs: Any) -> None:
        await asyncio.gather(ends())

    experiment = run(gathers, dataset=ROWS[:2])

    assert [row.error.split(":")[0] for row in experiment.rows] == [type(error).__name__] * 2
    assert run(awaited, dataset=ROWS).failures == []


@pytest.mark.parametrize("wrap", [None, sync_wrapper])
def test_timeouts_and_cancellation_inside_of_a_row_are_the_row_s_alone(run: Run, wrap: Any):
    async def work(inputs: Any) -> str:
        n = inputs["n"] % 4
        if n == 0:
            async with asyncio.timeout(0):
                await asyncio.Event().wait()
        elif n == 1:
            task = asyncio.current_task()
            assert task is not None
            task.cancel()
            await asyncio.sleep(0)
        elif n == 2:
            async with asyncio.TaskGroup() as group:
                group.create_task(asyncio.wait_for(asyncio.Event().wait(), 0))
        return "done"

    async def judge(outputs: Any) -> bool:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(0):
                await asyncio.Event().wait()
        async with asyncio.timeout(20), asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(0))
        return True

    function = wrap(work) if wrap else work
    experiment = run(function, dataset=ROWS, evaluators={"one": judge, "two": judge}, concurrency=2)

    errors = [row.error and row.error.split(":")[0] for row in experiment.rows]
    assert errors == ["TimeoutError", "CancelledError", "ExceptionGroup", None] * 3
    assert [row.metrics for row in experiment.rows] == [{}, {}, {}, {"one": True, "two": True}] * 3


@pytest.mark.parametrize("is_async", [False, True])
def test_an_awaitable_that_is_not_a_coroutine_is_awaited(run: Run, is_async: bool):
    class Later:
        def __await__(self) -> Any:
            yield from asyncio.sleep(0).__await__()
            return "later"

    def now(inputs: Any) -> Any:
        return Later()

    def judge_later(outputs: Any) -> Any:
        return Later()

    experiment = run(awaited if is_async else now, dataset=ROWS, evaluators=[judge_later])

    assert {row.outputs for row in experiment.rows} == ({*range(12)} if is_async else {"later"})
    assert {row.metrics["judge_later"] for row in experiment.rows} == {"later"}


def test_evaluate_inside_a_coroutine_of_evaluate_names_to_thread(run: Run):
    async def nested(inputs: Any) -> int:
        with pytest.raises(InvalidRequestError, match=r"use await asyncio.to_thread\(evaluate, ...\)"):
            run(awaited, dataset=ROWS[:1])
        return len((await asyncio.to_thread(run, awaited, dataset=ROWS)).rows)

    assert [row.outputs for row in run(nested, dataset=ROWS[:2]).rows] == [12, 12]


def test_inside_the_callers_loop_evaluate_uses_its_own(run: Run):
    async def main() -> tuple[Experiment, bool]:
        loops = set()

        async def seen(inputs: Any) -> None:
            loops.add(asyncio.get_running_loop())

        return run(seen, dataset=ROWS), asyncio.get_running_loop() in loops

    experiment, is_callers = asyncio.run(main())
    assert (experiment.failures, is_callers) == ([], False)


FORKS = """
import asyncio, os, sys
from honeyhive import HoneyHive, evaluate

async def judge(outputs):
    await asyncio.sleep(0)
    return await asyncio.to_thread(lambda: 1)

def tried(hh):
    rows = [{"inputs": {"n": n}} for n in range(8)]
    found = evaluate(lambda inputs: 1, dataset=rows, evaluators=[judge], client=hh, progress=False, table=False)
    assert found.failures == [] and found.problems == [], (found.failures, found.problems)

with HoneyHive(api_key="hh_x", base_url=sys.argv[1]) as hh:
    tried(hh)
    pid = os.fork()
    tried(hh)
    if not pid:
        sys.exit(5)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 5
    tried(hh)
"""
INSIDE = """
import asyncio, os, sys
from honeyhive import HoneyHive, evaluate

async def judge(outputs):
    await asyncio.sleep(0)
    return 1

def work(inputs):
    if inputs["n"] != 3:
        return 1
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    with HoneyHive(api_key="hh_x", base_url=sys.argv[1]) as own:
        found = evaluate(lambda inputs: 2, dataset=[{"m": m} for m in range(4)], evaluators=[judge], client=own,
                         progress=False, table=False)
    os._exit(len(found.rows) if not found.failures else 99)

with HoneyHive(api_key="hh_x", base_url=sys.argv[1]) as hh:
    rows = [{"inputs": {"n": n}} for n in range(8)]
    found = evaluate(work, dataset=rows, evaluators=[judge], client=hh, concurrency=2, progress=False, table=False)
    assert [row.outputs for row in found.rows] == [1, 1, 1, 4, 1, 1, 1, 1], found
    assert found.failures == []
"""


@pytest.mark.parametrize("program", [FORKS, INSIDE], ids=["between", "inside"])
def test_a_forked_child_has_a_loop_of_its_own(server: LocalServer, tmp_path: Path, program: str):
    environment = {name: text for name, text in os.environ.items() if not name.startswith("HH_")}
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "generated")])
    command = [sys.executable, "-W", "error", "-c", program, server.url]

    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_remaining_tasks_are_cancelled_silently_at_process_exit(server: LocalServer, tmp_path: Path):
    program = """
import asyncio, sys
from honeyhive import HoneyHive, evaluate
from honeyhive._experiments import event_loop

event_loop.LEFTOVER_TIMEOUT = 0.01
tasks = set()

async def for_ever():
    try:
        await asyncio.Event().wait()
    finally:
        print("cancelled")

async def leaves(inputs):
    tasks.add(asyncio.create_task(for_ever()))

with HoneyHive(api_key="hh_x", base_url=sys.argv[1]) as hh:
    evaluate(leaves, dataset=[{"n": 1}], client=hh, progress=False, table=False)
"""
    command = [sys.executable, "-W", "error", "-c", program, server.url]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (0, "cancelled\n", "")


def test_a_loop_that_a_coroutine_blocks_is_abandoned_with_the_run():
    is_blocked, end = threading.Event(), threading.Event()

    async def blocks() -> None:
        is_blocked.set()
        end.wait(20)

    lease, context = event_loop.Lease(1), copy_context()
    context.run(lease.enter)

    def work() -> None:
        with contextlib.suppress(event_loop.AbandonedError):
            lease.run(blocks())

    waiting = threading.Thread(target=context.run, args=(work,))
    waiting.start()
    assert is_blocked.wait(20)
    lease.abandon()
    lease.close()

    other = event_loop.Lease(1)
    assert other.run(asyncio.sleep(0, "another loop")) == "another loop"
    other.close()
    end.set()
    waiting.join(20)
    assert not waiting.is_alive()
