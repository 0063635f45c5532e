"""``Options(keep=)``: sessions that are kept although they are not sampled, and the time of the decision."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from opentelemetry.sdk.trace import TracerProvider

from honeyhive import ConfigurationError, HoneyHive, evaluate
from honeyhive.otel import instrument
from honeyhive.tracing import FinishedSession, Keep, Options, QueueLimits
from honeyhive_server import LocalServer

from .stored import tree

NONE = Options(sample_rate=0.0, keep=Keep())


@pytest.fixture
def kept(server: LocalServer) -> Iterator[HoneyHive]:
    """A client with sample_rate 0, which sends only the sessions that ``keep=`` selects."""
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=NONE) as client:
        yield client


def client(server: LocalServer, keep: Any, **options: Any) -> HoneyHive:
    tracing = Options(sample_rate=0.0, keep=keep)._replace(**options)
    return HoneyHive(api_key="hh_test", base_url=server.url, tracing=tracing)


def names(server: LocalServer) -> set[str]:
    return {root["event_name"] for root in server.sessions()}


def fail(hh: HoneyHive, name: str) -> None:
    with hh.session(name), pytest.raises(ValueError, match="no"), hh.event("step"):
        raise ValueError("no")


def test_every_failed_session_is_kept_and_a_share_of_the_rest(server: LocalServer) -> None:
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=Options(sample_rate=0.1, keep=Keep())) as hh:
        for number in range(20):
            fail(hh, f"failed {number}")
        for number in range(200):
            with hh.session(f"fine {number}"), hh.event("step"):
                pass
        assert hh.flush(20), hh.stats()
        stats = hh.stats()

    found = names(server)
    assert len([name for name in found if name.startswith("failed")]) == 20
    fine = [name for name in found if name.startswith("fine")]
    assert 3 <= len(fine) <= 60
    assert stats.dropped["sampled"] == 3 * (200 - len(fine))
    assert stats.accepted == stats.delivered + stats.pending + sum(stats.dropped.values())
    assert tree(next(root for root in server.sessions() if root["event_name"] == "failed 7")) == {
        "failed 7": [{"step": []}]
    }


def test_slow_and_expensive_sessions_are_kept(server: LocalServer) -> None:
    with client(server, Keep(slower_than=1_000, cost_over=1.0)) as hh:
        hh.log_event({"session_id": "slow", "event_name": "slow", "duration": 1_500})
        with hh.session("expensive"):
            for _ in range(3):
                with hh.event("call") as event:
                    event.usage(cost=0.4)
        with hh.session("cheap"), hh.event("call") as event:
            event.usage(cost=0.9)
    assert names(server) == {"expensive", "unknown"}  # the unnamed session is that of the slow event
    assert {event["event_name"] for event in server.events()} == {"slow", "call"}


@pytest.mark.parametrize(
    ("feedback", "is_kept"),
    [({"rating": 0}, True), ({"thumb": "Down "}, True), ({"ok": False}, True), ({"rating": 5, "text": "great"}, False)],
)
def test_bad_feedback_before_the_decision_keeps_a_session(
    kept: HoneyHive, server: LocalServer, feedback: dict[str, Any], is_kept: bool
) -> None:
    with kept.session("s"), kept.event("step") as event:
        pass
    kept.feedback(event.event_id, feedback)

    assert kept.flush(20)
    assert (names(server) == {"s"}) is is_kept
    if is_kept:
        assert server.events()[0]["feedback"] == feedback


def test_keep_function_gets_the_finished_session(server: LocalServer) -> None:
    seen: list[FinishedSession] = []

    def keep(session: FinishedSession) -> bool:
        seen.append(session)
        return session.events == 2

    with client(server, keep) as hh:
        with hh.session("two") as two, hh.event("a"), hh.event("b") as event:
            event.usage(cost=0.25)
            event.feedback = {"rating": 3}
        with hh.session("one"), hh.event("a"):
            pass
    assert names(server) == {"two"}
    first = next(one for one in seen if one.session_id == two.session_id)
    assert (first.failed, first.cost, first.feedback, first.events) == (False, 0.25, [{"rating": 3}], 2)
    assert first.duration > 0


def test_an_exception_of_the_keep_function_keeps_the_session(server: LocalServer) -> None:
    with client(server, lambda session: session.missing) as hh, hh.session("s"):
        pass
    assert names(server) == {"s"}


class _RaisedError(Exception):
    pass


@pytest.fixture
def alarm() -> Iterator[Any]:
    """A function whose call raises from a signal handler."""

    def handler(number: int, frame: Any) -> None:
        raise _RaisedError

    before = signal.signal(signal.SIGALRM, handler)
    yield lambda: signal.raise_signal(signal.SIGALRM)
    signal.signal(signal.SIGALRM, before)


def test_an_exception_of_a_signal_handler_leaves_the_keep_function(server: LocalServer, alarm: Any) -> None:
    armed = [True]

    def keep(session: FinishedSession) -> bool:
        if armed:
            armed.pop()
            alarm()
        return True

    with client(server, keep) as hh:
        fail(hh, "s")
        with pytest.raises(_RaisedError):
            hh.flush(20)
        assert hh.flush(20)
        assert names(server) == {"s"}


@pytest.mark.parametrize("is_before", [True, False])
def test_nothing_is_lost_or_sent_twice_if_a_signal_handler_raises(
    kept: HoneyHive, server: LocalServer, alarm: Any, *, is_before: bool
) -> None:
    with kept.session("s"):
        for _ in range(5):
            with kept.event("step") as event:
                event.error = "no"
    undecided = kept.tracing._open().worker.undecided
    assert undecided is not None
    forward, armed = undecided._forward, [True]

    def interrupted(record: Any) -> None:
        if not is_before:
            forward(record)
        if armed:
            armed.pop()
            alarm()
        if is_before:
            forward(record)

    undecided._forward = interrupted
    with pytest.raises(_RaisedError):
        kept.flush(20)
    assert kept.flush(20)
    assert len(server.events()) == 5
    assert kept.stats().accepted == kept.stats().delivered == 7
    assert (undecided.count, undecided.bytes) == (0, 0)


def test_keep_for_decides_without_a_flush(server: LocalServer) -> None:
    decided = threading.Event()

    def keep(session: FinishedSession) -> bool:
        decided.set()
        return True

    with client(server, keep, keep_for=0.01) as hh:
        with hh.session("s"), hh.event("step"):
            assert not decided.wait(0.1)  # this session has not ended
        assert decided.wait(20)
        assert hh.flush(20)
        assert names(server) == {"s"}


def test_late_events_follow_the_decision(kept: HoneyHive, server: LocalServer) -> None:
    with kept.session("dropped") as dropped:
        pass
    fail(kept, "kept")
    assert kept.flush(20)
    (root,) = server.sessions()
    before = kept.stats().dropped["sampled"]

    with dropped.event("late") as event:
        event.error = "too late"
    kept.feedback(event.event_id, {"rating": 0})
    kept.log_event({"session_id": root["session_id"], "event_name": "late"})

    assert kept.flush(20)
    assert names(server) == {"kept"}
    assert tree(server.sessions()[0]) == {"kept": [{"step": []}, {"late": []}]}
    assert kept.stats().dropped["sampled"] == before + 2


def test_remembered_decisions_are_bounded(
    kept: HoneyHive, server: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("honeyhive._tracing.delivery.decisions._MOST_DECISIONS", 10)
    with kept.session("dropped") as session:
        pass
    assert kept.flush(20)
    for _ in range(50):
        with session.event("late") as event:
            event.error = "too late"
    undecided = kept.tracing._open().worker.undecided
    assert undecided is not None
    assert len(undecided._decisions) <= 10
    assert kept.flush(20)
    assert not server.sessions()  # the decision about a session is kept until the session's events are delivered


def test_an_open_session_is_undecided_and_pending(kept: HoneyHive, server: LocalServer) -> None:
    with kept.session("s") as session:
        with session.event("step") as event:
            event.error = "no"
        flushed = kept.flush(20)
        assert (bool(flushed), flushed.pending) == (False, 2)
        assert kept.stats().pending == 2
    assert kept.flush(20)
    assert names(server) == {"s"}


def test_undecided_sessions_are_bounded_and_the_oldest_is_decided_early(server: LocalServer) -> None:
    with client(server, Keep(), queue=QueueLimits(records=10)) as hh:
        fail(hh, "failed")
        for number in range(50):
            with hh.session(f"s{number}"):
                pass
            undecided = hh.tracing._open().worker.undecided
            assert undecided is not None
            assert undecided.count <= 11
            assert undecided.bytes < 10_000
    assert names(server) == {"failed"}


def test_log_calls_do_not_wait_for_the_keep_function(server: LocalServer) -> None:
    callers: list[str] = []
    may_return = threading.Event()

    def keep(session: FinishedSession) -> bool:
        callers.append(threading.current_thread().name)
        return may_return.wait(20)

    with client(server, keep, queue=QueueLimits(records=100)) as hh:
        with hh.session("first"):
            for _ in range(500):
                hh.log_event({"event_name": "e"})
        undecided = hh.tracing._open().worker.undecided
        assert undecided is not None
        assert 100 < undecided.count <= 110
        stats = hh.stats()
        assert stats.dropped["queue_full"] == 502 - undecided.count
        may_return.set()
        hh.flush(20)
    assert set(callers) == {"honeyhive-sampling"}
    assert len(server.events()) >= 90  # the queue has the same limit as the waiting sessions


def test_a_continued_session_sends_its_share_and_its_own_failures(kept: HoneyHive, server: LocalServer) -> None:
    with kept.session("s") as session:
        headers = kept.tracing.trace_headers()
        assert headers["traceparent"].endswith("-00")
    assert kept.flush(20)
    with client(server, Keep(), sample_rate=0.5) as other:
        with other.tracing.continue_session(headers), other.event("fine there"):
            pass
        with other.tracing.continue_session(headers), other.event("failed there") as event:
            event.error = "no"
    assert {event["event_name"] for event in server.events()} == {"fine there", "failed there"}
    assert {event["session_id"] for event in server.events()} == {session.session_id}


def test_keep_applies_to_opentelemetry_spans(kept: HoneyHive, server: LocalServer) -> None:
    tracer = instrument(kept, provider=TracerProvider(shutdown_on_exit=False)).get_tracer("tests")
    with tracer.start_as_current_span("fine"):
        pass
    with pytest.raises(ValueError, match="no"), tracer.start_as_current_span("failed"):
        raise ValueError("no")
    assert kept.flush(20)
    assert names(server) == {"failed"}


def test_rows_of_an_experiment_are_never_sampled_out(kept: HoneyHive, server: LocalServer) -> None:
    evaluate(
        lambda inputs: inputs, dataset=[{"n": 1}, {"n": 2}], client=kept, journal_dir=None, progress=False, table=False
    )
    assert len(server.sessions()) == 2


def test_scores_of_a_new_evaluator_are_never_sampled_out(server: LocalServer) -> None:
    run: dict[str, Any] = {"dataset": [{"n": 1}], "run_id": "r", "progress": False, "table": False}
    with client(server, lambda _: False, keep_for=0.0) as hh:
        first = evaluate(lambda inputs: inputs, evaluators={"one": lambda: 1.0}, client=hh, **run)
        with hh.tracing.resume_session(first.rows[0].session_id), hh.event("sampled out"):
            pass
        hh.flush(20)
        evaluate(lambda inputs: inputs, evaluators={"one": lambda: 1.0, "two": lambda: 2.0}, client=hh, **run)

    (root,) = server.sessions()
    assert root["metrics"] == {"one": 1.0, "two": 2.0}


KILLED = """
import os, signal, sys
from honeyhive import HoneyHive
from honeyhive.tracing import Keep, Options

options = Options(sample_rate=0.0, keep=Keep())
hh = HoneyHive(api_key="hh_test", base_url=sys.argv[1], spool=sys.argv[2], tracing=options)
with hh.session("fine"), hh.event("step"):
    pass
hh.flush(20)
with hh.session("undecided"), hh.event("step"):
    pass
with hh.session("open"), hh.event("interrupted"):
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_an_undecided_session_in_the_spool_is_sent_by_the_next_start(server: LocalServer, tmp_path: Path) -> None:
    spool = tmp_path / "spool"
    done = subprocess.run([sys.executable, "-c", KILLED, server.url, str(spool)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert not server.sessions()

    with HoneyHive(api_key="hh_test", base_url=server.url, spool=spool, tracing=NONE) as hh:
        assert hh.flush(20)
    found = sorted([tree(root) for root in server.sessions()], key=str)
    assert found == [{"open": [{"interrupted": []}]}, {"undecided": [{"step": []}]}]
    assert not [file for file in spool.iterdir() if file.suffix == ".log"]


def test_spool_sync_has_undecided_sessions_on_the_disk_too(
    server: LocalServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: set[int] = set()
    has_both = threading.Event()
    real = os.fsync

    def sync(fd: int) -> None:
        real(fd)
        synced.add(os.fstat(fd).st_ino)
        if {file.stat().st_ino for file in tmp_path.iterdir() if file.suffix in (".log", ".open")} <= synced:
            has_both.set()

    monkeypatch.setattr(os, "fsync", sync)
    tracing = NONE._replace(spool_sync=0.05)
    with (
        HoneyHive(api_key="hh_test", base_url=server.url, spool=tmp_path, tracing=tracing) as hh,
        hh.session("undecided"),
        hh.event("open"),
    ):
        assert has_both.wait(20)


COLLECTED = """
import gc, os, signal, sys
from honeyhive import HoneyHive
from honeyhive.tracing import Keep, Options

def begun():
    tracing = Options(sample_rate=0.0, keep=Keep())
    hh = HoneyHive(api_key="hh_test", base_url=sys.argv[1], spool=sys.argv[2], tracing=tracing)
    session = hh.session("s")
    return session, session.event("step")

session, step = begun()
gc.collect()
with HoneyHive(api_key="hh_test", base_url=sys.argv[1], spool=sys.argv[2]) as other:
    other.log_event({"event_name": "other"})
    assert other.flush(20)
    assert other.stats().recovered == 0, other.stats()
step.end()
session.end()
"""


def test_an_open_step_is_not_interrupted_while_its_process_lives(server: LocalServer, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", COLLECTED, server.url, str(tmp_path / "spool")], check=True, timeout=60)
    assert {event["event_name"] for event in server.events()} == {"other"}


TERMINATED = """
import os, signal, sys
from honeyhive import HoneyHive
from honeyhive.tracing import Keep, Options

hh = HoneyHive(api_key="hh_test", base_url=sys.argv[1], tracing=Options(sample_rate=0.0, keep=Keep()))
hh.tracing.flush_on_sigterm(20)
with hh.session("open"):
    with hh.event("failed") as event:
        event.error = "no"
    os.kill(os.getpid(), signal.SIGTERM)
    signal.pause()
"""


def test_open_sessions_are_decided_on_sigterm(server: LocalServer) -> None:
    done = subprocess.run([sys.executable, "-c", TERMINATED, server.url], check=False, timeout=60)
    assert done.returncode == -signal.SIGTERM
    assert [tree(root) for root in server.sessions()] == [{"open": [{"failed": []}]}]


LATE = """
import os, signal, sys
from honeyhive import HoneyHive
from honeyhive.tracing import Keep, Options

options = Options(sample_rate=0.0, keep=Keep())
hh = HoneyHive(api_key="hh_test", base_url=sys.argv[1], spool=sys.argv[2], tracing=options)
with hh.session("dropped") as session:
    pass
hh.flush(20)
with session.event("late"):
    pass
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_steps_of_dropped_sessions_do_not_come_back_as_interrupted(server: LocalServer, tmp_path: Path) -> None:
    spool = tmp_path / "spool"
    done = subprocess.run([sys.executable, "-c", LATE, server.url, str(spool)], check=False)
    assert done.returncode == -signal.SIGKILL

    with HoneyHive(api_key="hh_test", base_url=server.url, spool=spool) as hh:
        hh.log_event({"event_name": "next"})
        assert hh.flush(20)
    assert {event["event_name"] for event in server.events()} == {"next"}


@pytest.mark.parametrize("wrong", [Options(keep=True), Options(keep_for=-1), Options(keep_for=4000)])  # type: ignore[arg-type]
def test_wrong_options_are_an_error(wrong: Options) -> None:
    hh = HoneyHive(api_key="hh_test", base_url="http://127.0.0.1:9", tracing=wrong)
    with pytest.raises(ConfigurationError, match=r"keep(_for)? must be"):
        hh.session("s")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_rule_that_exits_does_not_end_the_decisions(server: LocalServer) -> None:
    exits = [SystemExit(1)]
    decided = threading.Event()

    def keep(session: FinishedSession) -> bool:
        if exits:
            raise exits.pop()
        decided.set()
        return True

    with client(server, keep, keep_for=0.01) as hh:
        with hh.session("first"):
            pass
        thread = next(one for one in threading.enumerate() if one.name == "honeyhive-sampling")
        thread.join(20)
        with hh.session("second"):
            pass
        assert decided.wait(20)


def test_flush_decides_no_further_session_after_its_timeout(server: LocalServer) -> None:
    decided: list[str] = []

    def keep(session: FinishedSession) -> bool:
        decided.append(session.session_id)
        return True

    with client(server, keep) as hh:
        for name in ("first", "second", "third"):
            with hh.session(name):
                pass
        assert not hh.flush(0)
        assert len(decided) == 1
    assert len(decided) == 3
