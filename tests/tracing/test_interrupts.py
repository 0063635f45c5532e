"""Exceptions of signal handlers during a log call: they reach the caller, and no state is damaged."""

import gc
import json
import signal
import sys
import threading
from collections import Counter
from contextlib import contextmanager

import pytest

from honeyhive import HoneyHive
from honeyhive._tracing.delivery.records import LazyRecord
from honeyhive._tracing.events import context
from honeyhive._tracing.events import session as session_module
from honeyhive._tracing.events.deferred_session import DeferredSession
from honeyhive._tracing.events.session import Session
from honeyhive._tracing.interrupts import is_interrupt
from honeyhive.tracing import DeliveryLimits, Options, read_spool

from .stored import tree
from .test_surface import stored

SESSION = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"
OTHER = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a11"


# If a handler interrupts the callback of a weak reference, Python drops its exception.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


class AlarmError(Exception):
    """The exception that the signal handler raises."""


class Timer:
    """A real timer. Its signal handler raises during a log call, and counts how often it does so."""

    def __init__(self, raises=AlarmError):
        self.raises = raises
        self.is_armed = False
        self.raised = 0
        self.before = lambda: None

    def __call__(self, number, frame):
        if self.is_armed:
            self.is_armed = False
            self.before()
            self.raised += 1
            raise self.raises("too late")

    @contextmanager
    def running(self, seconds=0.00007):
        previous = signal.signal(signal.SIGALRM, self)
        signal.setitimer(signal.ITIMER_REAL, seconds, seconds)
        try:
            yield
        finally:
            self.is_armed = False
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, previous)

    def interrupts(self, call):
        """Return True if the call was interrupted and raised the exception of the handler."""
        try:
            self.is_armed = True
            call()
            self.is_armed = False
        except self.raises:
            return True
        return False


def client(url, spool=None, **limits):
    return HoneyHive(
        api_key="hh_test", base_url=url, spool=spool or False, tracing=Options(delivery=DeliveryLimits(**limits))
    )


@pytest.mark.parametrize("raises", [AlarmError, TimeoutError, ValueError, KeyboardInterrupt])
@pytest.mark.parametrize("is_durable", [False, True])
def test_the_exception_of_a_handler_comes_out_of_a_log_call_and_no_event_is_damaged(
    server, tmp_path, raises, is_durable
):
    timer = Timer(raises)
    hh = client(server.url, str(tmp_path / "spool") if is_durable else None)
    hh.log_event({"event_name": "first", "session_id": SESSION})
    returned, came_out = 0, 0
    with timer.running():
        for number in range(3_000):
            event = {"event_name": str(number), "session_id": SESSION, "inputs": {"a": [1, float("nan"), object()]}}
            if timer.interrupts(lambda event=event: hh.log_event(event)):
                came_out += 1
            else:
                returned += 1
    assert timer.raised > 20
    assert came_out == timer.raised

    flushed = hh.flush(30)
    stats = hh.stats()
    assert flushed, (flushed, stats)
    assert stats.delivered == stats.accepted >= returned + 1
    assert not stats.dropped
    assert not list(tmp_path.glob("spool/*.damaged"))
    names = Counter(event["event_name"] for event in server.events())
    assert len(names) == names.total() == stats.delivered
    hh.close()


@pytest.mark.parametrize("is_durable", [False, True])
def test_events_logged_by_a_handler_before_it_raises_are_kept(server, tmp_path, is_durable):
    timer = Timer()
    hh = client(server.url, str(tmp_path / "spool") if is_durable else None)
    hh.log_event({"event_name": "first", "session_id": SESSION})
    timer.before = lambda: hh.log_event({"event_name": f"handler-{timer.raised}", "session_id": SESSION})
    with timer.running():
        for number in range(2_000):
            timer.interrupts(lambda number=number: hh.log_event({"event_name": str(number), "session_id": SESSION}))

    assert timer.raised > 20
    assert hh.flush(30)
    names = Counter(event["event_name"] for event in server.events())
    assert {f"handler-{number}" for number in range(timer.raised)} <= names.keys()
    assert names.total() == len(names) == hh.stats().accepted
    hh.close()


@pytest.mark.parametrize("is_durable", [False, True])
def test_the_event_of_an_interrupted_block_is_sent(server, tmp_path, is_durable):
    timer = Timer()
    hh = client(server.url, str(tmp_path / "spool") if is_durable else None)
    names = []

    def block():
        event = hh.event(f"step-{len(names)}")
        event.__enter__()
        names.append(event._name)
        timer.is_armed = True
        event.__exit__(None, None, None)

    with hh.session("s") as session, timer.running():
        for _ in range(1_500):
            context.enter(session)  # at the entry of a function, the signal arrives before any of its code runs
            try:
                block()
                timer.is_armed = False
            except AlarmError:
                pass
    assert timer.raised > 20
    gc.collect()  # If the entry to __exit__ was interrupted, the event ends when its last reference is gone.
    assert hh.flush(30)
    found = [event["event_name"] for event in server.events() if event["event_type"] != "session"]
    assert sorted(found) == sorted(names)
    hh.close()


def test_only_exceptions_of_signal_handlers_count_as_interrupts():
    def handler(number, frame):
        raise AlarmError

    def rest(*arguments):
        raise AlarmError

    class Method:
        def handle(self, number, frame):
            raise AlarmError

    def error_of(call, *arguments):
        with pytest.raises(AlarmError) as caught:
            call(*arguments)
        return caught.value

    for chosen in (handler, rest, Method().handle, lambda *_: rest()):
        previous = signal.signal(signal.SIGUSR1, chosen)
        try:
            assert is_interrupt(error_of(signal.raise_signal, signal.SIGUSR1))
        finally:
            signal.signal(signal.SIGUSR1, previous)
    assert not is_interrupt(error_of(rest, 1, 2))


def test_an_exception_of_repr_is_not_an_interrupt(hh, server):
    class Hostile:
        def __repr__(self):
            raise AlarmError

    with hh.session("s"):
        hh.log_event({"event_name": "e", "inputs": {"value": Hostile()}})

    (root,) = stored(hh, server)
    assert "raised AlarmError" in root["children"][0]["inputs"]["value"]


def test_the_delivery_thread_survives_an_interrupted_first_event(server):
    timer = Timer()
    with timer.running():
        for _ in range(60):
            hh = client(server.url)
            timer.interrupts(lambda hh=hh: hh.log_event({"event_name": "first", "session_id": SESSION}))
            hh.log_event({"event_name": "second", "session_id": SESSION})
            timer.is_armed = False
            assert hh.flush(30), hh.stats()
            assert hh.stats().delivered in (1, 2)
            hh.close()
    assert threading.active_count() < 60


def test_the_spool_of_an_interrupted_process_is_read_whole(tmp_path):
    timer = Timer()
    hh = client("http://127.0.0.1:9", str(tmp_path / "spool"))
    hh.log_event({"event_name": "first", "session_id": SESSION})
    returned = {"first"}
    with timer.running():
        for number in range(2_000):
            event = {"event_name": str(number), "session_id": SESSION}
            if not timer.interrupts(lambda event=event: hh.log_event(event)):
                returned.add(str(number))
    hh.close(0)

    found = Counter(one.body["event_name"] for one in read_spool(tmp_path / "spool"))
    assert returned <= found.keys()
    assert found.total() == len(found) == hh.stats().pending


@contextmanager
def raising_once(monkeypatch, owner, name):
    """Make a signal handler raise at the first call of the function."""
    original = getattr(owner, name)

    def entered(*arguments, **named):
        monkeypatch.setattr(owner, name, original)
        signal.raise_signal(signal.SIGUSR1)
        return original(*arguments, **named)

    def handler(number, frame):
        raise AlarmError

    previous = signal.signal(signal.SIGUSR1, handler)
    monkeypatch.setattr(owner, name, entered)
    try:
        yield
    finally:
        signal.signal(signal.SIGUSR1, previous)


def test_a_session_start_that_is_interrupted_while_it_is_encoded_is_sent_whole_or_not_at_all(
    server, tmp_path, monkeypatch
):
    with client(server.url, str(tmp_path / "spool")) as hh:
        hh.log_event({"event_name": "first", "session_id": SESSION})
        with raising_once(monkeypatch, session_module, "session_json"), pytest.raises(AlarmError):
            hh.session("victim", session_id=OTHER)
        assert hh.flush(30)
        assert hh.stats().dropped == {}
    assert {root["event_name"] for root in server.sessions()} <= {"victim", "unknown"}


def test_an_interrupted_lazy_record_is_encoded_again():
    made = iter([AlarmError(), b"{}"])

    def make():
        found = next(made)
        if isinstance(found, AlarmError):
            raise found
        return found

    record = LazyRecord("start", SESSION, SESSION, 0, make)
    with pytest.raises(AlarmError):
        _ = record.body
    assert record.body == record.body == b"{}"


def test_an_interrupted_end_of_a_session_is_sent(server, monkeypatch):
    with client(server.url) as hh:
        session = hh.session("s")
        session.outputs = {"a": 1}
        with raising_once(monkeypatch, hh.tracing._open(), "own_metadata"), pytest.raises(AlarmError):
            session.end()
        assert hh.flush(30)
    (root,) = server.sessions()
    assert root["outputs"] == {"a": 1}
    assert root["end_time"]


def test_the_event_of_a_row_that_is_interrupted_on_its_way_to_the_journal_is_kept_and_sent(server):
    kept = []

    def keep(body):
        if not kept:
            kept.append(None)
            signal.raise_signal(signal.SIGALRM)
        kept.append(json.loads(body)["event_name"])

    timer = Timer()
    timer.is_armed = True
    previous = signal.signal(signal.SIGALRM, timer)
    options = Options(sample_rate=0.0, keep=lambda _: False, keep_for=0.0)
    try:
        with (
            HoneyHive(api_key="hh_test", base_url=server.url, tracing=options) as hh,
            DeferredSession(hh.tracing._open(), "row", {}, {}, keep),
        ):
            event = hh.event("step")
            with pytest.raises(AlarmError):
                event.end()
    finally:
        signal.signal(signal.SIGALRM, previous)

    assert kept == [None, "step", "row"]
    assert [tree(root) for root in server.sessions()] == [{"row": [{"step": []}]}]


def test_a_field_may_be_set_on_any_line_while_its_event_ends(hh, server):
    """By a signal handler or another thread, for which a trace function stands here."""
    event = hh.event("e", inputs={"n": 1})
    names = iter(["outputs", "metrics", "feedback", "metadata", "config", "user_properties"])

    def line(frame, what, _):
        name = next(names, None) if what == "line" else None
        if name is not None:
            setattr(event, name, {"n": 1})
        return line

    def called(frame, what, _):
        return line if frame.f_code.co_name == "_json" else None

    previous = sys.gettrace()
    sys.settrace(called)
    try:
        with pytest.warns(RuntimeWarning, match="after the end"):
            event.end()
    finally:
        sys.settrace(previous)

    assert next(names, None) is None
    assert [one["event_name"] for one in stored(hh, server)[0]["children"]] == ["e"]
    assert "error" not in hh.stats().dropped


def test_an_interrupted_beginning_does_not_leave_a_session_undecided(server, monkeypatch):
    options = Options(sample_rate=0.0, keep=lambda _: True, keep_for=0.0)
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=options) as hh:
        with raising_once(monkeypatch, Session, "_send"), pytest.raises(AlarmError):
            hh.session("victim", session_id=OTHER)
        gc.collect()
        undecided = hh.tracing._open().worker.undecided
        hh.log_event({"event_name": "later", "session_id": OTHER})
        assert hh.flush(30)
        assert undecided.count == hh.stats().pending == 0
