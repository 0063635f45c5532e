"""Data that the ready-made masks find or leave alone, and their quick check, which may not miss anything."""

import hashlib
import itertools
import json
import random
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, SecretBytes, SecretStr

from honeyhive import HoneyHive
from honeyhive._tracing.payload.encoder import Encoder
from honeyhive._tracing.payload.masks.masked_place import MASK_NAMES
from honeyhive._tracing.payload.masks.ready_masks import ReadyMasks
from honeyhive.errors import ConfigurationError
from honeyhive.tracing import Options

MASKS = ReadyMasks(MASK_NAMES)
CARDS = ["4111111111111111", "5555555555554444", "2223003122003222", "378282246310005", "6011111111111117"]
IBANS = ["DE89370400440532013000", "GB82WEST12345698765432", "FR1420041010050500013M02606", "NO9386011117947"]
KEYS = [
    "sk-proj-aB3dE5gH7jK9mN1pQ3",
    "sk-ant-api03-aB3dE5gH7jK9mN1pQ3",
    "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
    "AKIAIOSFODNN7EXAMPLE",
    "xoxb-123456789012-abcdefGHIJ",
    "hf_aB3dE5gH7jK9mN1pQ3sT5v",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r",
]
DIGITS = ["".join(chr(zero + digit) for digit in range(10)) for zero in (0x30, 0xFF10, 0x660, 0x966, 0x1D7CE)]
FOUND = [
    ("mail ann.lee+x@example.co.uk!", "mail [email]!"),
    ("müller@exämple.de", "[email]"),
    ('"ann lee"@example.org', "[email]"),
    ("?to=ann%40example.org&x=1", "?to=[email]&x=1"),
    ("card 4222222222222", "card [card]"),
    ("卡4111111111111111号", "卡[card]号"),
    ("12 4111 1111 1111 1111 99", "12 [card] 99"),
    ("de89 3704 0044 0532 0130 00 is mine", "[iban] is mine"),
    ("+49 (0) 170 1234567.", "[phone]."),
    ("0049 170 1234567", "[phone]"),
    ("(415) 555-2671 or 415-555-2671", "[phone] or [phone]"),
    ("0170 1234567, 01 23 45 67 89", "[phone], [phone]"),
    ("from 10.1.2.3:80 and [2001:db8::1]:443", "from [ip]:80 and [[ip]]:443"),
    ("Authorization: Bearer abc123def", "Authorization: Bearer [key]"),
    ("postgres://app:hunter2@db/x", "postgres://app:[key]@db/x"),
    ("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----", "[key]"),
]
HARMLESS = [
    "1700000000000",
    "at 1700000000 and 1700000000123456",
    "2024-01-15T10:30:00.123456+02:00",
    "01.02.2024 10:30:00, 01/02/2024 10:30",
    "v1.2.3.4, version 1.2.3.4, pkg==1.2.3.4, Chrome/120.0.0.0",
    "pkg@1.2.3-beta.rc",
    "http://127.0.0.1:8600",
    "0.4111111111111111",
    "std::vector a::b 10:30:45",
    "task-force-of-the-whole-company sk-folding-cube-container",
    "bearer authentication",
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    "doc-12, page 3 of 120, 5 000 000 people",
]


def passes(text: str) -> bool:
    """Return True if the quick check finds nothing in the JSON of the string."""
    encoded = json.dumps(text, ensure_ascii=False)
    return MASKS.pass_json(encoded, encoded.encode())


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_each_mask_finds_its_examples(text: str, expected: str) -> None:
    assert MASKS.masked(text, "inputs") == expected
    assert not passes(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_times_versions_and_names_are_no_false_alarms(text: str) -> None:
    assert MASKS.masked(text, "inputs") == text


@given(st.uuids(), st.binary(), st.integers(10**12, 2 * 10**12), st.tuples(*[st.integers(0, 40)] * 3))
def test_ids_hashes_and_times_are_no_false_alarms(
    one: uuid.UUID, data: bytes, ms: int, version: tuple[int, int, int]
) -> None:
    text = f"{one} {hashlib.sha256(data).hexdigest()} {hashlib.sha1(data).hexdigest()}"

    for harmless in (text, str(ms), ".".join(map(str, version)), ms, ms / 1000):
        assert MASKS.masked(harmless, "inputs") == harmless


@given(st.sampled_from(CARDS), st.sampled_from(DIGITS), st.data())
def test_a_card_is_found_in_any_writing(card: str, digits: str, data: st.DataObject) -> None:
    separators = st.sampled_from(["", "", " ", "-", "\u00a0", "\u2011", "\u200b", " - "])
    written = "".join(digits[int(digit)] + data.draw(separators) for digit in card[:-1]) + digits[int(card[-1])]
    before, after = data.draw(st.sampled_from([("", ""), ("no. ", "!"), ("\n", "\t"), ("卡", "号"), ("12, ", ", 3")]))
    for text in (before + written + after, json.dumps({"pan": before + written + after}), json.dumps([written])):
        masked = MASKS.masked(text, "inputs")

        assert "[card]" in masked
        assert not passes(text)
        assert written not in masked


@given(st.sampled_from([*KEYS, *IBANS, "ann@example.org", "+49 170 1234567"]), st.integers(0, 3), st.data())
def test_secrets_are_found_inside_of_longer_text_and_nested_json(secret: str, depth: int, data: st.DataObject) -> None:
    around = st.text(st.characters(exclude_categories=("Cs", "Nd", "L", "Pd")), max_size=5)
    text = f"{data.draw(around)} {secret} {data.draw(around)}\n{secret}"
    value: object = {"text": [text]}
    for _ in range(depth):
        value = json.dumps({"text": value}, ensure_ascii=data.draw(st.booleans()))

    encoded, _ = Encoder(ready=MASKS).field("inputs", {"value": value})

    assert secret not in encoded.decode()


@given(st.text(), st.sampled_from(["", "4111 1111 ", "+49", "a@b", "10.1.", "::", "DE89", "sk-", "Bearer "]), st.text())
def test_the_quick_check_passes_no_string_that_a_mask_changes(before: str, middle: str, after: str) -> None:
    text = (before + middle + after).encode("utf-8", "replace").decode()

    if passes(text):
        assert MASKS.masked(text, "inputs") == text
    if MASKS.pass_label(text):
        assert MASKS.masked(text, "event_name") == text


@given(st.text(st.sampled_from("0123456789abcdef.:-+ "), max_size=60), st.sampled_from(["", '{"a":"b:', "\\n"]))
def test_the_quick_check_passes_no_number_or_address_that_a_mask_changes(digits: str, before: str) -> None:
    if passes(before + digits):
        assert MASKS.masked(before + digits, "inputs") == before + digits


PARTS = st.sampled_from(
    [*(text for text, _ in FOUND), *HARMLESS, "ann@example.org", "::", "1.2.", "3.4", "a:", "fe80:"]
)
TEXTS = (
    st.lists(PARTS | st.text(max_size=3), max_size=4)
    .map("".join)
    .map(lambda text: text.encode("utf-8", "replace").decode())
)


@given(TEXTS)
def test_a_string_is_masked_alike_whether_or_not_all_masks_search_it(text: str) -> None:
    searched_by_all = text + " \\ "

    assert MASKS.masked(searched_by_all, "inputs") == MASKS.masked(text, "inputs") + " \\ "


@given(st.recursive(TEXTS | st.integers() | st.none(), lambda items: st.lists(items) | st.dictionaries(TEXTS, items)))
def test_a_plain_value_is_masked_like_one_that_is_simplified_first(value: object) -> None:
    simplified_first = Encoder(clock=lambda: 0.0, ready=MASKS, found=[]).field("inputs", {"value": value})

    data, notes = Encoder(clock=lambda: 0.0, ready=MASKS).field("inputs", {"value": value})

    assert (json.loads(data), list(notes)) == (json.loads(simplified_first[0]), list(simplified_first[1]))


def test_a_text_that_is_too_large_is_cut_before_it_is_masked() -> None:
    ticks = itertools.count()
    encoder = Encoder(ready=MASKS, clock=lambda: next(ticks) / 50_000)

    text, _ = encoder.text("error", "ann@example.org " * 12_000)

    assert text is not None
    assert (text[:8], len(text) > 3_000, "@" in text) == ("[email] ", True, False)


@pytest.mark.parametrize("mask", [("key",), ("phone",)])
def test_an_escaped_slash_in_json_of_a_string_hides_nothing(mask: tuple[str, ...]) -> None:
    text = r'{"dsn": "postgres:\/\/app:hunter2@db\/main", "tel": "030\/1234567"}'
    secret = {"key": "hunter2", "phone": "1234567"}[mask[0]]

    encoded, _ = Encoder(ready=ReadyMasks(mask)).field("inputs", {"body": text})

    assert secret not in encoded.decode()


def test_a_tuple_is_masked_as_a_list() -> None:
    encoded, _ = Encoder(ready=MASKS).field("inputs", {"to": ("ann@example.org", ("bob@example.org",))})

    assert json.loads(encoded) == {"to": ["[email]", ["[email]"]]}


def test_most_ids_and_times_pass_the_quick_check() -> None:
    chance = random.Random(5)
    ids = [str(uuid.UUID(int=chance.getrandbits(128), version=4)) for _ in range(300)]

    passed = [passes(json.dumps({"id": one, "time": chance.randrange(17 * 10**11, 18 * 10**11)})) for one in ids]

    assert sum(passed) > 0.9 * len(passed)


def test_values_keys_names_and_errors_are_masked(server) -> None:
    mail = "ann@example.org"
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=Options(masks="all")) as hh:
        with hh.session(f"of {mail}", session_id=mail) as session:
            event = session.event(f"to {mail}", inputs={mail: {"n": 4111111111111111}})
            event.outputs = [mail]
            event.metadata = {"a": {mail: mail}}
            event.error = ValueError(f"no {mail}")
            event.end()
        hh.log_event({"event_name": mail, "source": mail, "error": mail, "inputs": {"a": [mail]}})
        assert hh.flush(20)

    events = server.events()
    assert mail not in json.dumps([events, server.sessions()])
    (stored,) = (event for event in events if event["event_name"] == "to [email]")
    assert stored["inputs"] == {"[email]": {"n": "[card]"}}
    assert stored["error"] == "ValueError: no [email]"


def test_the_users_mask_runs_after_the_ready_made_masks() -> None:
    seen = []
    encoder = Encoder(ready=MASKS, mask=lambda _, value: seen.append(value) or value)

    encoder.field("inputs", {"a": "ann@example.org"})

    assert seen == [{"a": "[email]"}]


def test_only_the_chosen_masks_are_used() -> None:
    with HoneyHive(api_key="hh_test", tracing=Options(masks=("card",), exit_timeout=0)) as hh:
        shown = hh.tracing.preview({"inputs": {"a": "ann@example.org 4111111111111111"}})
        hh.close(0)

    assert shown.event["inputs"] == {"a": "ann@example.org [card]"}


@pytest.mark.parametrize("masks", [("mail",), "email", 3])
def test_an_unknown_mask_is_refused(masks: object) -> None:
    with pytest.raises(ConfigurationError, match="masks"):
        HoneyHive(api_key="hh_test", tracing=Options(masks=masks)).tracing.preview({})  # type: ignore[arg-type]


def test_preview_does_not_report_drops() -> None:
    with HoneyHive(api_key="hh_test", tracing=Options(exit_timeout=0)) as hh:
        counters = hh.tracing._open().worker.counters
        counters.fail("refused")

        assert "refused" not in str(hh.tracing.preview({"inputs": {}}).event)
        assert counters.unreported_drops() == {"refused": 1}
        hh.close(0)


def test_a_preview_shows_the_event_and_each_rule() -> None:
    def mask(field: str, value: object) -> object:
        return {} if field == "config" else value

    options = Options(masks="all", mask=mask, capture_outputs=False)
    with HoneyHive(api_key="hh_test", tracing=options) as hh:
        shown = hh.tracing.preview(
            {
                "event_name": "to ann@example.org",
                "inputs": {"ann@example.org": [{"password": "x", "pan": "4111 1111 1111 1111"}]},
                "outputs": {"a": 1},
                "config": {"model": "m"},
                "error": "call +49 170 1234567",
            }
        )
        assert hh.stats().accepted == 0
        hh.close(0)

    assert shown.event["event_name"] == "to [email]"
    assert shown.event["inputs"] == {"[email]": [{"password": "[masked]", "pan": "[card]"}]}
    assert shown.event["error"] == "call [phone]"
    assert not shown.event.get("outputs")
    assert "ann@example.org" not in str(shown.masked)
    assert set(shown.masked) >= {
        ("event_name", "email"),
        ("inputs.[email][0].password", "secret"),
        ("inputs.[email][0].pan", "card"),
        ("outputs", "not captured"),
        ("config", "mask function"),
    }


class Login(BaseModel):
    password_of_ann: SecretStr
    other: SecretBytes


def test_secrets_of_pydantic_are_masked_in_every_form() -> None:
    class Own(str):
        def get_secret_value(self) -> str:
            return str(self)

    one = Login(password_of_ann=SecretStr("hunter2"), other=SecretBytes(b"hunter2"))
    values = [one, SecretStr("hunter2"), {"a": [one.other]}, {SecretStr("hunter2"): 1}, {one.password_of_ann}, (one,)]

    for value in [*values, Own("hunter2"), {"a": Own("hunter2")}, ValueError(SecretStr("hunter2"))]:
        text, _ = Encoder().field("inputs", {"value": value})

        assert "hunter2" not in text.decode()
    assert json.loads(Encoder().field("inputs", {"a": SecretStr("hunter2")})[0]) == {"a": "[masked]"}


@pytest.mark.parametrize("by_variable", [True, False])
def test_capture_inputs_and_capture_outputs_apply_to_all_events(server, monkeypatch, by_variable: bool) -> None:
    options = Options(capture_inputs=False, capture_outputs=False)
    if by_variable:
        monkeypatch.setenv("HH_CAPTURE_CONTENT", "false")
        options = Options()
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=options) as hh:

        @hh.trace
        def items(question: str):
            yield question

        with hh.session("s", inputs={"a": "private"}) as session:
            session.outputs = "private"
            list(items("private"))
            hh.log_event({"event_name": "e", "inputs": {"a": "private"}, "outputs": ["private"], "metadata": {"k": 1}})
        assert hh.flush(20)

    assert len(server.events()) == 2
    assert "private" not in json.dumps([server.events(), server.sessions()])
    assert {"k": 1} in [event["metadata"] for event in server.events()]


def test_capture_inputs_outranks_hh_capture_content(monkeypatch) -> None:
    monkeypatch.setenv("HH_CAPTURE_CONTENT", "false")
    with HoneyHive(api_key="hh_test", tracing=Options(capture_inputs=True)) as hh:
        shown = hh.tracing.preview({"inputs": {"a": 1}, "outputs": {"b": 2}})
        hh.close(0)

    assert shown.event["inputs"] == {"a": 1}
    assert not shown.event.get("outputs")
