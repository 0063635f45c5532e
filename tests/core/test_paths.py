import re
from urllib.parse import unquote
from uuid import UUID

import pytest
from honeyhive_api.paths import check_path, render, segment
from hypothesis import given
from hypothesis import strategies as st

from honeyhive import InvalidRequestError
from tests.core.samples import UUID_TEXT

TEMPLATE = "/v1/sessions/{session_id}/events/batch"


@given(st.text(st.characters(codec=None)) | st.text("./%25eE0AdD\\?#"))
def test_an_id_fills_exactly_its_segment_or_is_refused(text):
    try:
        path = render(TEMPLATE, {"session_id": text})
    except InvalidRequestError:
        return
    start, filled, end = path[: len("/v1/sessions/")], path.split("/")[3], path[-len("/events/batch") :]
    assert (start, end, path.count("/")) == ("/v1/sessions/", "/events/batch", 5)
    assert re.fullmatch(r"(?:[\w.~-]|%[0-9A-F]{2})+", filled, re.ASCII)
    assert unquote(filled) == text


@pytest.mark.parametrize(
    "text",
    ["", ".", "..", "%2e", "%2E%2e", ".%2e", "%252e%252E", "%25252e", "a\nb", "a%0ab", "a%250d", "\x00", "\x7f", "\x85",
     "%00", "%C2%85", "\ud800", "a\udfff", "%ED%A0%80", "%25ED%25A0%2580"],
)  # fmt: skip
def test_an_id_that_could_be_read_as_another_path_is_refused(text):
    with pytest.raises(InvalidRequestError, match=r"^id "):
        segment("id", text)


@pytest.mark.parametrize(
    ("value", "filled"),
    [("a b", "a%20b"), ("a/../b", "a%2F..%2Fb"), ("100%", "100%25"), ("ä", "%C3%A4"), ("a?b#c", "a%3Fb%23c"),
     ("...", "..."), (7, "7"), (UUID(UUID_TEXT), UUID_TEXT), ("a%zz", "a%25zz")],
)  # fmt: skip
def test_other_characters_of_an_id_are_percent_encoded(value, filled):
    assert segment("id", value) == filled


@pytest.mark.parametrize("value", [True, None, 1.5, b"x", ["x"]])
def test_an_id_of_another_type_is_refused(value):
    with pytest.raises(InvalidRequestError, match="id must be a str, an int or a UUID"):
        segment("id", value)


def test_a_whole_path_may_be_given_percent_encoded():
    assert check_path("/v1/a%20b/c:d") == "/v1/a%20b/c:d"
    assert check_path("/") == "/"


@pytest.mark.parametrize("path", ["", "v1", "/a b", "/a?b", "/a#b", "/a/../b", "/a/%2e%2e", "/ä", "/a\\b", "/a%0a", 7])
def test_an_invalid_whole_path_is_refused(path):
    with pytest.raises(InvalidRequestError, match=r"^path "):
        check_path(path)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "id is empty; it must be a non-empty path segment"),
        ("%2e.", "id is a dot segment; it must be a non-empty path segment"),
        ("a\n", "id contains a control character or a lone surrogate; it must be a non-empty path segment"),
    ],
)
def test_the_message_names_the_fault(text, fault):
    with pytest.raises(InvalidRequestError) as caught:
        segment("id", text)

    assert str(caught.value) == fault
