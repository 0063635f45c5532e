"""The public tracing API stores the expected trees of events in the local server."""

import asyncio
import gc
import json
import random
import threading
import uuid
import weakref
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import UTC, datetime

import pytest

from honeyhive import AsyncHoneyHive, ConfigurationError, HoneyHive
from honeyhive.tracing import Options, carry
from honeyhive_server import LocalServer

from .stored import by_name, stored, tree


def test_a_session_with_nested_events_is_stored_as_a_tree(hh, server):
    with hh.session("support-chat", inputs={"question": "q"}, user_properties={"plan": "team"}) as session:
        with session.event("retrieve", type="tool", inputs={"query": "q"}) as event:
            event.outputs = {"documents": ["d"]}
            event.metrics = {"relevance": 0.9}
            with hh.event("embed", type="model", config={"model": "m"}) as inner:
                inner.feedback = {"rating": 1}
        with hh.event("answer", type="model") as event:
            event.outputs = "text"
            event.metadata["tokens"] = 42
            event.metadata["more"] = True
        session.outputs = {"answer": "a"}
        session.metrics = {"score": 1}
    hh.feedback(session.session_id, {"rating": 5})

    (root,) = stored(hh, server)
    assert tree(root) == {"support-chat": [{"retrieve": [{"embed": []}]}, {"answer": []}]}
    assert root["outputs"] == {"answer": "a"}
    assert root["metrics"] == {"score": 1}
    assert root["feedback"] == {"rating": 5}
    assert root["duration"] >= 0
    retrieve, answer = root["children"]
    assert (retrieve["outputs"], retrieve["metrics"]) == ({"documents": ["d"]}, {"relevance": 0.9})
    assert retrieve["children"][0]["config"] == {"model": "m"}
    assert answer["outputs"] == {"value": "text"}
    assert answer["metadata"] == {"tokens": 42, "more": True}


def test_setting_a_field_takes_a_snapshot(hh, server):
    question, documents = {"q": 1}, ["a"]
    with hh.session("s"), hh.event("e", inputs=question) as event:
        event.outputs = {"documents": documents}
        question["q"] = 2
        documents.append("b")

    event = by_name(hh, server)["e"]
    assert (event["inputs"], event["outputs"]) == ({"q": 1}, {"documents": ["a"]})


def test_an_exception_is_recorded_and_raised_on_unchanged(hh, server):
    error = KeyError("lost")
    with pytest.raises(KeyError) as caught, hh.session("s"), hh.event("e"):
        raise error

    assert caught.value is error
    (root,) = stored(hh, server)
    assert root["metadata"]["error"] == "KeyError: 'lost'"
    assert root["children"][0]["error"] == "KeyError: 'lost'"


def test_events_outside_of_a_session_get_one_of_their_own(hh, server):
    with hh.event("alone"), hh.event("inside"):
        pass

    (root,) = stored(hh, server)
    assert tree(root) == {"alone": [{"alone": [{"inside": []}]}]}


@pytest.mark.parametrize("given", ["order-77", "", "é漢", 77, None])
def test_any_string_is_a_session_id_and_maps_to_one_session(given, hh, server):
    ids = set()
    for _ in range(2):
        with hh.session("s", session_id=given) as session:
            ids.add(uuid.UUID(session.session_id).version)
            known = session.session_id

    roots = stored(hh, server)
    if given is None:
        assert len(roots) == 2
        return
    (root,) = roots
    assert root["session_id"] == known
    assert root["metadata"]["honeyhive"] == {"session_id": str(given)}
    assert ids == {5}


def test_the_async_client_traces_with_plain_with_and_awaits_flush_and_close(server):
    async def main():
        async with AsyncHoneyHive(api_key="hh_test", base_url=server.url) as hh:

            @hh.trace(type="model")
            async def answer(prompt):
                await asyncio.sleep(0)
                return prompt

            @hh.trace
            async def stream(n):
                for number in range(n):
                    yield number
                    with hh.event(f"step-{number}"):
                        await asyncio.sleep(0)

            async def one(number):
                with hh.event(f"task-{number}"):
                    await answer(number)

            with hh.session("s"):
                await asyncio.gather(*(one(number) for number in range(3)))
                assert [item async for item in stream(2)] == [0, 1]
                with pytest.raises(RuntimeError):
                    await failing(hh)()
            assert await hh.flush(20)
            return await hh.close()

    assert asyncio.run(main())
    (root,) = server.sessions()
    found = tree(root)["s"]
    for number in range(3):
        (answer,) = next(node for node in found if f"task-{number}" in node)[f"task-{number}"]
        assert len(answer) == 1
    assert {"step-0": []} in next(node for node in found if any("stream" in name for name in node)).popitem()[1]
    assert any("fail" in name for node in found for name in node)


def failing(hh):
    @hh.trace
    async def fail():
        raise RuntimeError("no")

    return fail


def test_carry_takes_the_context_into_threads_and_executors(hh, server):
    def work(number):
        with hh.event(f"work-{number}"):
            pass

    with hh.session("s"), hh.event("outer"):
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(carry(work), range(8)))
        thread = threading.Thread(target=carry(work), args=(8,))
        thread.start()
        thread.join()

    (root,) = stored(hh, server)
    (outer,) = root["children"]
    assert {child["event_name"] for child in outer["children"]} == {f"work-{number}" for number in range(9)}


def test_an_ended_event_is_not_retained_by_its_children(hh):
    begun = []

    def tick():
        with hh.event("tick") as event:
            begun.append(weakref.ref(event))
            return copy_context()

    context = copy_context()
    for _ in range(5):  # each event is inside the previous one, as with a timer that reschedules itself
        context = context.run(tick)

    assert [event() is not None for event in begun] == [False] * 4 + [True]


def test_two_clients_do_not_nest_into_each_other(hh, server):
    with LocalServer() as other, HoneyHive(api_key="hh_test", base_url=other.url) as another:
        with hh.session("a"), another.session("b"), hh.event("a-event"), another.event("b-event"):
            pass
        assert tree(stored(another, other)[0]) == {"b": [{"b-event": []}]}
    assert tree(stored(hh, server)[0]) == {"a": [{"a-event": []}]}


def test_a_session_continues_in_another_service_by_its_headers(hh, server):
    with hh.session("front"), hh.event("call"):
        headers = hh.tracing.trace_headers()
    with HoneyHive(api_key="hh_test", base_url=server.url) as back:
        with (
            back.tracing.continue_session({name.title(): value for name, value in headers.items()}),
            back.event("served"),
        ):
            pass
        assert back.flush(20)

    (root,) = stored(hh, server)
    assert tree(root) == {"front": [{"call": [{"served": []}]}]}
    assert hh.tracing.trace_headers() == {}


@pytest.mark.parametrize("headers", [{}, {"traceparent": "garbage"}, {"traceparent": f"00-{'0' * 32}-{'1' * 16}-01"}])
def test_a_request_without_readable_headers_begins_a_session(headers, hh, server):
    with hh.tracing.continue_session(headers, name="request"), hh.event("served"):
        pass

    assert tree(stored(hh, server)[0]) == {"request": [{"served": []}]}


def test_a_foreign_trace_gives_the_same_session_in_every_service(hh, server):
    foreign = {"traceparent": f"00-{'ab' * 16}-{'cd' * 8}-00", "tracestate": "other=1"}
    ids = set()
    for _ in range(2):
        with hh.tracing.continue_session(foreign) as session, hh.event("served"):
            ids.add(session.session_id)

    assert len(ids) == 1
    assert by_name(hh, server)["served"]["metadata"]["honeyhive"] == {"session_id": "ab" * 16}


def test_a_session_is_resumed_by_its_id(hh, server):
    with hh.session("s", session_id="order-77"):
        pass
    with hh.tracing.resume_session("order-77") as session, hh.event("later"):
        session.metadata = {"seen": True}

    (root,) = stored(hh, server)
    assert tree(root) == {"s": [{"later": []}]}
    assert root["metadata"]["seen"] is True


def test_log_event_repairs_missing_and_malformed_fields(hh, server):
    first = hh.log_event(
        {
            "event_type": "model",
            "event_name": "ready",
            "start_time": datetime(2026, 1, 1, tzinfo=UTC),
            "end_time": "2026-01-01T00:00:01Z",
            "inputs": "text",
        }
    )
    odd = hh.log_event(
        {"event_type": "nonsense", "event_name": 5, "start_time": "soon", "duration": "x", "mystery": {1}}
    )
    hh.log_event(42)

    events = {event["event_id"]: event for event in server.events()} if hh.flush(20) else {}
    assert events[first]["start_time"] == 1767225600000
    assert events[first]["duration"] == 1000
    assert events[first]["inputs"] == {"value": "text"}
    assert (events[odd]["event_type"], events[odd]["event_name"]) == ("chain", "5")
    assert events[odd]["metadata"]["mystery"] == [1]
    assert len(events[odd]["metadata"]["honeyhive"]["changes"]) == 3
    assert len(events) == 3


@pytest.mark.parametrize(
    "time",
    [10**5000, 10**300, -(10**15), 1e300, float("inf"), float("nan"), True],
    ids=["5000 digits", "300 digits", "long ago", "float", "inf", "nan", "bool"],
)
@pytest.mark.parametrize("name", ["start_time", "end_time"])
def test_an_unreadable_time_is_left_out_and_the_event_is_stored(name, time, hh, server):
    hh.log_event({"event_name": "odd", name: time})

    event = by_name(hh, server)["odd"]
    assert event["metadata"]["honeyhive"] == {"changes": [f"{name}: not a readable time"]}
    assert event["start_time"] > 1_767_225_600_000


def test_sample_rate_keeps_whole_sessions_and_counts_the_others(server):
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=Options(sample_rate=0.5)) as hh:
        for _ in range(100):
            with hh.session("s"):
                for _ in range(3):
                    with hh.event("e"):
                        pass
        assert hh.flush(20)
        stats = hh.stats()

    roots = server.sessions()
    assert 20 < len(roots) < 80
    assert all(len(root["children"]) == 3 for root in roots)
    assert stats.accepted == 500
    assert stats.dropped == {"sampled": 5 * (100 - len(roots))}


def test_masks_are_applied_before_the_queue(server):
    options = Options(mask=lambda name, value: value if isinstance(value, str) else {"masked": name})
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=options) as hh:
        with hh.session("s", inputs={"a": 1}), hh.event("e", inputs={"password": "x"}) as event:
            event.outputs = {"b": 1}
        assert b"password" not in b"".join(record.body for record in hh.tracing._open().worker._store.waiting)
        event = by_name(hh, server)["e"]

    assert (event["inputs"], event["outputs"]) == ({"masked": "inputs"}, {"masked": "outputs"})


def test_errors_are_masked_however_an_event_is_logged(server):
    options = Options(mask=lambda name, value: {"value": "hidden"} if name == "error" else value)
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=options) as hh:
        hh.log_event({"event_name": "ready", "error": "private"})
        with pytest.raises(ValueError, match="private"), hh.session("s"), hh.event("block"):
            raise ValueError("private")
        events = by_name(hh, server)

    assert (events["ready"]["error"], events["block"]["error"]) == ("hidden", "hidden")
    assert [root["metadata"] for root in server.sessions() if root["event_name"] == "s"] == [{"error": "hidden"}]


def test_events_after_close_are_counted_as_closed_and_never_raise(server):
    hh = HoneyHive(api_key="hh_test", base_url=server.url)
    with hh.session("s") as session:
        pass
    assert hh.close()
    with session.event("late"), hh.event("later"):
        pass
    hh.feedback("x", {"rating": 1})

    assert hh.stats().dropped == {"closed": 3}
    assert not hh.flush(1)


def test_a_client_without_events_starts_no_thread(server):
    before = threading.active_count()
    with HoneyHive(api_key="hh_test", base_url=server.url) as hh:
        assert hh.flush(1)
        hh.stats()
        assert threading.active_count() <= before
    assert hh.close()


def test_dropped_clients_leave_no_thread_and_no_memory(server):
    before = threading.active_count()
    gone = []
    for number in range(20):
        hh = HoneyHive(api_key="hh_test", base_url=server.url)
        hh.log_event({"event_name": f"e{number}"})
        if number % 2:
            assert hh.close(20)
        else:
            assert hh.flush(20)
        gone.append((weakref.ref(hh), [*hh.tracing._tracer.worker._threads.alive]))
    del hh
    gc.collect()
    for _, threads in gone:
        for thread in threads:
            thread.join(10)

    assert all(client() is None for client, _ in gone)
    assert threading.active_count() <= before


@pytest.mark.parametrize("options", [Options(sample_rate=2), Options(exit_timeout=61), Options(exit_timeout=-1)])
def test_settings_out_of_bounds_are_refused(options):
    with pytest.raises(ConfigurationError), HoneyHive(api_key="hh_test", tracing=options) as hh:
        hh.stats()


def test_flush_before_return_stops_before_the_remaining_time_ends(hh, server):
    class Context:
        def get_remaining_time_in_millis(self):
            return 5000

    @hh.tracing.flush_before_return()
    def handler(event, context):
        with hh.session("lambda"):
            return json.dumps(event)

    assert handler({"a": 1}, Context()) == '{"a": 1}'
    assert hh.stats().pending == 0
    assert len(server.sessions()) == 1


def test_the_state_of_the_random_module_is_unchanged():
    """The SDK takes no numbers from the shared random generator, on any thread."""
    with LocalServer(fail_rate=1e-12, reset_rate=1e-12) as server, HoneyHive(api_key="k", base_url=server.url) as hh:
        before = random.getstate()
        with hh.session("s"):
            for number in range(300):
                with hh.event(f"e{number}"):
                    pass
        assert hh.flush(20)
        server.fail_next(503)
        hh.datasets.list()

        assert random.getstate() == before
