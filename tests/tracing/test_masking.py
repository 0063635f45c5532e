"""Masking by the names of keys, and by the user's mask."""

import json
import re
from collections import OrderedDict, UserDict, defaultdict, namedtuple
from datetime import datetime

import orjson
import pytest

from honeyhive import HoneyHive
from honeyhive._tracing.payload.encoder import Encoder
from honeyhive._tracing.payload.masking import MASKED, is_sensitive, mask_text
from honeyhive.tracing import Options


def sent(value, encoder=None):
    """Return the encoded values, read by a strict parser, and the notes."""
    text, notes = (encoder or Encoder()).field("inputs", value)
    return orjson.loads(text), list(notes)


@pytest.mark.parametrize(
    "name",
    ["password", "api_key", "API-Key", "apiKey", "x-api-key", "Authorization", "client_secret", "token", "Cookie"],
)
def test_secrets_are_masked_by_the_name_of_their_key_at_any_depth(name):
    plain, notes = sent({"a": [{"b": {name: {"value": "s3cret"}}}]})

    assert plain == {"a": [{"b": {name: MASKED}}]}
    assert notes == []


@pytest.mark.parametrize(
    "name",
    [
        "max_tokens",
        "total_tokens",
        "prompt_tokens",
        "tokens",
        "author",
        "key",
        "keyword",
        "secretary",
        "invalid_token_count",
    ],
)
def test_harmless_key_names_are_not_masked(name):
    assert not is_sensitive(name)


@pytest.mark.parametrize(
    "value",
    [
        OrderedDict(password="s3cret", more={"api_key": "s3cret"}),
        defaultdict(dict, password="s3cret", more={"api_key": "s3cret"}),
        namedtuple("Login", "password more")("s3cret", {"api_key": "s3cret"}),
        UserDict(password="s3cret", more={"api_key": "s3cret"}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_secrets_are_masked_in_every_type_with_named_values(value):
    assert sent(value)[0] == {"password": MASKED, "more": {"api_key": MASKED}}


def test_the_repr_of_an_object_shows_no_secret():
    assert mask_text("Client(url='u', api_key='s3cret', {'password': 'x y'}, token=abc)") == (
        "Client(url='u', api_key=[masked], {'password': [masked]}, token=[masked])"
    )


def test_a_long_string_without_secrets_is_scanned_once():
    assert mask_text("word" * 50_000) == "word" * 50_000
    assert mask_text("-1.password = 1") == f"-1.password = {MASKED}"


def test_the_users_mask_gets_plain_json_and_replaces_it():
    encoder = Encoder(mask=lambda name, value: {"seen": name, **value, "when": "hidden"})

    assert sent({"when": datetime(2026, 1, 1), "password": "x"}, encoder)[0] == {
        "seen": "inputs",
        "when": "hidden",
        "password": MASKED,
    }


def test_a_mask_that_fails_hides_the_field_and_keeps_the_event():
    def fail(name, value):
        raise KeyError("oh")

    plain, notes = sent({"question": "private"}, Encoder(mask=fail))

    assert "private" not in json.dumps(plain)
    assert notes == ["inputs: the mask function failed"]


def test_the_mask_is_applied_to_short_strings():
    assert Encoder(mask=lambda *_: {"hidden": True}).text("error", "private") == ('{"hidden":true}', [])
    assert Encoder(mask=lambda *_: "hidden").text("error", "private") == ("hidden", [])


def without_mail(field, value):
    return re.sub(r"[\w.]+@[\w.]+", "[mail]", value) if isinstance(value, str) else value


def test_names_ids_and_sources_are_masked_and_ids_are_made_from_the_unmasked_string(hh, server):
    mail = "ann@example.org"
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=Options(mask=without_mail)) as masked:
        with masked.session(f"of {mail}", session_id=f"user-{mail}") as session, session.event(f"to {mail}"):
            masked.log_event({"event_name": f"by {mail}", "source": mail, "inputs": {mail: float("nan")}, "error": "x"})
        masked.log_event({"event_name": "later", "session_id": f"user-{mail}", "inputs": {}})
        assert masked.flush(30)

    resumed = hh.tracing.resume_session(f"user-{mail}")
    assert session.session_id == resumed.session_id
    stored = [*server.events(), *server.sessions()]
    events = {event["event_name"]: event for event in stored}
    assert {"of [mail]", "to [mail]", "by [mail]", "later"} <= events.keys()
    assert events["by [mail]"]["source"] == "[mail]"
    for event in (events["of [mail]"], events["later"]):
        assert event["metadata"]["honeyhive"]["session_id"] == "user-[mail]"
    texts = [json.dumps({**event, "inputs": {}, "children": []}) for event in stored]
    assert mail not in "".join(texts)


def test_an_id_of_another_type_is_made_from_the_unmasked_value():
    url = "http://127.0.0.1:9"
    with (
        HoneyHive(api_key="hh_test", base_url=url, tracing=Options(mask=lambda *_: "hidden", exit_timeout=0)) as masked,
        HoneyHive(api_key="hh_test", base_url=url, tracing=Options(exit_timeout=0)) as plain,
    ):
        assert masked.log_event({"event_id": 12345}) == plain.log_event({"event_id": 12345})
        masked.close(0)
        plain.close(0)


def test_a_mask_that_fails_hides_a_name():
    def fail(name, value):
        raise KeyError("oh")

    assert Encoder(mask=fail).label("event_name", "private")[0] == "[masked: the mask function failed]"
