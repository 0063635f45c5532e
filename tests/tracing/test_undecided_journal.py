"""Undecided sessions in the spool, with a deleted folder, and with signal handlers that log or raise during a write."""

import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from honeyhive import HoneyHive
from honeyhive._spool.journal import Journal
from honeyhive._spool.undecided_journal import UndecidedJournal
from honeyhive.tracing import Keep, Options, read_spool
from honeyhive_server import LocalServer

from .test_interrupts import AlarmError, Timer

SESSION = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"

# If a handler interrupts a callback of the garbage collector, Python drops its exception.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


def client(url: str, spool: Path, *, is_kept: bool = True, **options: Any) -> HoneyHive:
    tracing = Options(sample_rate=0.0, keep=lambda _: is_kept, keep_for=600)._replace(**options)
    return HoneyHive(api_key="hh_test", base_url=url, spool=spool, tracing=tracing)


def in_spool(folder: Path) -> Counter[str]:
    return Counter(one.body["event_name"] for one in read_spool(folder))


def log(hh: HoneyHive, name: str) -> None:
    hh.log_event({"event_name": name, "session_id": SESSION})


def test_a_deleted_folder_is_made_again(
    server: LocalServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("honeyhive._spool.folder_check._INTERVAL", 0.0)
    spool = tmp_path / "spool"
    with client(server.url, spool) as hh:
        with hh.event("before"):
            pass
        open_step = hh.event("open").__enter__()
        shutil.rmtree(spool)
        log(hh, "after")
        assert in_spool(spool)["after"] == 1
        assert any(b'"open"' in file.read_bytes() for file in spool.glob("*.open"))
        open_step.__exit__(None, None, None)
        assert hh.flush(20)
        assert hh.stats().dropped == {}
        assert not in_spool(spool)
    assert {event["event_name"] for event in server.events()} == {"before", "open", "after"}
    assert "was deleted under a running process" in caplog.text
    assert not [file for file in spool.iterdir() if file.suffix in (".log", ".open")]


@contextmanager
def handler(handle: Callable[[], None]) -> Iterator[None]:
    previous = signal.signal(signal.SIGUSR1, lambda *_: handle())
    try:
        yield
    finally:
        signal.signal(signal.SIGUSR1, previous)


@pytest.fixture(params=["before the write", "after the write", "after the record is counted"])
def signalled(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make one signal arrive while a record is written."""
    armed = [True]

    def arrive() -> None:
        if armed:
            armed.pop()
            signal.raise_signal(signal.SIGUSR1)

    def interrupted(owner: type, name: str, *, is_before: bool) -> None:
        real = getattr(owner, name)

        def entered(*arguments: Any, **named: Any) -> Any:
            if is_before:
                arrive()
            result = real(*arguments, **named)
            if not is_before:
                arrive()
            return result

        monkeypatch.setattr(owner, name, entered)

    if request.param == "after the record is counted":
        interrupted(UndecidedJournal, "end_step", is_before=True)
    else:
        interrupted(Journal, "write", is_before=request.param == "before the write")
    yield
    assert not armed


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_handler_that_logs_while_a_record_is_written(
    server: LocalServer, tmp_path: Path, signalled: None, *, is_kept: bool
) -> None:
    spool = tmp_path / "spool"
    with client(server.url, spool, is_kept=is_kept) as hh:
        with handler(lambda: log(hh, "handler")):
            log(hh, "outer")
        assert in_spool(spool) == {"outer": 1, "handler": 1}
        assert hh.flush(20)
        assert not in_spool(spool)
    names = Counter(event["event_name"] for event in server.events())
    assert names == ({"outer": 1, "handler": 1} if is_kept else {})


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_handler_that_raises_while_a_record_is_written(
    server: LocalServer, tmp_path: Path, signalled: None, *, is_kept: bool
) -> None:
    def handle() -> None:
        raise AlarmError

    spool = tmp_path / "spool"
    with client(server.url, spool, is_kept=is_kept) as hh:
        with handler(handle), pytest.raises(AlarmError):
            log(hh, "outer")
        log(hh, "next")
        assert in_spool(spool) == {"outer": 1, "next": 1}
        assert hh.flush(20)
        assert not in_spool(spool)
    names = Counter(event["event_name"] for event in server.events())
    assert names == ({"outer": 1, "next": 1} if is_kept else {})


UNENDED = """
import gc, os, signal, sys
from honeyhive import HoneyHive
from honeyhive.tracing import Keep, Options

options = Options(sample_rate=0.0, keep=Keep())
hh = HoneyHive(api_key="hh_test", base_url=sys.argv[1], spool=sys.argv[2], tracing=options)
for name in ("fine", "failed"):
    session = hh.session(name)
    session.event(f"unended {name}")
    with session.event("step") as event:
        event.error = "no" if name == "failed" else None
    del session, event
gc.collect()
hh.flush(20)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_step_that_nobody_ended_goes_with_its_session(server: LocalServer, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", UNENDED, server.url, str(tmp_path / "spool")], check=False, timeout=60)
    assert {event["event_name"] for event in server.events()} == {"step"}
    with client(server.url, tmp_path / "spool") as hh:
        log(hh, "next")
        assert hh.flush(20)
    assert {event["event_name"] for event in server.events()} == {"step", "unended failed", "next"}


def test_handlers_that_raise_at_any_moment_lose_nothing_and_leave_nothing(server: LocalServer, tmp_path: Path) -> None:
    timer = Timer()
    spool = tmp_path / "spool"
    with client(server.url, spool) as hh:
        log(hh, "first")
        returned = {"first"}
        with timer.running():
            for number in range(1_500):
                if not timer.interrupts(lambda number=number: log(hh, str(number))):
                    returned.add(str(number))
        assert timer.raised > 20
        stored = in_spool(spool)
        assert returned <= stored.keys()
        assert stored.total() == len(stored)
        assert hh.flush(30)
        assert not in_spool(spool)
        assert not list(spool.glob("*.damaged"))
        names = Counter(event["event_name"] for event in server.events())
        assert returned <= names.keys()
        assert names.total() == len(names) == hh.stats().delivered


def test_what_a_handler_logs_before_it_raises_is_kept(server: LocalServer, tmp_path: Path) -> None:
    timer = Timer()
    with client(server.url, tmp_path / "spool", keep=Keep(failed=False, slower_than=0)) as hh:
        log(hh, "first")
        timer.before = lambda: log(hh, f"handler-{timer.raised}")
        with timer.running():
            for number in range(1_000):
                timer.interrupts(lambda number=number: log(hh, str(number)))
        assert timer.raised > 20
        assert {f"handler-{number}" for number in range(timer.raised)} <= in_spool(tmp_path / "spool").keys()
        assert hh.flush(30)
