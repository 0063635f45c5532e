"""The key never appears in a log, a debugger or a crash report."""

import copy
import json
import pickle
from traceback import walk_tb

import httpx
import pytest
from honeyhive_api.keys import ApiKey

from honeyhive import ConfigurationError, HoneyHiveError
from tests.clients.exposed_text import frames, shown
from tests.clients.sample_namespace import Things

KEY = "hh_verysecretkey"
BAD_KEYS = [
    "",
    " ",
    f" {KEY}",
    f"{KEY}\n",
    f"{KEY}\r\nX-Evil: 1",
    f"{KEY}\x00",
    f"{KEY}\x7f",
    f"{KEY}ä",
    f"{KEY}\u2028",
    f"{KEY}\t",
    KEY.encode(),
]
KEY_ARGUMENTS = ["api_key", "ingestion_api_key", "data_plane_api_key", "control_plane_api_key"]


@pytest.mark.parametrize("bad", BAD_KEYS)
@pytest.mark.parametrize("argument", KEY_ARGUMENTS)
def test_a_key_that_is_not_a_header_value_is_refused_without_showing_it(colour, argument, bad):
    with pytest.raises(ConfigurationError, match=rf"^{argument} ") as caught:
        colour.kind(**{argument: bad})

    assert KEY not in shown(caught.value)


@pytest.mark.parametrize("bad", [f" {KEY}", f"{KEY}\n", f"{KEY}ä"])
def test_a_variable_that_is_not_a_header_value_is_refused_without_showing_it(colour, monkeypatch, bad):
    monkeypatch.setenv("HH_API_KEY", bad)
    with pytest.raises(ConfigurationError, match=r"^HH_API_KEY ") as caught:
        colour.kind()

    assert KEY not in shown(caught.value)


@pytest.mark.parametrize(
    "settings",
    [
        {"base_url": "nonsense"},
        {"timeout": 0},
        {"http_client": object()},
        {"ingestion_api_key": f"hh_fgdp_{KEY}"},
        {"api_key": f"hh_fgdp_{KEY}"},
        {"max_retries": -1},
    ],
)
def test_another_bad_setting_does_not_show_the_key(colour, settings):
    with pytest.raises(ConfigurationError) as caught:
        colour.kind(**{"api_key": KEY, **settings})

    assert KEY not in shown(caught.value)


@pytest.mark.parametrize(
    "answer",
    [
        "drop",
        "hang",
        (401, json.dumps({"message": f"bad key {KEY}"}).encode(), {}),
        (500, f"<html>{KEY}</html>".encode(), {"Content-Type": "text/html"}),
        (429, KEY.encode(), {"Retry-After": "100"}),
        (200, f"<html>{KEY}</html>".encode(), {"Content-Type": "text/html"}),
        (200, f'["{KEY}"]'.encode(), {}),
        (200, b"\x1f\x8b broken", {"Content-Encoding": "gzip"}),
    ],
    ids=["drop", "hang", "401", "500", "429", "html", "json", "gzip"],
)
@pytest.mark.parametrize("retries", [0, 2])
def test_no_error_of_a_call_shows_the_key(colour, server, answer, retries):
    things = Things(colour.client(api_key=KEY, max_retries=retries))
    server.script.extend([answer] * 3)

    with pytest.raises(HoneyHiveError) as caught:
        colour.done(things.create(name="x", timeout=0.2 if answer == "hang" else None))

    assert KEY not in shown(caught.value)
    assert caught.value.__context__ is None
    assert not [name for name in frames(caught.value) if "/httpx/" in name or "/httpcore/" in name or "/h11/" in name]


def test_a_refused_connection_does_not_show_the_key(colour):
    things = Things(colour.client(api_key=KEY, base_url="http://127.0.0.1:1"))

    with pytest.raises(HoneyHiveError) as caught:
        colour.done(things.create())

    assert KEY not in shown(caught.value)


def test_refused_arguments_do_not_show_the_key(colour):
    hh = colour.client(api_key=KEY)
    for call in (lambda: Things(hh).create(name=1), lambda: Things(hh).admin(), lambda: hh.request("GET", "x")):
        with pytest.raises(HoneyHiveError) as caught:
            colour.done(call())

        assert KEY not in shown(caught.value)


def test_neither_the_client_nor_its_parts_show_the_key(colour):
    hh = colour.client(api_key=KEY)
    colour.done(Things(hh).create())

    assert KEY not in repr(hh) + str(hh) + f"{hh}" + repr(vars(hh)) + repr(hh.sessions)
    assert "project" in repr(hh)


@pytest.mark.parametrize("write", [pickle.dumps, copy.copy, copy.deepcopy, json.dumps])
def test_an_api_key_cannot_be_pickled_or_copied(write):
    with pytest.raises(TypeError):
        write(ApiKey(KEY))


def test_repr_str_and_format_of_an_api_key_are_masked():
    key = ApiKey(KEY)

    assert {repr(key), str(key), f"{key}", format(key, "")} == {"ApiKey(***)"}


def test_a_client_cannot_be_pickled(colour):
    with pytest.raises(TypeError):
        pickle.dumps(colour.client(api_key=KEY))


def holds_key(value):
    """Return True for an httpx request or response whose headers contain the key."""
    found = getattr(value, "headers", None) or getattr(getattr(value, "request", None), "headers", None)
    return found is not None and KEY in str(getattr(found, "raw", ""))


@pytest.mark.parametrize("place", ["request", "response"])
def test_the_exception_of_an_http_client_leaves_no_request_in_the_frames(colour, place):
    def sync_hook(sent):
        raise LookupError("mine")

    async def async_hook(sent):
        raise LookupError("mine")

    is_sync = colour.name == "sync"
    made = httpx.Client if is_sync else httpx.AsyncClient
    http_client = made(event_hooks={place: [sync_hook if is_sync else async_hook]})
    with pytest.raises(LookupError) as caught:
        colour.done(colour.client(api_key=KEY, http_client=http_client).datasets.list())
    held = [value for frame, _ in walk_tb(caught.value.__traceback__) for value in frame.f_locals.values()]
    assert not [type(value) for value in held if holds_key(value)]
    colour.done(http_client.close() if is_sync else http_client.aclose())
