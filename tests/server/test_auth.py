"""Authentication and routing: API keys, Host header, 404 and 405."""

import httpx
import pytest

from honeyhive_server import LocalServer
from honeyhive_server.http.auth import host_name


@pytest.mark.parametrize("key", [None, "", "hh_test", "Basic aGg6", "Bearer", "Bearerhh_test"])
def test_a_missing_or_malformed_bearer_key_is_401(server, key):
    headers = {} if key is None else {"Authorization": key}

    answer = httpx.post(f"{server.url}/v1/sessions", json={}, headers=headers)

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert (answer.json()["statusCode"], answer.json()["success"]) == (401, False)
    assert server.sessions() == []


@pytest.mark.parametrize("key", ["Bearer x", "bearer x", "BEARER hh_anything"])
def test_any_bearer_key_is_accepted(server, key):
    assert httpx.post(f"{server.url}/v1/sessions", json={}, headers={"Authorization": key}).status_code == 200


def test_require_key_accepts_only_that_key():
    with LocalServer(require_key="hh_this") as server:
        statuses = [
            httpx.get(f"{server.url}/session", headers={"Authorization": b"Bearer " + key}).status_code
            for key in (b"hh_this", b"hh_that", b"hh_thi", b"hh_thi\xff")
        ]

    assert statuses == [200, 401, 401, 401]


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8600", "127.0.0.1.evil.example", "localhost.evil.example", ""]
)
def test_an_unknown_host_header_is_403(http, server, host):
    answer = http.post("/v1/sessions", json={}, headers={"Host": host})

    assert answer.status_code == 403
    assert server.sessions() == []


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:9999", "[::1]", "[::1]:80", "localhost."])
def test_the_port_of_the_host_header_is_ignored(http, host):
    assert http.post("/v1/sessions", json={}, headers={"Host": host}).status_code == 200


def test_host_name_strips_port_brackets_and_dot():
    assert [host_name(each) for each in (b"A.b:1", b"[::1]:5", b"a.", b"")] == ["a.b", "::1", "a", ""]


def test_an_unknown_path_is_404_and_a_wrong_method_405_with_allow(http):
    assert http.get("/v2/nothing").status_code == 404
    answer = http.delete("/v1/sessions")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert http.patch("/events").headers["Allow"] == "POST, PUT"


def test_there_are_no_cors_headers(http):
    answer = http.options(
        "/v1/sessions", headers={"Origin": "http://evil.example", "Access-Control-Request-Method": "POST"}
    )

    assert answer.status_code == 405
    assert not [name for name in answer.headers if name.startswith("access-control")]


def test_static_paths_win_over_templates(http):
    assert http.get("/v1/events/schema").json()["mappings"] == {}


def test_strict_turns_lint_into_400():
    with LocalServer(strict=True) as server, httpx.Client(headers={"Authorization": "Bearer x"}) as http:
        lenient = http.post(f"{server.url}/v1/sessions", json={"start_time": "now"})
        exact = http.post(f"{server.url}/v1/sessions", json={"start_time": 1})

    assert (lenient.status_code, exact.status_code) == (400, 200)
    assert "HoneyHive-Lint" not in exact.headers
