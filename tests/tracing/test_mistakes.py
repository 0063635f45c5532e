"""Mistakes in a program are errors at once: unknown keywords, misspelt attributes, and values that come too late."""

import copy
import pickle
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from honeyhive import HoneyHive
from honeyhive_server import LocalServer

from .test_surface import stored


@pytest.mark.parametrize(
    ("keyword", "advice"),
    [
        ("input", "use inputs="),
        ("event_type", "use type="),
        ("event_name", "pass the name first"),
        ("metadta", "use metadata="),
        ("error", "set event.error in the block"),
        ("duration", "it is measured"),
        ("zzz", "it takes type, inputs, outputs"),
    ],
)
def test_an_unknown_keyword_of_an_event_is_a_type_error_that_names_the_right_one(
    hh: HoneyHive, keyword: str, advice: str
) -> None:
    with hh.session("s") as session:
        for make in (hh.event, session.event):
            with pytest.raises(TypeError, match=advice) as caught:
                make("e", **{keyword: {}})
            assert repr(keyword) in str(caught.value)


def test_an_unknown_keyword_of_a_session_is_a_type_error(hh: HoneyHive) -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'input'; use inputs="):
        hh.session("s", input={})  # type: ignore[arg-type]


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickle.dumps])
def test_a_copy_or_a_pickle_is_a_type_error_that_names_the_way(
    hh: HoneyHive, copied: Callable[[object], object]
) -> None:
    with hh.session("s") as session, session.event("e") as event:
        inner = event.event("inner")  # an event whose with block has not begun
        for span in (session, event, inner, {"step": inner} if copied is not copy.copy else inner):
            with pytest.raises(
                TypeError, match=r"cannot be copied or pickled: .*resume_session\(session_id, parent_id="
            ):
                copied(span)
        inner.end()
        with pytest.raises(TypeError, match=f"<Event 'inner' .*{inner.event_id}"):
            copied(inner)


@pytest.mark.parametrize("name", ["output", "metric", "feedbak"])
def test_a_misspelt_attribute_is_an_attribute_error(hh: HoneyHive, name: str) -> None:
    with hh.session("s") as session, session.event("e") as event:
        for span in (session, event):
            with pytest.raises(AttributeError, match=name):
                setattr(span, name, {})


@pytest.mark.parametrize("name", ["outputs", "metadata", "feedback", "error"])
def test_a_value_after_the_end_is_a_warning_on_the_line_that_sets_it(hh: HoneyHive, name: str) -> None:
    with hh.session("s") as session, session.event("e") as event:
        pass

    for span in (session, event):
        with pytest.warns(RuntimeWarning, match=f"{name} was set after the end") as caught:
            setattr(span, name, "late")
        assert caught[0].filename == __file__


def test_feedback_is_set_on_sessions_as_on_events(hh: HoneyHive, server: LocalServer) -> None:
    with hh.session("s") as session, session.event("e") as event:
        event.feedback = {"rating": 1}
        session.feedback = {"rating": 2}
        session.feedback["comment"] = "x"

    (root,) = stored(hh, server)
    assert root["feedback"] == {"rating": 2, "comment": "x"}
    assert root["children"][0]["feedback"] == {"rating": 1}


class Hostile:
    """A value whose methods all raise RuntimeError."""

    def __getattribute__(self, name: str) -> Any:
        if name == "__class__":
            return Hostile
        raise RuntimeError("secret of the value")

    def __repr__(self) -> str:
        raise RuntimeError("secret of the value")

    __str__ = __eq__ = __bool__ = __len__ = __iter__ = __hash__ = __format__ = __repr__  # type: ignore[assignment]


class HostileMapping(Mapping[str, Any]):
    """A mapping whose methods all raise RuntimeError."""

    def __getitem__(self, key: str) -> Any:
        raise RuntimeError("secret of the value")

    def __iter__(self) -> Iterator[str]:
        raise RuntimeError("secret of the value")

    def __len__(self) -> int:
        raise RuntimeError("secret of the value")


@pytest.mark.parametrize("kind", [Hostile, HostileMapping])
def test_no_value_raises_wherever_it_is_passed(hh: HoneyHive, kind: type[Any]) -> None:
    value = kind()
    with hh.session(value, inputs=value, metadata=value, config=value, user_properties=value):
        pass
    with hh.session("s", session_id=value) as session, session.event(value, type=value, inputs=value) as event:
        for name in ("inputs", "outputs", "config", "metadata", "metrics", "feedback", "user_properties", "error"):
            setattr(event, name, value)
            event.update(**{name: value})
        event.update(name=value, type=value)
        event.usage(prompt_tokens=value, cost=value)
        session.update(metadata=value)
        hh.log_event(value)
        hh.log_event({"event_name": value, "event_type": value, "inputs": value, "start_time": value, "error": value})
        hh.feedback(event.event_id, value)

    assert hh.flush(30).pending == 0
    stats = hh.stats()
    assert stats.delivered + sum(stats.dropped.values()) == stats.accepted
    assert set(stats.dropped) <= {"error"}


def test_a_bug_of_the_sdk_is_logged_with_its_place_and_the_event_and_is_counted(
    hh: HoneyHive, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = "secret of the value"

    def broken(*_: object) -> None:
        raise ZeroDivisionError(message)

    with hh.session("s") as session:
        event = session.event("plan")
        monkeypatch.setattr(session.tracer, "own_metadata", broken)
        event.end()
        event_id = hh.log_event({"event_name": "e"})
        monkeypatch.undo()

    assert hh.stats().dropped == {"error": 2}
    assert not hh.flush(30)
    (line,) = [record.getMessage() for record in caplog.records if "report this" in record.getMessage()]
    assert f"'plan' ({event.event_id}) could not be recorded (ZeroDivisionError)" in line
    assert "base_span.py" in line
    assert "in broken" in line
    assert message not in line
    assert event_id
