"""Overhead of evaluate() over the ideal, and over bare threads and tasks, which do the same work without evaluate().

The ideal is the sleeping time alone. Bare threads are slower than the ideal too, because a sleep ends late and threads
wait for the GIL; a line shows by how much. If bare threads exceed the bound, only the ratio to bare threads is
meaningful for evaluate().
"""

import asyncio
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import Any

from honeyhive import HoneyHive, evaluate

from .ratio import Ratio, timed
from .server import _serving

# The number of rows is a multiple of 32: of 1,000 rows, only 8 would run in the last round, and the ideal could not be
# reached.
ROWS, SECONDS, AT_A_TIME = 1_024, 0.01, 32
RUNS = 7
DATASET = [{"inputs": {"question": f"question {number}"}, "ground_truth": {"answer": "42"}} for number in range(ROWS)]
IDEAL = ROWS * SECONDS / AT_A_TIME


def measure() -> list[Ratio | str]:
    """Return the time of the rows as ratios, and the time for creating, delivering and completing a run as a line."""
    with tempfile.TemporaryDirectory(prefix="honeyhive-") as name, _serving(Path(name)) as port:
        url = f"http://127.0.0.1:{port}"
        found: list[Ratio | str] = []
        for kind, function, bare, bound in (
            ("threads", _answer, _threads, 1.06),
            ("tasks", _answer_async, _tasks, 1.15),
        ):
            rows, rest, baseline = _runs(url, Path(name), function, bare)
            what = f"{ROWS} rows of {SECONDS * 1e3:.0f} ms, {AT_A_TIME} at a time, {kind}"
            found += [
                Ratio(what, "the ideal", rows, (IDEAL,) * RUNS, bound),
                Ratio(what, f"bare {kind}", rows, baseline, bound),
                f"      bare {kind} without evaluate(): {median(baseline) / IDEAL:.2f} x the ideal",
                f"      to create, deliver and complete such a run: {median(rest) * 1e3:.0f} ms",
            ]
        return found


def _answer(inputs: dict[str, Any]) -> dict[str, Any]:
    time.sleep(SECONDS)
    return {"answer": inputs["question"]}


async def _answer_async(inputs: dict[str, Any]) -> dict[str, Any]:
    await asyncio.sleep(SECONDS)
    return {"answer": inputs["question"]}


def _exact(outputs: dict[str, Any], ground_truth: dict[str, Any]) -> bool:
    return outputs == ground_truth


async def _exact_async(outputs: dict[str, Any], ground_truth: dict[str, Any]) -> bool:
    return outputs == ground_truth


def _runs(
    url: str, folder: Path, function: Callable[..., Any], bare: Callable[[], object]
) -> tuple[tuple[float, ...], ...]:
    """Run evaluate() and the bare work in turn, several times after a warm-up, and return their durations.

    The three results contain, per run, the seconds for the rows, for the rest of evaluate(), and for the bare work.
    """
    judge = _exact_async if asyncio.iscoroutinefunction(function) else _exact
    rows, rest, baseline = [], [], []
    with HoneyHive(api_key="hh_benchmark", base_url=url) as hh:
        for _ in range(RUNS + 1):
            begun = time.perf_counter()
            run = evaluate(
                function,
                dataset=DATASET,
                evaluators=[judge],
                client=hh,
                concurrency=AT_A_TIME,
                journal_dir=folder,
                progress=False,
                table=False,
            )
            rest.append(time.perf_counter() - begun - run.seconds)
            rows.append(run.seconds)
            baseline.append(timed(bare))
    return tuple(rows[1:]), tuple(rest[1:]), tuple(baseline[1:])


def _threads() -> None:
    with ThreadPoolExecutor(AT_A_TIME) as executor:
        list(executor.map(_answer, [row["inputs"] for row in DATASET]))


def _tasks() -> None:
    waiting = iter(DATASET)

    async def work() -> None:
        for row in waiting:
            await _answer_async(row["inputs"])

    async def main() -> None:
        async with asyncio.TaskGroup() as group:
            for _ in range(AT_A_TIME):
                group.create_task(work())

    asyncio.run(main())
