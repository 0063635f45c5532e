"""The page of error messages contains the messages that callers see, word by word."""

import re
from html import unescape

import pytest

from honeyhive import HoneyHive
from honeyhive.errors import ConfigurationError, HoneyHiveError, InvalidRequestError
from tests.message_page import AREAS, MARK, messages, on_page_markdown, page

HEADINGS = [re.sub(r"\\(.)", r"\1", unescape(line)) for line in re.findall(r"^### (.+)$", page(), re.MULTILINE)]


def fits(heading: str, message: str) -> bool:
    """Return True if the message contains the heading. An ellipsis in the heading stands for any words."""
    pattern = ".*".join(re.escape(part) for part in re.split("…+", heading))
    return re.search(pattern, message, re.DOTALL) is not None


def no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HH_API_KEY", raising=False)
    HoneyHive()


def no_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    with HoneyHive(api_key="hh_x") as hh:
        hh.sessions.create(start_time="2026-11-28T10:00:00")


@pytest.mark.parametrize(("call", "kind"), [(no_key, ConfigurationError), (no_zone, InvalidRequestError)])
def test_a_message_that_is_raised_has_a_heading(call, kind: type[HoneyHiveError], monkeypatch) -> None:
    with pytest.raises(kind) as raised:
        call(monkeypatch)

    assert [heading for heading in HEADINGS if fits(heading, str(raised.value))], str(raised.value)


def test_every_area_has_messages_and_each_is_a_heading() -> None:
    found = {message.area for message in messages()}

    assert found == {area for area, _ in AREAS.values()}
    assert {" ".join(message.text.split()) for message in messages()} <= set(HEADINGS)


def test_only_the_page_with_the_mark_is_changed() -> None:
    assert on_page_markdown("# Calls\n", page=None, config=None, files=None) == "# Calls\n"
    assert on_page_markdown(f"# Error messages\n\n{MARK}\n", page=None).count("\n### ") == len(HEADINGS)
