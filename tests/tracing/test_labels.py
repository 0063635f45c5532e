"""Labels (source, project, tags, user, conversation) of a client, a session and an event."""

import itertools
import logging
from collections import deque
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from opentelemetry.sdk.trace import TracerProvider

from honeyhive import ConfigurationError, HoneyHive
from honeyhive.otel import instrument
from honeyhive.tracing import Options
from honeyhive_server import LocalServer

from .stored import by_name, stored
from .test_module_trace import run

OF_CLIENT = Options(source="shop", project="support", tags=("beta", "eu"), user_id="u0", conversation_id="c0")


def labels(event: dict[str, Any]) -> dict[str, Any]:
    return {name: event["metadata"].get(name) for name in ("project", "tags", "user_id", "conversation_id")}


def test_labels_of_a_session_are_in_its_metadata(hh: HoneyHive, server: LocalServer) -> None:
    with (
        hh.session(
            "s", metadata={"kept": 1}, project="p", tags=("a", "b"), user_id="u1", conversation_id="c1", source="cron"
        ),
        hh.event("inside"),
    ):
        hh.log_event({"event_name": "logged"})

    (root,) = stored(hh, server)
    assert labels(root) == {"project": "p", "tags": ["a", "b"], "user_id": "u1", "conversation_id": "c1"}
    assert root["metadata"]["kept"] == 1
    assert {event["source"] for event in server.events()} == {"cron"}


def test_labels_of_an_event_are_its_own_and_its_source_is_inherited(hh: HoneyHive, server: LocalServer) -> None:
    with hh.session("s"):
        with hh.event("event", tags=["a"], user_id="u1", source="worker") as event, event.event("below", project="p"):
            pass
        with hh.event("updated", tags=["a"]) as event:
            event.update(tags="b", conversation_id="c1")

    events = by_name(hh, server)
    assert labels(events["event"]) == {"project": None, "tags": ["a"], "user_id": "u1", "conversation_id": None}
    assert labels(events["below"]) == {"project": "p", "tags": None, "user_id": None, "conversation_id": None}
    assert labels(events["updated"]) == {"project": None, "tags": ["b"], "user_id": None, "conversation_id": "c1"}
    sources = {name: events[name]["source"] for name in ("event", "below", "updated")}
    assert sources == {"event": "worker", "below": "worker", "updated": "python"}


def test_a_session_inherits_the_labels_of_its_client_and_may_override_them(server: LocalServer) -> None:
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=OF_CLIENT) as hh:
        with hh.session("plain"):
            pass
        with hh.session("own", tags=["beta", "vip"], user_id="u1") as session:
            session.update(conversation_id="c1")
        with hh.event("alone"):
            pass

    roots = {root["event_name"]: root for root in server.sessions()}
    of_client = {"project": "support", "tags": ["beta", "eu"], "user_id": "u0", "conversation_id": "c0"}
    assert labels(roots["plain"]) == labels(roots["alone"]) == of_client
    assert labels(roots["own"]) == {
        **of_client,
        "tags": ["beta", "eu", "vip"],
        "user_id": "u1",
        "conversation_id": "c1",
    }
    assert {event["source"] for event in server.events()} == {"shop"}


def test_sessions_of_spans_inherit_the_labels_of_the_client(server: LocalServer) -> None:
    provider = TracerProvider(shutdown_on_exit=False)
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=OF_CLIENT) as hh:
        tracer = instrument(hh, provider=provider).get_tracer("tests")
        with tracer.start_as_current_span("root"):
            pass
        assert hh.flush(20)

    (root,) = server.sessions()
    assert labels(root)["tags"] == ["beta", "eu"]


def test_logged_events_may_have_labels(hh: HoneyHive, server: LocalServer, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="honeyhive"), hh.session("s"):
        hh.log_event({"event_name": "logged", "metadata": {"kept": 1}, "user_id": "u1", "tags": "a"})

    found = by_name(hh, server)["logged"]
    assert found["metadata"] == {"kept": 1, "user_id": "u1", "tags": ["a"]}
    assert not caplog.messages


def test_labels_are_masked_and_in_the_spool_from_the_start(tmp_path: Path) -> None:
    options = Options(masks=("email",), exit_timeout=0)
    hh = HoneyHive(api_key="hh_test", base_url="http://127.0.0.1:9", tracing=options, spool=tmp_path / "spool")
    with hh.session("s", user_id="ann@example.org"), hh.event("e", user_id="bob@example.org"):
        written = b"".join(file.read_bytes() for file in (tmp_path / "spool").iterdir())
    hh.close(0)
    assert written.count(b'"user_id":"[email]"') == 2
    assert b"@example" not in written


@pytest.mark.parametrize("wrong", [Options(tags="beta"), Options(user_id=7), Options(project=b"p")])  # type: ignore[arg-type]
def test_wrong_labels_of_a_client_are_an_error(wrong: Options) -> None:
    hh = HoneyHive(api_key="hh_test", base_url="http://127.0.0.1:9", tracing=wrong)
    with pytest.raises(ConfigurationError, match=r"must be a (tuple of strings|string), not"):
        hh.session("s")


def test_misspelt_labels_are_an_error(hh: HoneyHive) -> None:
    with pytest.raises(TypeError, match="use tags="):
        hh.session("s", tag="a")  # type: ignore[call-arg]
    with hh.session("s") as session:
        with pytest.raises(TypeError, match="use user_id="):
            session.event("e", userid="u")  # type: ignore[call-arg]
        with pytest.raises(TypeError, match="pass it to session"):
            session.update(source="cron")  # type: ignore[call-arg]


def test_the_default_client_can_be_flushed(server: LocalServer) -> None:
    code = """
import os
from honeyhive import flush, trace

assert flush()  # nothing was logged yet

@trace
def answer():
    return 5

answer()
result = flush(20)
assert result and result.delivered, result
os._exit(0)
"""
    done = run(code, HH_API_KEY="hh_test", HH_API_URL=server.url)

    assert (done.returncode, done.stderr) == (0, "")
    assert [root["event_name"] for root in server.sessions()] == ["answer"]


def test_without_a_key_there_is_nothing_to_flush() -> None:
    done = run("from honeyhive import flush\nassert flush(1)")
    assert (done.returncode, done.stderr) == (0, "")


class Broken(Mapping[str, Any]):
    """A value that raises when it is read or compared."""

    def __iter__(self) -> Iterator[Any]:
        raise ValueError("boom")

    def __len__(self) -> int:
        return 1

    def __getitem__(self, key: str) -> Any:
        raise ValueError("boom")

    def __eq__(self, other: object) -> bool:
        raise ValueError("boom")


class BrokenTags:
    def __iter__(self) -> Iterator[Any]:
        raise ValueError("boom")


@pytest.mark.parametrize("options", [Options(), OF_CLIENT])
@pytest.mark.parametrize("tags", [BrokenTags(), [Broken()], Broken(), itertools.count()])
def test_tags_that_cannot_be_read_neither_raise_nor_block(server: LocalServer, options: Options, tags: Any) -> None:
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=options) as hh:
        with hh.session("s", tags=tags), hh.event("e", tags=tags) as event:
            event.update(tags=tags)
            event.event("below", tags=tags).end()
            hh.log_event({"event_name": "logged", "tags": tags})
        hh.session("t", metadata={"tags": tags}).end()
        assert hh.flush(20)
        assert not hh.stats().dropped
    assert {event["event_name"] for event in server.events()} == {"e", "below", "logged"}
    assert {root["event_name"] for root in server.sessions()} == {"s", "t"}


@pytest.mark.parametrize("options", [Options(), OF_CLIENT])
def test_metadata_that_cannot_be_read_keeps_the_labels(server: LocalServer, options: Options) -> None:
    broken = Broken()
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=options) as hh:
        with hh.session("s", metadata=broken, user_id="u"), hh.event("e", metadata=broken, user_id="u") as event:
            event.update(metadata=broken, user_id="u")
            hh.log_event({"event_name": "logged", "metadata": broken, "user_id": "u"})
            hh.log_event({"event_name": "more", "metadata": broken, "user_id": "u", "event_type": "odd", "extra": 1})
        assert hh.flush(20)
        assert not hh.stats().dropped
    found = {event["event_name"]: event["metadata"] for event in (*server.events(), *server.sessions())}
    assert found.keys() == {"s", "e", "logged", "more"}
    assert {metadata["user_id"] for metadata in found.values()} == {"u"}
    assert all("ValueError" in str(metadata) for metadata in found.values()), found


def test_tags_in_a_collection_are_a_list(hh: HoneyHive, server: LocalServer) -> None:
    hh.session("s", tags=deque(["a"])).end()
    hh.session("t", tags={"b": 1}.keys()).end()  # type: ignore[arg-type]
    assert {tuple(root["metadata"]["tags"]) for root in stored(hh, server)} == {("a",), ("b",)}
