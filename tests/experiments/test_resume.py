"""If a run is interrupted or killed, and then resumed, no finished row runs twice and every row is stored."""

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from honeyhive import HoneyHive, InvalidRequestError, evaluate
from honeyhive.experiments import Experiment
from honeyhive_server import LocalServer

Run = Callable[..., Experiment]
ROOT = Path(__file__).parents[2]
RUN_ID = "7d0c4c1e-0a53-4f0e-9d59-2f6d7d1c3b10"
ROWS = [{"inputs": {"n": number}} for number in range(40)]


def constant(inputs: Any) -> int:
    return 1


# Each row writes a line when it starts. The row with the chosen number sends a signal.
PROGRAM = """
import itertools, os, signal, sys
from honeyhive import HoneyHive, evaluate

url, last, how, limit = sys.argv[1:]
rows = [{"inputs": {"n": number}} for number in range(40)]
count = itertools.count()
ran = os.open("ran.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

def work(inputs):
    n = inputs["n"]
    os.write(ran, f"begun {n}\\n".encode())
    if next(count) == int(last):
        os.kill(os.getpid(), getattr(signal, how))
    with hh.event("inside", inputs={"n": n}):
        pass
    return {"n": n * 2}

def judge(outputs):
    return outputs["n"]

from honeyhive.tracing import Options
from honeyhive._tracing.limits import DeliveryLimits
options = Options(delivery=DeliveryLimits(linger=float(limit), batch_events=10_000))
with HoneyHive(api_key="hh_test", base_url=url, tracing=options) as hh:
    experiment = evaluate(work, dataset=rows, evaluators=[judge], client=hh, run_id="RUN_ID", concurrency=4)
    print(len(experiment.rows), sum(row.was_done for row in experiment.rows), experiment.metrics["judge"].mean)
""".replace("RUN_ID", RUN_ID)


def program(server: LocalServer, folder: Path, last: int, how: str = "SIGKILL", linger: float = 0.0) -> Any:
    environment = {name: text for name, text in os.environ.items() if not name.startswith("HH_")}
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "generated")])
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM, server.url, str(last), how, str(linger)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def begun(folder: Path) -> Counter[int]:
    lines = (folder / "ran.txt").read_text().splitlines()
    return Counter(int(line.split()[1]) for line in lines)


def journal(folder: Path) -> list[dict[str, Any]]:
    path = folder / ".honeyhive" / "runs" / f"{RUN_ID}.jsonl"
    events = [json.loads(line) for line in path.read_text().splitlines() if line] if path.exists() else []
    return [event for event in events if event["event_type"] == "session"]


def rows_of(server: LocalServer) -> list[dict[str, Any]]:
    """Return the sessions of finished rows. An interrupted row may have events as well."""
    return [session for session in server.sessions() if session["event_name"] == "work"]


# With a delay of an hour, nothing was delivered when the process died; without a delay, most rows were.
@pytest.mark.parametrize("linger", [0.0, 3600.0])
def test_resume_after_a_kill_runs_no_finished_row_twice(server: LocalServer, tmp_path: Path, linger: float):
    killed = program(server, tmp_path, last=25, linger=linger)
    finished = {event["inputs"]["n"] for event in journal(tmp_path)}
    first = begun(tmp_path)
    if linger:
        assert server.sessions() == []

    resumed = program(server, tmp_path, last=-1)

    assert killed.returncode == -signal.SIGKILL
    assert resumed.stderr == ""
    assert resumed.stdout.splitlines()[-1] == f"40 {len(finished)} 39.0"
    assert len(finished) >= 20
    total = begun(tmp_path)
    assert sorted(total) == [*range(40)]
    twice = {n for n, count in total.items() if count > 1}
    assert twice == first.keys() - finished  # rows in progress at the kill, at most ``concurrency``
    assert len(twice) <= 4
    sessions = rows_of(server)
    assert Counter(session["inputs"]["n"] for session in sessions) == Counter(range(40))
    assert all([child["inputs"] for child in one["children"]] == [one["inputs"]] for one in sessions)
    assert journal(tmp_path) == []


def test_a_run_that_is_killed_repeatedly_completes(server: LocalServer, tmp_path: Path):
    for last in (5, 6, 7, 8):
        assert program(server, tmp_path, last=last).returncode == -signal.SIGKILL
    finished = program(server, tmp_path, last=-1)

    assert finished.returncode == 0
    assert Counter(session["inputs"]["n"] for session in rows_of(server)) == Counter(range(40))


def test_without_its_journal_a_run_resumes_from_the_service(server: LocalServer, tmp_path: Path):
    program(server, tmp_path, last=25)
    for path in (tmp_path / ".honeyhive" / "runs").iterdir():
        path.unlink()
    stored = {session["inputs"]["n"] for session in rows_of(server)}
    first = begun(tmp_path)

    program(server, tmp_path, last=-1)

    total = begun(tmp_path)
    assert all(total[n] == first[n] for n in stored)
    assert Counter(session["inputs"]["n"] for session in rows_of(server)) == Counter(range(40))


def test_ctrl_c_waits_for_rows_in_progress_and_prints_the_run_id(server: LocalServer, tmp_path: Path, hh: HoneyHive):
    stopped = program(server, tmp_path, last=10, how="SIGINT")
    first = begun(tmp_path)
    (cancelled,) = hh.experiments.list(run_ids=[RUN_ID]).evaluations

    resumed = program(server, tmp_path, last=-1)

    assert stopped.returncode == -signal.SIGINT
    assert f"stopped after {len(first)} of 40 rows; to continue, pass the run id {RUN_ID}" in stopped.stderr
    assert {row["inputs"]["n"] for row in server.sessions()} >= first.keys()
    assert cancelled.status == "cancelled"
    assert resumed.stdout.splitlines()[-1] == f"40 {len(first)} 39.0"
    assert max(begun(tmp_path).values()) == 1
    (completed,) = hh.experiments.list(run_ids=[RUN_ID]).evaluations
    assert completed.status == "completed"
    assert len(completed.event_ids) == 40


# The first signal arrives while a row is in progress, which waits for the signal. Its function is plain or async.
SLOW = """
import asyncio, signal, sys, threading, os
from pathlib import Path
from honeyhive import HoneyHive, evaluate

url, kind, times = sys.argv[1:]
told = threading.Event()

def handler(*_):
    told.set()
    raise KeyboardInterrupt

signal.signal(signal.SIGINT, handler)

def work(inputs):
    os.kill(os.getpid(), signal.SIGINT)
    told.wait(20)
    if times == "2":
        told.clear()
        os.kill(os.getpid(), signal.SIGINT)
        threading.Event().wait()  # a row that never ends
    return inputs

async def answer(inputs):
    return inputs

async def work_later(inputs):
    os.kill(os.getpid(), signal.SIGINT)
    await asyncio.to_thread(told.wait, 20)
    if times == "2":
        told.clear()
        os.kill(os.getpid(), signal.SIGINT)
        await asyncio.Event().wait()
    return inputs

rows = [{"inputs": {"n": number}} for number in range(3)]
with HoneyHive(api_key="hh_test", base_url=url) as hh:
    function, judges = {"thread": (work, []), "task": (work_later, []), "evaluator": (answer, [len, work])}[kind]
    evaluate(function, dataset=rows, evaluators=judges, client=hh, concurrency=1)
"""


@pytest.mark.parametrize("times", ["1", "2"])
@pytest.mark.parametrize("kind", ["thread", "task", "evaluator"])
def test_the_first_ctrl_c_waits_for_rows_in_progress_and_the_second_does_not(
    server: LocalServer, tmp_path: Path, kind: str, times: str
):
    environment = {name: text for name, text in os.environ.items() if not name.startswith("HH_")}
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "generated")])
    stopped = subprocess.run(
        [sys.executable, "-W", "error", "-c", SLOW, server.url, kind, times],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    finished = 2 - int(times)
    assert stopped.returncode == -signal.SIGINT
    assert "when the rows in progress have ended; press Ctrl-C again to abandon them" in stopped.stderr
    assert f"stopped after {finished} of 3 rows" in stopped.stderr
    assert len(server.sessions()) == finished


@pytest.mark.parametrize("second", [None, constant], ids=["task", "thread"])
def test_a_completed_run_does_not_run_rows_again(run: Run, second: Any):
    ran = []

    def work(inputs: Any) -> Any:
        ran.append(inputs["n"])
        if inputs["n"] == 3:
            raise ValueError("three")
        return inputs

    def judge(outputs: Any) -> Any:
        if outputs["n"] == 4:
            raise ValueError("four")
        return {"n": outputs["n"], "kind": "text"}

    async def work_later(inputs: Any) -> Any:
        return work(inputs)

    first = run(work, dataset=ROWS, evaluators=[judge], run_id=RUN_ID, name="first")
    again = run(second or work_later, dataset=ROWS, evaluators=[judge], run_id=RUN_ID)

    assert len(ran) == 40
    assert all(row.was_done for row in again.rows)
    assert again.name == "first"
    plain = [row.to_dict() | {"was_done": None, "traceback": None} for row in again.rows]
    assert plain == [row.to_dict() | {"was_done": None, "traceback": None} for row in first.rows]
    assert again.metrics == first.metrics


def test_metrics_added_by_others_are_not_scores(run: Run, hh: HoneyHive):
    first = run(constant, dataset=ROWS[:2], evaluators={"score": constant}, run_id="first")
    added = {"panel": {"votes": 3}, "none": None, "list": [1]}
    hh.events.update(first.rows[0].session_id, metrics=added)
    again = run(constant, dataset=ROWS[:2], evaluators={"score": constant}, run_id="first")
    other = run(constant, dataset=ROWS[:2], evaluators={"score": constant}, run_id="other")
    hh.events.update(other.rows[0].session_id, metrics={**added, "panel": {"votes": 4}})
    compared = run(constant, dataset=ROWS[:2], evaluators=[], run_id="other", compare_with="first").comparison

    assert again.metrics == first.metrics
    assert compared is not None
    assert compared.metrics["score"].unchanged == 2


def test_a_run_id_is_any_string(run: Run, hh: HoneyHive):
    first = run(constant, dataset=ROWS, run_id="nightly-2026-11-21")
    again = run(constant, dataset=ROWS, run_id="nightly-2026-11-21")

    assert first.run_id == again.run_id
    assert hh.experiments.list(run_ids=[first.run_id]).pagination.total == 1


def test_a_run_is_not_resumed_over_other_rows(run: Run):
    run(constant, dataset=ROWS, run_id=RUN_ID)

    with pytest.raises(InvalidRequestError, match="has another dataset"):
        run(constant, dataset=ROWS[1:], run_id=RUN_ID)


def test_a_run_created_without_a_dataset_accepts_any(run: Run, hh: HoneyHive):
    hh.experiments.create(run_id=RUN_ID, name="made elsewhere")

    experiment = run(constant, dataset=ROWS, run_id=RUN_ID)

    assert (experiment.name, len(experiment.rows)) == ("made elsewhere", 40)
    assert hh.experiments.get(RUN_ID).evaluation.status == "completed"


def test_an_outage_at_the_end_keeps_the_rows_for_the_next_time(tmp_path: Path):
    arguments: dict[str, Any] = {
        "dataset": ROWS,
        "run_id": RUN_ID,
        "journal_dir": tmp_path / "runs",
        "delivery_timeout": 0.5,
        "progress": False,
        "table": False,
    }
    database = tmp_path / "honeyhive.db"
    with LocalServer(database=database) as server:
        hh = HoneyHive(api_key="hh_test", base_url=server.url, max_retries=0)

        def work(inputs: Any) -> Any:
            if inputs["n"] == 39:
                server.__exit__(None, None, None)
            return inputs

        away = evaluate(work, client=hh, concurrency=1, **arguments)
        hh.close(0)
    with LocalServer(database=database) as server, HoneyHive(api_key="hh_test", base_url=server.url) as hh:
        again = evaluate(work, client=hh, **{**arguments, "delivery_timeout": 60})
        stored = server.sessions()

    assert any("are not delivered yet" in problem for problem in away.problems)
    assert any("could not be completed" in problem for problem in away.problems)
    assert again.problems == []
    assert all(row.was_done for row in again.rows)
    assert len(stored) == 40
    assert [*(tmp_path / "runs").iterdir()] == []
