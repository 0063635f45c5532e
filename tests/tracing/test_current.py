"""``current_event()`` and ``current_session()`` inside traced code, and ``update()``."""

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from honeyhive import HoneyHive, current_event, current_session
from honeyhive._tracing.limits import EncodingLimits
from honeyhive.tracing import Options, carry
from honeyhive_server import LocalServer

from .stored import by_name, stored


def test_a_decorated_function_reaches_its_own_event_and_its_session(hh: HoneyHive, server: LocalServer) -> None:
    @hh.trace
    def answer() -> str:
        below()
        return "a"

    def below() -> None:
        current_event().update(metadata={"tokens": 3}, metrics={"score": 1})
        current_session().update(user_properties={"plan": "team"})

    with hh.session("s") as session:
        assert current_session() is session
        answer()
        with hh.event("e") as event, hh.event("inner") as inner:
            assert (current_event(), current_session(), inner.session) == (inner, session, session)
        assert current_session() is session
        assert event.session is session

    (root,) = stored(hh, server)
    (event, *_) = root["children"]
    assert (event["metadata"], event["metrics"], event["outputs"]) == ({"tokens": 3}, {"score": 1}, {"value": "a"})
    assert root["user_properties"] == {"plan": "team"}


def test_current_event_in_tasks_generators_and_threads(hh: HoneyHive) -> None:
    found: list[str] = []

    def note() -> None:
        found.append(current_event().name)

    @hh.trace
    def items() -> Iterator[int]:
        note()
        yield 1

    @hh.trace
    async def async_items() -> AsyncIterator[int]:
        note()
        yield 1

    @hh.trace
    async def later() -> None:
        await asyncio.gather(asyncio.to_thread(note), asyncio.create_task(asyncio.sleep(0, note())))
        assert [item async for item in async_items()] == [1]

    with hh.session("s"):
        assert list(items()) == [1]
        asyncio.run(later())
        with hh.event("thread"):
            thread = threading.Thread(target=carry(note))
            thread.start()
            thread.join()

    local = "items", "later", "later", "async_items", "thread"
    assert sorted(found) == sorted(local)


def test_current_event_is_the_innermost_of_any_client(hh: HoneyHive, server: LocalServer) -> None:
    with HoneyHive(api_key="hh_test", base_url=server.url) as other, hh.event("a") as outer, other.event("b") as inner:
        assert current_event() is inner
        assert current_session().event_id == inner.session_id != outer.session_id


def test_current_event_outside_of_a_session_is_not_sent_and_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="honeyhive"):
        for _ in range(3):
            event, session = current_event(), current_session()
            assert event.update(outputs={"a": 1}, metadata={"b": 2}) is event
            assert session.update(metrics={"c": 3}) is session
            event.outputs = {"d": 4}
            with pytest.raises(TypeError, match="use metadata="):
                event.update(metdata={})  # type: ignore[call-arg]
            with pytest.raises(AttributeError):
                event.output = {}  # type: ignore[attr-defined]

    # Other tests in this process may have logged the same line in the last minute, so it would not be repeated.
    lines = [line for line in caplog.messages if "was called outside" in line]
    assert len(lines) == len(set(lines))
    assert set(lines) <= {
        f"{call}() was called outside of every {kind}; the returned object records nothing"
        for call, kind in (("current_event", "event"), ("current_session", "session"))
    }


def test_a_session_is_not_an_event(hh: HoneyHive) -> None:
    with hh.session("s") as session:
        assert current_event().session_id != session.session_id


def test_update_merges_objects_and_takes_snapshots(hh: HoneyHive, server: LocalServer) -> None:
    tags = ["a"]
    with hh.session("s") as session, hh.event("e", metadata={"kept": 1, "over": 1}) as event:
        event.metadata["in place"] = 2
        assert event.update(metadata={"over": 2, "tags": tags}, outputs="text", inputs={"q": 1}) is event
        tags.append("b")
        event.update(outputs={"more": 1}, config=None, feedback={"rating": 5}, error=ValueError("no"))
        event.update(name="renamed", type="model", user_properties={"plan": "team"})
        session.update(outputs={"a": 1}, error="gone").update(outputs={"b": 2})
        assert event.metadata == {"kept": 1, "over": 2, "in place": 2, "tags": ["a"]}

    (root,) = stored(hh, server)
    (found,) = root["children"]
    assert found["metadata"] == {"kept": 1, "over": 2, "in place": 2, "tags": ["a"]}
    assert (found["outputs"], found["inputs"]) == ({"value": "text", "more": 1}, {"q": 1})
    assert (found["feedback"], found["user_properties"]) == ({"rating": 5}, {"plan": "team"})
    assert (found["event_name"], found["event_type"]) == ("renamed", "model")
    assert found["error"] == "ValueError: no"
    assert (root["outputs"], root["metadata"]["error"]) == ({"a": 1, "b": 2}, "gone")


def test_an_unknown_type_is_kept_in_the_metadata_of_a_chain(
    hh: HoneyHive, server: LocalServer, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, logger="honeyhive"), hh.session("s"):
        with hh.event("made", type="llm", metadata={"kept": 1}):  # type: ignore[arg-type]
            pass
        with hh.event("updated") as event:
            event.update(type="llm")  # type: ignore[arg-type]
        hh.log_event({"event_name": "logged", "event_type": "llm", "metadata": {"kept": 1}})

    events = by_name(hh, server)
    assert {events[name]["event_type"] for name in ("made", "updated", "logged")} == {"chain"}
    assert events["made"]["metadata"] == events["logged"]["metadata"] == {"kept": 1, "event_type": "llm"}
    assert events["updated"]["metadata"] == {"event_type": "llm"}
    types = "['chain', 'model', 'tool']"
    words = f"the type of an event must be one of {types}, not 'llm'; it is sent as 'chain', with the value in"
    assert caplog.messages == [f"{words} metadata.event_type"]


def test_usage_and_messages_are_where_the_service_looks(hh: HoneyHive, server: LocalServer) -> None:
    with hh.session("s"), hh.event("e", type="model", inputs={"kept": 1}) as event:
        assert event.usage(prompt_tokens=10, completion_tokens=5, cached_tokens=2, cost=0.5) is event
        assert event.messages([{"role": "system", "content": "Be short."}], "It is on its way.") is event
        with hh.event("short", type="model") as short:
            short.messages("Where?", {"content": "Here.", "tool_calls": []}).usage(prompt_tokens=1)

    events = by_name(hh, server)
    assert events["e"]["metadata"] == {
        "prompt_tokens": 10,
        "completion_tokens": 5,
        "total_tokens": 15,
        "cache_read_input_tokens": 2,
        "cost": 0.5,
    }
    assert events["e"]["inputs"] == {"kept": 1, "chat_history": [{"role": "system", "content": "Be short."}]}
    assert events["e"]["outputs"] == {"role": "assistant", "content": "It is on its way."}
    assert events["short"]["inputs"] == {"chat_history": [{"role": "user", "content": "Where?"}]}
    assert events["short"]["outputs"] == {"role": "assistant", "content": "Here.", "tool_calls": []}
    assert events["short"]["metadata"] == {"prompt_tokens": 1}


def test_update_masks_once_and_keeps_to_the_limit_of_an_event(server: LocalServer) -> None:
    def mask(field: str, value: Any) -> Any:
        return {**value, "masked": value.get("masked", 0) + 1} if field == "outputs" else value

    options = Options(mask=mask)
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=options) as hh:
        with hh.event("e") as event:
            for number in range(3):
                event.update(outputs={str(number): "x"})
        assert by_name(hh, server)["e"]["outputs"] == {"0": "x", "1": "x", "2": "x", "masked": 1}

    options = Options(encoding=EncodingLimits(bytes=20_000))
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=options) as hh, hh.event("long") as event:
        for number in range(20):
            event.update(outputs={str(number): "x" * 2_000})
        assert len(event._encoded["outputs"]) < 22_000


def test_a_field_that_is_set_while_another_is_encoded_counts_towards_the_limit_of_the_event(hh: HoneyHive) -> None:
    event = hh.event("long")

    class Value:
        def to_dict(self) -> dict[str, int]:
            event.outputs = {"text": "x" * 900_000}
            return {"n": 1}

    event.inputs = {"value": Value()}
    event.metadata = {"text": "x" * 900_000}

    assert sum(map(len, event._encoded.values())) <= 1_000_000
    event.end()


@pytest.mark.parametrize(
    ("keyword", "advice"),
    [
        ("inputs", "they are sent at the start: pass them to session()"),
        ("name", "it is sent at the start"),
        ("type", "a session has no type"),
        ("metdata", "use metadata="),
    ],
)
def test_a_keyword_that_a_session_does_not_have_is_a_type_error(hh: HoneyHive, keyword: str, advice: str) -> None:
    with hh.session("s") as session, pytest.raises(TypeError) as caught:
        session.update(**{keyword: {}})  # type: ignore[misc]
    assert advice in str(caught.value)


def test_an_update_after_the_end_is_a_warning_on_its_line(hh: HoneyHive) -> None:
    with hh.session("s") as session, hh.event("e") as event:
        pass

    for span in (session, event):
        with pytest.warns(RuntimeWarning, match="metadata was set after the end") as caught:
            span.update(metadata={"a": 1})
        assert caught[0].filename == __file__


def test_dir_lists_public_names_and_repr_says_name_type_and_ids(hh: HoneyHive) -> None:
    with hh.session("s", inputs={"private": 1}) as session, hh.event("e", type="model") as event:
        common = {"config", "elapsed", "end", "error", "event", "event_id", "feedback", "metadata", "metrics", "name"}
        common |= {"outputs", "session", "session_id", "update", "user_properties"}
        assert set(dir(event)) == common | {"inputs", "messages", "type", "usage"}
        assert set(dir(session)) == common
        assert repr(event) == f"<Event 'e' (model): event_id={event.event_id} session_id={session.session_id}>"
        assert repr(session) == f"<Session 's': session_id={session.session_id}>"
