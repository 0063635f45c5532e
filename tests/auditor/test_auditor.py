"""A short run of the auditor, and tests that it detects faulty SDKs."""

import ast
import asyncio
import random
import subprocess
import sys
import uuid
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from honeyhive import HoneyHive

from .audit import Auditor, Settings
from .power_cut import PAGE, after_cut
from .schedule import FAULTS, Action, Operation, Run, Schedule, schedule_of
from .spool_frames import pending_ids
from .verdict import Evidence, failures

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
SEEDS = [
    7000000 + number for number in (2, 6, 7, 10, 12, 17, 19, 20, 23, 24, 26, 30, 31, 42, 64, 73, 352, 426, 442, 816)
]
SESSION = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"


@pytest.fixture(scope="module")
def auditor() -> Iterator[Auditor]:
    with Auditor() as running:
        yield running


def name(number: int) -> str:
    return f"EVT-1-{number}-Z"


def schedule(*kinds: str, is_durable: bool, **changes: object) -> Schedule:
    """Return a schedule without faults, in which one thread logs into a session of its own."""
    session = str(uuid.uuid4())
    calls = tuple(Operation(kind, name(number), session, 100, 0.0) for number, kind in enumerate(kinds))
    run = Run((calls,), 0, (), child_vanishes=False, actions=(), ending="close", patience=20.0)
    return Schedule(1, is_durable, (run,), {}, None, None, 0, 0)._replace(**changes)


def test_twenty_schedules_lose_nothing() -> None:
    command = [sys.executable, "-m", "tests.auditor", "--jobs", "4", "--only", *map(str, SEEDS)]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(SEEDS)} schedules" in done.stdout


def test_the_twenty_schedules_have_every_fault() -> None:
    found = {one for seed in SEEDS for one in schedule_of(seed).ingredients}

    processes = {"kill -9", "SIGSTOP", "fork", "full disk", "power cut", "full queue"}
    assert found == {*FAULTS.values(), *processes, "connection refused", "refused event", "in memory", "with a spool"}


def test_a_full_disk_without_permission_to_mount(auditor: Auditor) -> None:
    full = schedule("start", *["event"] * 60, "end", is_durable=True, disk_bytes=4096)

    assert asyncio.run(auditor.audit(full)).failures == []


@pytest.mark.parametrize(("sdk", "failure"), [("losing", "lost: 4 of 4"), ("repeating", "stored twice: 5")])
@pytest.mark.parametrize("is_durable", [False, True])
def test_a_client_with_a_fault_fails(auditor: Auditor, sdk: str, failure: str, is_durable: bool) -> None:
    result = asyncio.run(auditor.audit(schedule(*["event"] * 5, is_durable=is_durable), sdk))

    assert any(one.startswith(failure) for one in result.failures)


def test_a_client_that_counts_a_stored_record_as_dropped_fails(auditor: Auditor) -> None:
    result = asyncio.run(auditor.audit(schedule("event", "step", is_durable=False), "miscounting"))

    assert any(one.startswith("stored and dropped") for one in result.failures)


def test_a_client_that_forgets_open_steps_fails(auditor: Auditor) -> None:
    """The process is killed inside the block of a step, which only an SDK that keeps open steps survives."""
    steps = schedule("event", "step", is_durable=True)
    (calls,) = steps.runs[0].threads
    slow = (calls[0], calls[1]._replace(pause=20.0))
    killed = steps.runs[0]._replace(threads=(slow,), actions=(Action(2, "kill", 0.0),))

    honest = asyncio.run(auditor.audit(steps._replace(runs=(killed,))))
    assert (honest.failures, honest.stored) == ([], 2)
    forgets = asyncio.run(auditor.audit(steps._replace(runs=(killed,)), "forgetting"))
    assert any(one.startswith("lost: 1 of 1") for one in forgets.failures)


def test_a_client_without_a_fault_passes(auditor: Auditor) -> None:
    result = asyncio.run(auditor.audit(schedule("start", "event", "feedback", "step", "end", is_durable=False)))

    assert (result.failures, result.accepted, result.stored) == ([], 5, 5)


def test_the_end_of_a_session_whose_start_was_stored_without_a_response(auditor: Auditor) -> None:
    """The start is sent before the end is logged, because the call between them is slow."""
    lost_reply = schedule("start", "event", "step", "end", is_durable=True, outage=(0, "reset-after"))
    (calls,) = lost_reply.runs[0].threads
    slow = (calls[0], calls[1], calls[2]._replace(pause=1.0), calls[3])
    run = lost_reply.runs[0]._replace(threads=(slow,), patience=0.0)

    assert asyncio.run(auditor.audit(lost_reply._replace(runs=(run,)))).failures == []


SEEN = Evidence(
    tried={name(1), name(2)},
    accepted={name(1), name(2)},
    stored=Counter({name(1): 1}),
    pending={name(2)},
    dropped=Counter(),
    unconfirmed=set(),
    uncounted=set(),
    may_stay={name(2)},
    hides_damage=False,
    problems=[],
)


@pytest.mark.parametrize(
    ("changes", "failure"),
    [
        ({}, None),
        ({"pending": set()}, "lost: 1 of 1"),
        ({"pending": set(), "dropped": Counter(unsent=1)}, None),
        ({"pending": set(), "uncounted": {name(2)}}, None),
        ({"stored": Counter({name(1): 2})}, "stored twice: 1"),
        ({"dropped": Counter(unsent=1)}, "stored and dropped"),
        ({"dropped": Counter(unsent=1), "unconfirmed": {name(1)}}, None),
        ({"dropped": Counter(queue_full=1), "unconfirmed": {name(1)}}, "stored and dropped"),
        ({"dropped": Counter(damaged=1)}, "stored and dropped"),
        ({"dropped": Counter(damaged=1), "hides_damage": True}, None),
        ({"may_stay": set()}, "not delivered by a healthy service: 1"),
        ({"problems": ["a call raised"]}, "a call raised"),
    ],
)
def test_verdict(changes: dict[str, object], failure: str | None) -> None:
    found = failures(SEEN._replace(**changes))

    assert [one for one in found if failure is None or not one.startswith(failure)] == []
    assert bool(found) == (failure is not None)


def test_a_seed_is_always_the_same_schedule() -> None:
    for seed in range(100):
        assert schedule_of(seed) == schedule_of(seed)


def test_no_schedule_loses_events_that_the_guarantee_excludes() -> None:
    for seed in range(2_000):
        for run in schedule_of(seed).runs:
            assert not (schedule_of(seed).disk_bytes and run.dies)
            assert not (run.child_vanishes and not schedule_of(seed).is_durable)


@pytest.fixture
def spool(tmp_path: Path) -> Path:
    """Return a spool with ten events. Its client was closed while no server listened at its URL."""
    hh = HoneyHive(api_key="hh_test", base_url="http://127.0.0.1:9", spool=str(tmp_path / "spool"))
    for number in range(10):
        hh.log_event({"event_name": "e", "session_id": SESSION, "inputs": {"id": name(number)}})
    hh.close(0)
    return tmp_path / "spool"


def test_the_reader_finds_every_frame_and_those_around_damage(spool: Path) -> None:
    (log,) = spool.glob("*.log")
    data = log.read_bytes()
    whole = {name(number) for number in range(10)}
    assert pending_ids(spool) == whole

    for number in range(10):
        damaged = data.replace(name(number).encode(), name(number).encode().lower())
        log.write_bytes(damaged)
        assert pending_ids(spool) == whole - {name(number)}
    log.write_bytes(data[:-1])
    assert pending_ids(spool) == whole - {name(9)}


def test_the_reader_finds_open_steps_that_have_not_ended(tmp_path: Path) -> None:
    hh = HoneyHive(api_key="hh_test", base_url="http://127.0.0.1:9", spool=str(tmp_path / "spool"))
    with hh.event("ended", inputs={"id": name(1)}), hh.event("open", inputs={"id": name(2)}):
        assert pending_ids(tmp_path / "spool") == {name(1), name(2)}
        with hh.event("ended", inputs={"id": name(3)}):
            pass
        (log,) = (tmp_path / "spool").glob("*.log")
        log.rename(tmp_path / "log")
        (tmp_path / "spool" / log.name).touch(0o600)
        assert pending_ids(tmp_path / "spool") == {name(1), name(2), name(3)}
    hh.close(0)


def test_the_reader_is_short_and_shares_no_code() -> None:
    text = (HERE / "spool_frames.py").read_text()

    assert len(text.splitlines()) <= 50
    imported = {one.module for one in ast.walk(ast.parse(text)) if isinstance(one, ast.ImportFrom)}
    assert imported == {"collections.abc", "pathlib", "zlib"}


def test_only_the_application_and_the_server_import_the_project() -> None:
    for file in HERE.glob("*.py"):
        imported = {
            alias
            for one in ast.walk(ast.parse(file.read_text()))
            if isinstance(one, ast.Import | ast.ImportFrom)
            for alias in ([one.module] if isinstance(one, ast.ImportFrom) else [each.name for each in one.names])
        }
        is_ours = any(str(one).startswith("honeyhive") for one in imported)
        assert is_ours == (file.name in ("adapters.py", "service.py", "test_auditor.py"))


def test_a_power_cut_keeps_synced_bytes_only() -> None:
    earlier = {"a": b"1" * PAGE, "gone": b"1"}
    later = {"a": b"2" * 3 * PAGE, "new": b"2" * 10}
    states = [after_cut(earlier, later, {"a": PAGE + 5}, random.Random(seed)) for seed in range(300)]

    assert all(state["a"].startswith(b"2" * (PAGE + 5)) for state in states)
    assert {len(state["a"]) for state in states} == {PAGE + 5, 2 * PAGE, 3 * PAGE}
    assert any(b"\0" in state["a"] for state in states)
    assert {"gone" in state for state in states} == {"new" in state for state in states} == {True, False}


def test_a_power_cut_may_bring_the_earlier_pages_back() -> None:
    states = [after_cut({"a": b"1" * PAGE}, {"a": b"2" * PAGE}, {}, random.Random(seed))["a"] for seed in range(50)]

    assert set(states) == {b"1" * PAGE, b"2" * PAGE}


def test_settings_are_those_of_this_interpreter() -> None:
    assert Settings().interpreter == sys.executable
