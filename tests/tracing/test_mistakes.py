"""Mistakes in a program are errors at once: unknown keywords, misspelt attributes, and values that come too late."""

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
