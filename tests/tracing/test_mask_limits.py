"""Masks at their limits: strings that take too long to search, or that are truncated, show no secret."""

from _thread import get_ident

import pytest

from honeyhive import HoneyHive
from honeyhive._tracing import tracing as tracing_module
from honeyhive._tracing.limits import EncodingLimits
from honeyhive._tracing.payload.encoder import Encoder
from honeyhive._tracing.payload.masking import mask_text
from honeyhive._tracing.payload.masks.masked_place import MASK_NAMES, MaskedPlace
from honeyhive._tracing.payload.masks.ready_masks import ReadyMasks
from honeyhive.tracing import Options

CARD = "4111111111111111"
LATE = "left out, masking it took too long"
SIZE = 200_000
HOSTILE = {
    "cards": "4111 ",
    "digits": "4 ",
    "addresses": "a@",
    "mail": "a@b.cc ",
    "escapes": "\\u0041",
    "phones": "+49 170 1234567 ",
    "ips": "1.2.3.4 ",
    "tokens": "bearer abc ",
    "urls": "://a:b@",
    "passwords": "://a:",
    "wide": "\uff11",
    "fractions": "1.1",
    "keys": "sk-",
}


class Clock:
    """A clock that advances by one second each time it is read."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


def encoder(clock: Clock, seconds: float, found: list[MaskedPlace] | None = None) -> Encoder:
    return Encoder(EncodingLimits(seconds=seconds), clock=clock, ready=ReadyMasks(MASK_NAMES), found=found)


@pytest.mark.parametrize("kind", HOSTILE)
def test_each_part_of_a_search_checks_the_time_limit(kind: str) -> None:
    text = HOSTILE[kind] * (SIZE // len(HOSTILE[kind]))
    clock = Clock()

    def look() -> None:
        clock()

    ReadyMasks(MASK_NAMES)._places(text, look)

    assert clock.now >= SIZE / 16_000


@pytest.mark.parametrize("kind", HOSTILE)
def test_text_not_searched_in_time_is_left_out(kind: str) -> None:
    text = HOSTILE[kind] * (SIZE // len(HOSTILE[kind]))
    found: list[MaskedPlace] = []
    data, notes = encoder(Clock(), 20.0, found).field("inputs", {"a": {"text": text}, "b": [CARD], "c": CARD})

    assert data == b'{"a":{"text":"[honeyhive: %b]"}}' % LATE.encode()
    assert notes == [f"inputs.a.text: {LATE}", "inputs: the rest is left out"]
    assert found == [MaskedPlace("inputs.a.text", "time limit")]


def test_a_name_and_the_rest_of_a_list_are_left_out_too() -> None:
    late = encoder(Clock(), 2.0)
    text, notes = late.label("event_name", "4111 " * 100)
    assert (text, notes) == (f"[honeyhive: {LATE}]", [f"event_name: {LATE}"])

    data, notes = encoder(Clock(), 12.0).field("inputs", {"list": [1, CARD, "4 " * 1000, CARD, [CARD]]})
    assert CARD.encode() not in data
    assert any(note.endswith("the rest is left out") for note in notes)


def test_a_search_that_is_in_time_masks_as_before() -> None:
    data, notes = encoder(Clock(), 1e6).field("inputs", {"text": "4111 " * 100 + "ann@example.org"})

    assert b"[email]" in data
    assert not notes


def test_the_event_has_a_note_about_left_out_fields(server) -> None:
    options = Options(masks="all", encoding=EncodingLimits(seconds=0.0))
    with HoneyHive(api_key="hh_x", base_url=server.url, tracing=options) as hh:
        shown = hh.tracing.preview({"event_name": "x", "inputs": {"text": "ann@example.org"}})
        hh.log_event({"event_name": "x", "inputs": {"text": "ann@example.org"}})

    (stored,) = server.events()
    assert "ann" not in str(stored["inputs"])
    assert any("took too long" in change for change in stored["metadata"]["honeyhive"]["changes"])
    assert "ann" not in str(shown.event["inputs"])


@pytest.mark.parametrize(
    "secret", [CARD, "4111 1111 1111 1111", "DE89370400440532013000", "sk-proj-aB3dE5gH7jK9mN1pQ3"]
)
def test_a_truncated_string_has_no_part_of_a_secret(secret: str) -> None:
    cutting = Encoder(EncodingLimits(bytes=1_000), ready=ReadyMasks(MASK_NAMES))
    for before in range(700, 800):
        text = ("x " * before)[:before] + f" {secret} " + "y " * 1_000
        data = cutting.field("inputs", {"text": text}, 1_000)[0].decode()
        assert secret[:6] not in data, (before, data)


@pytest.mark.parametrize("before", range(185, 201))
def test_a_truncated_key_has_no_part_of_a_secret(before: int) -> None:
    cutting = Encoder(ready=ReadyMasks(MASK_NAMES))
    for key in (f"{'k' * before} {CARD} {'k' * 300}", ("k" * before, CARD, "k" * 300)):
        assert b"411111" not in cutting.field("inputs", {key: 1})[0]


def test_a_truncated_repr_has_no_part_of_a_secret() -> None:
    class Shown:
        def __init__(self, before: int) -> None:
            self._before = before

        def __repr__(self) -> str:
            return f"<{'z' * self._before} {CARD} {'z' * 3_000}>"

    cutting = Encoder(ready=ReadyMasks(MASK_NAMES))
    for before in range(470, 500):
        assert b"411111" not in cutting.field("inputs", {"a": Shown(before)})[0]


def test_a_quoted_secret_without_an_end_is_masked_to_the_end() -> None:
    assert mask_text("x(password='two words") == "x(password=[masked]"
    assert mask_text('{"password": "two words') == '{"password": [masked]'


def test_a_preview_before_the_tracer_can_be_loaded_shows_nothing(server) -> None:
    with HoneyHive(api_key="hh_x", base_url=server.url, tracing=Options(masks="all")) as hh:
        # The state is as in a signal handler that interrupts the import of the tracer.
        tracing_module._importing.add(get_ident())
        try:
            early = hh.tracing.preview({"event_name": "x", "inputs": {"mail": "ann@example.org"}})
        finally:
            tracing_module._importing.discard(get_ident())
        later = hh.tracing.preview({"event_name": "x", "inputs": {"mail": "ann@example.org"}})

    assert (early.event, early.masked) == ({}, [])
    assert later.event["inputs"] == {"mail": "[email]"}
    assert server.events() == []
