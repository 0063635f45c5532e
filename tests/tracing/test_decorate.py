"""Decorated functions against the local server: each call is an event."""

import pytest

from honeyhive import HoneyHive
from honeyhive._tracing.limits import EncodingLimits
from honeyhive.tracing import Options

from .stored import by_name, stored, tree


def test_functions_and_methods_become_events(hh, server):
    class Bot:
        @hh.trace(type="model", name="answer")
        def answer(self, prompt, *more, style="short"):
            return f"{prompt}!" if more and style else ""

    @hh.trace
    def double(number):
        """Doubles."""
        return number * 2

    with hh.session("s"):
        assert Bot().answer("hi", 1, style="long") == "hi!"
        assert double(4) == 8

    events = by_name(hh, server)
    assert double.__doc__ == "Doubles."
    assert events["answer"]["inputs"] == {"prompt": "hi", "more": [1], "style": "long"}
    assert events["answer"]["outputs"] == {"value": "hi!"}
    assert events["answer"]["event_type"] == "model"
    assert events["double"]["outputs"] == {"value": 8}


def test_trace_inputs_false_and_outputs_false_record_nothing(hh, server):
    @hh.trace(inputs=False, outputs=False)
    def quiet(secret):
        return secret

    quiet("x")
    assert by_name(hh, server)["quiet"]["inputs"] == {}
    assert by_name(hh, server)["quiet"]["outputs"] == {}


def test_wrong_arguments_raise_the_type_error_of_the_function(hh):
    @hh.trace
    def one(a):
        return a

    with pytest.raises(TypeError, match="missing 1 required positional argument"):
        one()


def test_generators_keep_their_protocol_and_do_not_leak_their_context(hh, server):
    @hh.trace
    def stream(n):
        with hh.event("inside"):
            received = yield "a"
        try:
            yield received
        except LookupError:
            yield "thrown"
        return "done"

    with hh.session("s"):
        made = stream(1)
        assert next(made) == "a"
        with hh.event("beside"):
            assert made.send("b") == "b"
        assert made.throw(LookupError()) == "thrown"
        with pytest.raises(StopIteration) as stop:
            next(made)
        assert stop.value.value == "done"

    (root,) = stored(hh, server)
    assert tree(root) in (
        {"s": [{"stream": [{"inside": []}]}, {"beside": []}]},
        {"s": [{"beside": []}, {"stream": [{"inside": []}]}]},
    )
    assert by_name(hh, server)["stream"]["outputs"] == {"value": "abthrown"}


def test_a_generator_that_is_not_used_up_is_logged_when_it_is_closed(hh, server):
    @hh.trace
    def endless():
        while True:
            yield 1

    made = endless()
    next(made)
    made.close()

    event = by_name(hh, server)["endless"]
    assert (event["outputs"], event["error"]) == ({"value": [1]}, None)


def test_wrong_arguments_of_a_generator_end_its_event_and_its_session_too(hh, server):
    @hh.trace
    def one(a):
        yield a

    with pytest.raises(TypeError, match="missing 1 required positional argument"):
        next(one())

    (root,) = stored(hh, server)
    assert (root["event_type"], root["duration"] is not None) == ("session", True)
    assert "missing 1 required positional argument" in root["children"][0]["error"]


@pytest.mark.parametrize(
    ("mask", "items"),
    [
        (lambda _, value: {**value, "kept": False}, [{"value": 1, "kept": False}, {"value": 2, "kept": False}]),
        (lambda *_: {"hidden": True}, [{"hidden": True}] * 2),
        (lambda *_: "hidden", ["hidden"] * 2),
    ],
)
def test_the_mask_is_applied_to_yielded_items(mask, items, server):
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=Options(mask=mask)) as hh:

        @hh.trace
        def two():
            yield 1
            yield 2

        assert list(two()) == [1, 2]
        hh.flush(30)
        (event,) = (event for event in server.events() if event["event_type"] != "session")
        assert event["outputs"] == {"value": items}


def test_yielded_items_are_truncated_to_the_limit_of_an_event(server):
    options = Options(encoding=EncodingLimits(bytes=20_000))
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=options) as hh:

        @hh.trace
        def long():
            yield from [["x" * 9_000]] * 3

        assert len(list(long())) == 3
        (body,) = [one.body for one in hh.tracing._tracer.worker._store.waiting if one.kind == "event"]
        assert len(body) < 13_000
        event = by_name(hh, server)["long"]

    (whole,), *rest = event["outputs"]["value"]
    assert whole == "x" * 9_000
    assert len(rest) == 2
    assert all("cut, 9000 characters in all" in item[0] for item in rest)
    assert event["metadata"]["honeyhive"]["changes"] == ["outputs.value[0]: cut from 9000 characters"] * 2
