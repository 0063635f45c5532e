"""If tracing is off (no key, HH_TRACING=off, Options(enabled=False)), programs run and nothing is recorded."""

import asyncio
import json
import logging
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from honeyhive import AsyncHoneyHive, ConfigurationError, HoneyHive, evaluate
from honeyhive.tracing import Event, Options, Session
from honeyhive_server import LocalServer

from .stored import stored, tree
from .test_module_trace import run

OFF = Options(enabled=False)
TRACED = """
import asyncio, honeyhive

@honeyhive.trace
def double(number):
    return 2 * number

@honeyhive.trace
async def later(number):
    return number

@honeyhive.trace
def items():
    yield 1

@honeyhive.trace
class Bot:
    def answer(self):
        return "a"

print(double(21), asyncio.run(later(1)), list(items()), Bot().answer())
"""
PRINTED = "42 1 [1] a"


def test_without_a_key_the_program_runs_with_one_warning_on_the_line_of_the_call(tmp_path: Path) -> None:
    done = run(TRACED)

    assert (done.returncode, done.stdout.strip()) == (0, PRINTED)
    (warning, *_) = done.stderr.splitlines()
    assert warning.startswith("<string>:")
    assert "RuntimeWarning: honeyhive records nothing: there is no API key; pass api_key= or set HH_API_KEY" in warning
    assert done.stderr.count("Warning") == 1


def test_where_warnings_are_errors_the_log_has_the_reason() -> None:
    code = f"import logging, warnings; logging.basicConfig(); warnings.simplefilter('error')\n{TRACED}"
    done = run(code)

    assert (done.returncode, done.stdout.strip()) == (0, PRINTED)
    assert done.stderr.startswith("WARNING:honeyhive:honeyhive records nothing: there is no API key")


@pytest.mark.parametrize("off", ["off", "0", "false", "no"])
def test_hh_tracing_false_records_nothing_and_logs_one_line(off: str) -> None:
    done = run(f"import logging; logging.basicConfig()\n{TRACED}", HH_TRACING=off)

    assert (done.returncode, done.stdout.strip()) == (0, PRINTED)
    expected = "WARNING:honeyhive:HH_TRACING or Options(enabled=False) turned tracing off: nothing is recorded"
    assert done.stderr.splitlines() == [expected]


@pytest.mark.parametrize("wrong", [{"HH_API_URL": "nonsense"}, {"HH_TRACING": "maybe"}, {"HH_API_KEY": "a\nb"}])
def test_a_malformed_variable_is_a_warning_in_decorated_code_and_an_error_of_a_client(wrong: dict[str, str]) -> None:
    done = run(TRACED, **{"HH_API_KEY": "hh_test", **wrong})
    assert (done.returncode, done.stdout.strip()) == (0, PRINTED)
    assert f"honeyhive records nothing: {next(iter(wrong))} " in done.stderr

    done = run("import honeyhive; honeyhive.HoneyHive()", **{"HH_API_KEY": "hh_test", **wrong})
    assert "ConfigurationError" in done.stderr


def test_a_client_that_is_off_records_nothing(server: LocalServer, caplog: pytest.LogCaptureFixture) -> None:
    before = threading.active_count()
    with (
        caplog.at_level(logging.WARNING, logger="honeyhive"),
        HoneyHive(api_key="hh_test", base_url=server.url, tracing=OFF) as hh,
    ):
        with hh.session("s", inputs={"a": 1}) as session, hh.event("e") as event, session.event("f") as inner:
            event.outputs = {"b": 1}
            assert (type(session), type(event), type(inner)) == (Session, Event, Event)
            assert hh.tracing.trace_headers() == {}
        with hh.tracing.continue_session({"traceparent": f"00-{'ab' * 16}-{'cd' * 8}-01"}), hh.event("served"):
            pass
        hh.feedback(hh.log_event({"event_name": "e"}), {"rating": 1})
        assert hh.flush(5)
        assert (hh.stats().accepted, hh.stats().dropped) == (0, {})
        assert threading.active_count() <= before
        hh.sessions.create(session_name="direct")

    assert [tree(root) for root in server.sessions()] == [{"direct": []}]
    assert caplog.messages == ["HH_TRACING or Options(enabled=False) turned tracing off: nothing is recorded"]


@pytest.mark.parametrize(
    "mistake",
    [
        lambda hh: hh.event("e", input={}),
        lambda hh: hh.session("s", input={}),
        lambda hh: hh.event("e").event("f", typ="tool"),
        lambda hh: setattr(hh.event("e"), "output", {}),
        lambda hh: hh.event(),
        lambda hh: hh.trace(5),
        lambda hh: hh.trace(type="llm"),
    ],
)
def test_a_mistake_raises_the_same_as_with_tracing_on(
    hh: HoneyHive, mistake: Callable[[HoneyHive], object], caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises((TypeError, AttributeError, ValueError)) as expected:
        mistake(hh)
    with HoneyHive(tracing=OFF) as off, pytest.raises(type(expected.value)) as caught:
        mistake(off)
    assert str(caught.value) == str(expected.value)


def test_a_client_without_a_key_raises_unless_tracing_is_off(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HH_API_KEY", "HH_PROJECT_API_KEY", "HH_INGESTION_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    for make in (HoneyHive, AsyncHoneyHive):
        for options in (None, Options(), Options(enabled=True)):
            with pytest.raises(ConfigurationError, match="there is no API key"):
                make(tracing=options)
        assert repr(make(tracing=OFF)) == f"<{make.__name__}: no key>"
    monkeypatch.setenv("HH_TRACING", "off")
    with pytest.raises(ConfigurationError, match="there is no API key"):
        HoneyHive(tracing=Options(enabled=True))
    with pytest.raises(ConfigurationError, match="must be a bool or None"):
        HoneyHive(tracing=Options(enabled="off"))  # type: ignore[arg-type]

    with HoneyHive() as hh:
        with pytest.raises(ConfigurationError, match="needs a project key, but this client has none; pass api_key"):
            hh.sessions.list()
        with pytest.raises(ConfigurationError, match=r"needs a project key or .*, but this client has none"):
            hh.request("GET", "/v1/x")

    async def main() -> None:
        async with AsyncHoneyHive() as client:
            with pytest.raises(ConfigurationError, match="but this client has none"):
                await client.sessions.list()

    asyncio.run(main())


def test_events_of_a_client_that_is_off_do_not_join_the_session_of_another(hh: HoneyHive, server: LocalServer) -> None:
    with HoneyHive(tracing=OFF) as off, hh.session("s"), off.event("hidden"), hh.event("shown"):
        pass

    assert [tree(root) for root in stored(hh, server)] == [{"s": [{"shown": []}]}]


def test_a_disabled_client_does_not_read_its_spool(tmp_path: Path) -> None:
    folder = tmp_path / "spool"
    with HoneyHive(tracing=OFF, spool=folder) as hh:
        hh.log_event({"event_name": "e"})

    assert not folder.exists()


def test_an_experiment_needs_tracing() -> None:
    with (
        HoneyHive(api_key="hh_test", base_url="http://127.0.0.1:9", tracing=OFF) as hh,
        pytest.raises(ConfigurationError, match="records the events of each row, but tracing is off"),
    ):
        evaluate(json.dumps, dataset=[{"inputs": {}}], client=hh)
