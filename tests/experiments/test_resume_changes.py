"""Resumed runs: shapes of results, new evaluators, notes about changes, failed rows, and one process at a time."""

import asyncio
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from honeyhive import HoneyHive, InvalidRequestError, NotFoundError
from honeyhive._experiments.run_lock import RunLock
from honeyhive.experiments import Experiment
from honeyhive_server import LocalServer

Run = Callable[..., Experiment]
ROOT = Path(__file__).parents[2]
RUN_ID = "7d0c4c1e-0a53-4f0e-9d59-2f6d7d1c3b10"
ROWS = [{"inputs": {"n": number}, "id": number} for number in range(6)]
SHAPES = [
    {},
    [],
    "",
    0,
    False,
    None,
    {"value": 3},
    {"value": {}},
    {"value": None},
    {"value": 1, "more": 2},
    [{"value": 1}],
    {"nested": {"value": 1}},
    [1, "two", None],
    7,
    0.5,
    "text",
    True,
]


def echo(inputs: Any) -> Any:
    return inputs


def one(outputs: Any) -> int:
    return 1


def fails_on_odd(inputs: Any) -> Any:
    if inputs["n"] % 2:
        raise ValueError("odd")
    return inputs


def test_outputs_have_the_same_shape_afterwards(run: Run):
    rows = [{"inputs": {"n": number}} for number in range(len(SHAPES))]

    def shape(inputs: Any) -> Any:
        return SHAPES[inputs["n"]]

    before = run(shape, dataset=rows, run_id=RUN_ID)
    after = run(shape, dataset=rows, run_id=RUN_ID)

    assert [row.outputs for row in after.rows] == [row.outputs for row in before.rows] == SHAPES
    assert [type(row.outputs) for row in after.rows] == [type(value) for value in SHAPES]
    assert after.notes == []


@pytest.mark.parametrize("is_async", [False, True])
def test_a_new_evaluator_scores_the_stored_rows(run: Run, hh: HoneyHive, server: LocalServer, is_async: bool):
    ran: list[int] = []

    def work(inputs: Any) -> Any:
        ran.append(inputs["n"])
        if inputs["n"] == 3:
            raise ValueError("three")
        return {"value": inputs["n"]}  # the stored outputs have to keep this shape

    def double(outputs: Any, inputs: Any) -> Any:
        with hh.event("judged", inputs={"n": inputs["n"]}):
            return {"double": outputs["value"] * 2} if outputs["value"] != 4 else {"double": float("nan")}

    async def work_later(inputs: Any) -> Any:
        return work(inputs)

    function = work_later if is_async else work
    run(function, dataset=ROWS, evaluators=[one], run_id=RUN_ID)
    added = run(function, dataset=ROWS, evaluators=[one, double], run_id=RUN_ID)
    again = run(function, dataset=ROWS, evaluators=[double, one], run_id=RUN_ID)

    assert len(ran) == 6
    assert added.notes == ["the evaluator double is new; it scored the finished rows too"]
    assert [row.metrics.get("double") for row in added.rows] == [0, 2, 4, None, None, 10]
    assert [row.metrics.get("one") for row in added.rows] == [1, 1, 1, None, 1, 1]
    assert added.rows[4].evaluator_errors == {"double": "double: returned nan, which is not a score"}
    assert all(row.was_done for row in added.rows)
    assert [row.to_dict() for row in again.rows] == [row.to_dict() for row in added.rows]
    assert again.metrics == added.metrics
    stored = sorted(server.sessions(), key=lambda session: session["inputs"]["n"])
    assert [session["metrics"] for session in stored] == [row.metrics for row in added.rows]
    assert [len(session["children"]) for session in stored] == [1, 1, 1, 0, 1, 1]
    assert all(child["metadata"]["run_id"] == RUN_ID for session in stored for child in session["children"])
    (listed,) = hh.experiments.list(run_ids=[RUN_ID]).evaluations
    assert listed.additional_properties["evaluators"] == ["one", "double"]


def test_resume_scores_each_row_by_all_evaluators(run: Run):
    judged: list[tuple[str, int]] = []

    def judge(name: str, outputs: Any) -> int:
        judged.append((name, outputs["n"]))
        return 1

    a, b = partial(judge, "a"), partial(judge, "b")
    run(fails_on_odd, dataset=ROWS, evaluators={"a": a}, run_id=RUN_ID)
    run(fails_on_odd, dataset=ROWS, evaluators={"b": b}, run_id=RUN_ID, retry_failed=True)
    final = run(echo, dataset=ROWS, evaluators={"a": a, "b": b}, run_id=RUN_ID, retry_failed=True)

    assert final.failures == []
    assert [row.metrics for row in final.rows] == [{"a": 1, "b": 1}] * 6
    assert sorted(judged) == [(name, n) for name in "ab" for n in range(6)]


@pytest.mark.parametrize("kind", ["function", "evaluator", "left out", "rows", "closure", "default", "nothing"])
def test_resume_notes_list_the_changes(run: Run, kind: str):
    def other(inputs: Any) -> Any:
        return dict(inputs)

    def judge(outputs: Any) -> int:
        return 1

    def other_judge(outputs: Any) -> int:
        return 2

    def closing_over(model: str) -> Any:
        return lambda inputs: (model, inputs)

    def with_default(inputs: Any, model: str = "small") -> Any:
        return model, inputs

    rows = [{**row, "inputs": {"n": -1}} for row in ROWS]
    functions = {"function": other, "closure": closing_over("large"), "default": partial(with_default, model="large")}
    first = {"closure": closing_over("small"), "default": with_default}.get(kind, echo)
    evaluators = {"evaluator": {"judge": other_judge}, "left out": {}}
    run(first, dataset=ROWS, evaluators={"judge": judge}, run_id=RUN_ID)
    again = run(
        functions.get(kind, first),
        dataset=rows if kind == "rows" else ROWS,
        evaluators=evaluators.get(kind, {"judge": judge}),
        run_id=RUN_ID,
    )

    function = "the function changed since the run began; finished rows keep the outputs of the old function"
    assert (
        again.notes
        == {
            "function": [function],
            "closure": [function],
            "default": [function],
            "evaluator": ["the evaluator judge changed since the run began; finished rows keep their scores"],
            "left out": ["the evaluator judge was left out; its scores are kept"],
            "rows": ["the inputs or the ground truth changed since the run began; finished rows were not run again"],
            "nothing": [],
        }[kind]
    )
    assert all(note in str(again) for note in again.notes)
    assert json.loads(again.to_json())["notes"] == again.notes


def test_a_change_of_a_traced_function_is_noted(run: Run, hh: HoneyHive):
    run(hh.trace(echo), dataset=ROWS, run_id=RUN_ID)

    assert run(hh.trace(echo), dataset=ROWS, run_id=RUN_ID).notes == []
    assert len(run(hh.trace(fails_on_odd), dataset=ROWS, run_id=RUN_ID).notes) == 1


def test_failed_rows_run_again_when_asked(run: Run, hh: HoneyHive, server: LocalServer):
    is_fixed = False
    ran: list[int] = []

    def work(inputs: Any) -> Any:
        ran.append(inputs["n"])
        with hh.event("inside"):
            pass
        if inputs["n"] == 1 and not is_fixed:
            raise TimeoutError("slow")
        return inputs

    def judge(outputs: Any) -> int:
        if outputs["n"] == 2 and not is_fixed:
            raise LookupError("no judge")
        return 1

    first = run(work, dataset=ROWS, evaluators=[judge], run_id=RUN_ID)
    same = run(work, dataset=ROWS, evaluators=[judge], run_id=RUN_ID)
    is_fixed = True
    again = run(work, dataset=ROWS, evaluators=[judge], run_id=RUN_ID, retry_failed=True)
    once_more = run(work, dataset=ROWS, evaluators=[judge], run_id=RUN_ID, retry_failed=True)

    assert [row.inputs["n"] for row in first.failures] == [row.inputs["n"] for row in same.failures] == [1, 2]
    assert sorted(ran) == [0, 1, 1, 2, 2, 3, 4, 5]
    assert again.failures == once_more.failures == []
    assert [row.was_done for row in again.rows] == [True, False, False, True, True, True]
    (listed,) = hh.experiments.list(run_ids=[RUN_ID]).evaluations
    assert sorted(listed.event_ids) == sorted(row.session_id for row in again.rows)
    assert listed.results["failed"] == 0
    summary = hh.experiments.get_summary(RUN_ID).to_dict()
    assert len(summary["datapoints"]) == 6  # results of failed attempts do not count
    kept = hh.events.search(evaluation_id=f"{RUN_ID}:retried").events
    assert {event.session_id for event in kept} == {first.rows[1].session_id, first.rows[2].session_id}
    assert len(kept) == 4


def test_failed_rows_that_only_the_journal_has_run_again_when_asked(tmp_path: Path, run: Run):
    database = tmp_path / "honeyhive.db"
    with LocalServer(database=database) as server:
        hh = HoneyHive(api_key="hh_test", base_url=server.url, max_retries=0)

        def away(inputs: Any) -> Any:
            if inputs["n"] == 0:
                server.__exit__(None, None, None)
            return fails_on_odd(inputs)

        first = run(away, dataset=ROWS, run_id=RUN_ID, client=hh, concurrency=1, delivery_timeout=0.1)
        hh.close(0)
    with LocalServer(database=database) as server, HoneyHive(api_key="hh_test", base_url=server.url) as hh:
        again = run(echo, dataset=ROWS, run_id=RUN_ID, client=hh, retry_failed=True)
        stored = server.sessions()

    assert len(first.failures) == 3
    assert [row.was_done for row in again.rows] == [True, False] * 3
    assert again.failures == again.problems == []
    assert sorted(session["session_id"] for session in stored) == sorted(row.session_id for row in again.rows)


@pytest.mark.parametrize("run_id", ["nightly-1", "nightly 2026-11-21", "Grüße", "nightly/2026?x=1#y", "a" * 700, ".."])
def test_a_run_id_that_is_not_a_uuid_is_found_under_that_string(run: Run, hh: HoneyHive, run_id: str):
    first = run(echo, dataset=ROWS, run_id=run_id)
    again = run(echo, dataset=ROWS, run_id=run_id)
    later = run(echo, dataset=ROWS, compare_with=run_id)

    assert again.run_id == first.run_id
    assert all(row.was_done for row in again.rows)
    assert later.comparison is not None
    assert later.comparison.old_run_id == first.run_id
    assert hh.experiments.list().pagination.total == 2
    assert len(hh.events.search(evaluation_id=first.run_id).events) == 6
    assert hh.experiments.get(first.run_id).evaluation.run_id == first.run_id
    if run_id not in ("nightly/2026?x=1#y", "a" * 700, ".."):  # these cannot be path segments
        assert first.run_id == run_id


def test_a_run_that_an_earlier_version_stored_under_a_uuid_is_found(run: Run, hh: HoneyHive):
    from honeyhive._tracing.events.propagation import mapped_id

    hh.experiments.create(run_id=mapped_id("nightly-1")[0], name="before")

    experiment = run(echo, dataset=ROWS, run_id="nightly-1")

    assert (experiment.name, experiment.run_id) == ("before", mapped_id("nightly-1")[0])
    with pytest.raises(NotFoundError):
        hh.experiments.get("nightly-1")


def test_a_second_evaluation_of_the_same_run_is_refused_until_the_first_ends(run: Run):
    is_working, end = threading.Event(), threading.Event()
    found: list[Experiment] = []

    def work(inputs: Any) -> Any:
        is_working.set()
        end.wait(20)
        return inputs

    first = threading.Thread(target=lambda: found.append(run(work, dataset=ROWS, run_id="nightly-1")))
    first.start()
    assert is_working.wait(20)
    with pytest.raises(InvalidRequestError, match=f"run nightly-1 is locked by process {os.getpid()} on this machine"):
        run(echo, dataset=ROWS, run_id="nightly-1")
    assert run(echo, dataset=ROWS, run_id="nightly-2").failures == []
    end.set()
    first.join(20)

    assert found[0].failures == []
    assert all(row.was_done for row in run(echo, dataset=ROWS, run_id="nightly-1").rows)


PROGRAM = """
import os, sys
from honeyhive import HoneyHive, evaluate

def work(inputs):
    with open(sys.argv[2], "a") as file:
        file.write(f"{inputs['n']}\\n")
    print("working", flush=True)
    sys.stdin.readline()
    return inputs

with HoneyHive(api_key="hh_x", base_url=sys.argv[1]) as hh:
    evaluate(work, dataset=[{"inputs": {"n": n}} for n in range(4)], run_id="nightly-1", client=hh, concurrency=1,
             journal_dir=sys.argv[3], progress=False, table=False)
"""


@pytest.mark.parametrize("folder", ["same", "other"])
def test_a_second_process_is_refused_and_a_killed_one_holds_no_lock(server: LocalServer, tmp_path: Path, folder: str):
    environment = {name: text for name, text in os.environ.items() if not name.startswith("HH_")}
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "generated")])
    command = [sys.executable, "-W", "error", "-c", PROGRAM, server.url, str(tmp_path / "ran.txt")]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([*command, str(tmp_path / "same")], env=environment, text=True, **pipes) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "working\n"
        second = subprocess.run(
            [*command, str(tmp_path / folder)],
            env=environment,
            input="\n" * 9,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        first.kill()
        first.communicate()
    third = subprocess.run(
        [*command, str(tmp_path / folder)],
        env=environment,
        input="\n" * 9,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert second.returncode == 1
    assert f"run nightly-1 is locked by process {first.pid} on this machine" in second.stderr
    assert (third.returncode, third.stderr) == (0, "")
    assert (tmp_path / "ran.txt").read_text().split() == ["0", "0", "1", "2", "3"]


def lock_on(url: str, run_id: str = "run") -> RunLock:
    return RunLock([url], run_id, run_id)


def test_a_child_that_a_row_forks_does_not_hold_the_run():
    lock = lock_on("http://forked")
    lock.acquire()
    (child_reads, parent_writes), (parent_reads, child_writes) = os.pipe(), os.pipe()
    pid = os.fork()
    if not pid:
        os.write(child_writes, b"forked")
        os.close(parent_writes)
        os.read(child_reads, 1)  # wait until the parent has closed its end of the pipe
        os._exit(0)
    assert os.read(parent_reads, 6) == b"forked"
    descriptor = lock._fd
    assert descriptor is not None
    os.close(descriptor)  # the death of the parent also closes the pipe, but does not release the lock

    again = lock_on("http://forked")
    again.acquire()
    again.release()
    for end in (parent_writes, child_reads, parent_reads, child_writes):
        os.close(end)
    os.waitpid(pid, 0)
    lock._fd = None


@pytest.mark.parametrize("kind", ["missing", "file", "link"])
def test_a_run_that_cannot_be_locked_has_a_note(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str):
    place = tmp_path / f"honeyhive-runs-{os.getuid()}"
    if kind == "file":
        place.write_text("")
    elif kind == "link":
        place.symlink_to(tmp_path)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing" if kind == "missing" else tmp_path))

    experiment = run(echo, dataset=ROWS)

    assert (experiment.failures, experiment.problems) == ([], [])
    assert experiment.notes[0].startswith("the run could not be locked, so a second process could run it too: ")


def test_runs_of_other_services_and_other_runs_are_not_locked():
    locks = [lock_on("http://a"), lock_on("http://b"), lock_on("http://a", "other")]
    for lock in locks:
        lock.acquire()
    for lock in locks:
        lock.release()
        lock.release()


@pytest.mark.parametrize("is_async", [False, True])
def test_tasks_of_a_resumed_run_are_judged_in_the_same_loop(run: Run, is_async: bool):
    lock = asyncio.Lock()

    async def judge(outputs: Any) -> int:
        async with lock:
            await asyncio.sleep(0)
        return 1

    async def echo_later(inputs: Any) -> Any:
        return inputs

    run(echo_later if is_async else echo, dataset=ROWS, evaluators=[one], run_id=RUN_ID)
    again = run(echo_later if is_async else echo, dataset=ROWS, evaluators=[one, judge], run_id=RUN_ID)

    assert again.failures == []
    assert again.metrics["judge"].mean == 1
