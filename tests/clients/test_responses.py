"""Responses of replies and errors, and the log lines of a call."""

import logging
import os
import pickle
import subprocess
import sys

import httpx
import pytest

from honeyhive import (
    APIConnectionError,
    APIResponse,
    APIResponseError,
    ConfigurationError,
    InvalidRequestError,
    NotFoundError,
    RateLimitError,
    ServerError,
)

SESSION_ID = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"
WHOLE = {"event_id": "e", "session_id": SESSION_ID, "org_id": "o", "workspace_id": "w", "project_id": "p"}


def test_a_response_has_status_headers_attempts_and_elapsed(colour, server):
    server.answers(503)
    server.answers(201, WHOLE, X_Request_Id="r-1", HoneyHive_Lint="inputs is missing", X_Echo="hh_test")
    hh = colour.client()
    response = colour.done(hh.with_response(hh.sessions.create, session_name="chat"))

    assert isinstance(response, APIResponse)
    assert response.reply == WHOLE
    assert (response.status, response.request_id, response.lint) == (201, "r-1", "inputs is missing")
    assert (response.headers["content-type"], response.headers["x-echo"]) == ("application/json", "***")
    assert (response.attempts, response.request) == (2, f"POST {server.url}/v1/sessions")
    assert 0 < response.elapsed < 10
    assert b"session_id" in response.body
    assert repr(response) == f"<APIResponse: POST {server.url}/v1/sessions answered 201, attempts=2>"
    server.answers(200, WHOLE)
    assert colour.done(hh.sessions.create()) == WHOLE  # the client itself is unchanged


def test_a_redirect_does_not_count_as_an_attempt(colour, server):
    server.answers(307, Location="/v1/elsewhere")
    server.answers(200, [1])
    hh = colour.client()
    response = colour.done(hh.with_response(hh.request, "GET", "/v1/new", params={"a": 1}))

    assert (response.reply, response.attempts, response.request) == ([1], 1, f"GET {server.url}/v1/elsewhere")


def test_a_copy_responds_with_its_own_options(colour, server):
    server.answers(503)
    hh = colour.client()
    with pytest.raises(ServerError) as caught:
        colour.done(hh.with_response(hh.with_options(max_retries=0).datasets.list))

    assert caught.value.response.attempts == 1


def test_a_reply_without_a_request_has_no_attempt(colour, server):
    hh = colour.client()
    response = colour.done(hh.with_response(hh.datapoints.list, datapoint_ids=[]))

    assert (response.attempts, response.status, response.reply.datapoints) == (0, 200, [])
    assert server.requests == []


@pytest.mark.parametrize("of", [lambda hh: hh.events.search_all, lambda hh: hh.flush, lambda _: print, lambda _: None])
def test_only_methods_of_one_request_have_a_response(of, colour):
    hh = colour.client()
    with pytest.raises(InvalidRequestError, match="method must be a method that sends one request; for example"):
        colour.done(hh.with_response(of(hh)))


def test_an_error_has_the_response(colour, server):
    for _ in range(3):
        server.answers(429, {"message": "slow down", "key": "hh_test"}, Retry_After="0.02", X_Request_Id="r-2")
    with pytest.raises(RateLimitError) as caught:
        colour.done(colour.client().datasets.list(max_retries=2))

    error = pickle.loads(pickle.dumps(caught.value))
    assert error.body == {"message": "slow down", "key": "***"}
    assert (error.headers["retry-after"], error.retry_after, error.request_id) == ("0.02", 0.02, "r-2")
    assert (error.response.status, error.response.attempts, error.response.reply) == (429, 3, None)
    assert error.response.elapsed >= 0.04


@pytest.mark.parametrize(("body", "read"), [(b"", None), (b"<p>no</p>", "<p>no</p>"), (b"[1]", [1])])
def test_the_body_of_an_error_is_json_or_text(body, read, colour, server):
    server.answers(404, body)
    with pytest.raises(NotFoundError) as caught:
        colour.done(colour.client().datasets.list())

    assert (caught.value.body, caught.value.retry_after) == (read, None)


def test_a_connection_error_has_the_cause_without_request_and_key(colour):
    with pytest.raises(APIConnectionError) as caught:
        colour.done(colour.client(base_url="http://127.0.0.1:1", max_retries=0).datasets.list())

    cause = caught.value.__cause__
    assert isinstance(cause, httpx.ConnectError)
    assert (str(cause) != "", cause.__traceback__, cause.__context__) == (True, None, None)
    with pytest.raises(RuntimeError):
        cause.request  # noqa: B018 - it raises if there is none


def test_a_reply_that_is_refused_has_the_response(colour, server):
    server.answers(200, {"success": True}, X_Request_Id="r-3")
    with pytest.raises(APIResponseError) as caught:
        colour.done(colour.client().sessions.create())

    assert (caught.value.body, caught.value.request_id) == ({"success": True}, "r-3")


def test_the_logger_shows_attempts_pauses_and_redirects_without_the_key(colour, server, caplog):
    server.answers(503, X_Request_Id="hh_test")
    server.answers(307, Location="/v1/elsewhere?secret=1")
    server.answers(200, {"datasets": []})
    with caplog.at_level(logging.DEBUG, "honeyhive"):
        colour.done(colour.client().request("GET", "/v1/new", params={"q": "private"}))

    lines = [record.getMessage().rpartition(" in ")[0] or record.getMessage() for record in caplog.records]
    assert lines == [
        f"GET {server.url}/v1/new -> 503 (request id ***)",
        "waiting 0.000 s before the next attempt",
        f"GET {server.url}/v1/new -> 307 to '/v1/elsewhere'",
        f"GET {server.url}/v1/elsewhere -> 200",
    ]
    assert "hh_test" not in caplog.text
    assert "private" not in caplog.text


def test_the_logger_shows_a_failed_attempt(colour, server, caplog):
    server.script.append("drop")
    with caplog.at_level(logging.DEBUG, "honeyhive"):
        colour.done(colour.client().datasets.list())

    assert "got no answer" in caplog.records[0].getMessage()


def test_the_logger_shows_the_delivery_of_events(colour, server, caplog):
    with caplog.at_level(logging.DEBUG, "honeyhive"):
        hh = colour.client()
        with hh.session("s"):
            pass
        colour.done(hh.flush(10))

    assert any(f"POST {server.url}/v1/" in record.getMessage() for record in caplog.records)


PROGRAM = """
import sys
from honeyhive import HoneyHive
with HoneyHive("hh_secret", base_url=sys.argv[1]) as hh:
    hh.request("GET", "/v1/new")
"""


@pytest.mark.parametrize(("level", "shown"), [("debug", True), ("warning", False), ("", False)])
def test_hh_log_writes_to_standard_error(level, shown, server):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, server.url],
        env={**os.environ, "HH_LOG": level},
        capture_output=True,
        text=True,
        check=True,
    )

    assert (f"DEBUG GET {server.url}/v1/new -> 200" in done.stderr) is shown
    assert "hh_secret" not in done.stderr


def test_an_unknown_level_is_refused(colour, monkeypatch):
    monkeypatch.setenv("HH_LOG", "loud")
    with pytest.raises(ConfigurationError, match="HH_LOG must be debug, info, warning or error"):
        colour.client()
