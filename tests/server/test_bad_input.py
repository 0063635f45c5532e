"""Invalid and extreme input gives a documented error, or is repaired. It never gives a 500 or damages the database."""

import json
import socket

import pytest

from honeyhive_server.services.session_tree import MAX_DEPTH

LEAST = {"event_type": "tool", "inputs": {}}
HEADERS = {"Content-Type": "application/json"}


def event_with(value: str) -> bytes:
    return b'{"event_type":"tool","inputs":{"x":%s}}' % value.encode()


@pytest.mark.parametrize(
    "content",
    [
        event_with("NaN"),
        event_with("Infinity"),
        event_with("1e400"),
        event_with('"\\ud800"'),
        event_with("[" * 10_000 + "]" * 10_000),
        event_with("[" * 500 + "]" * 500),
        event_with('{"a":' * 300 + "1" + "}" * 300),
        event_with("9" * 5000),
        event_with('"text')[:-2],
        event_with('"\\x"'),
        b'{"event_type":"tool","inputs":{"x":"\xff"}}',
        b'{"event_type":"tool","inputs":{"x":"\x00"}}',
        b"\xef\xbb\xbf{}",
        b"",
        b"null",
        b"{}{}",
    ],
)
def test_invalid_or_unstorable_json_is_400(http, server, content):
    answer = http.post("/v1/events", content=content, headers=HEADERS)

    assert answer.status_code == 400
    assert answer.json()["success"] is False
    assert server.events() == []


@pytest.mark.parametrize("number", [2**63 - 1, -(2**63), 2**64 - 1])
def test_integers_up_to_64_bits_are_kept(http, server, number):
    http.post("/v1/events", content=event_with(str(number)), headers=HEADERS)

    assert server.events()[0]["inputs"] == {"x": number}


def test_integers_beyond_64_bits_become_the_nearest_double(http, server):
    assert http.post("/v1/events", content=event_with("1" + "0" * 30), headers=HEADERS).status_code == 200

    assert server.events()[0]["inputs"] == {"x": 1e30}


@pytest.mark.parametrize("key", ["start_time", "end_time", "duration"])
@pytest.mark.parametrize("number", [10**30, -(10**300), 2**64 - 1, 1e308])
def test_times_of_any_size_are_stored(post, server, key, number):
    post("/v1/events", {**LEAST, key: number})

    assert float(server.events()[0][key]) == float(number)


def test_nul_becomes_u_fffd(http, server):
    sent = {**LEAST, "inputs": {"a\0b": "\0", "c": "\\u0000", "d": "\\\0"}}

    answer = http.post("/v1/events", json=sent)

    assert answer.status_code == 200
    assert "NUL" in answer.headers["HoneyHive-Lint"]
    assert server.events()[0]["inputs"] == {"a\ufffdb": "\ufffd", "c": "\\u0000", "d": "\\\ufffd"}


@pytest.mark.parametrize("key", ["session_id", "event_id", "project"])
def test_an_id_or_a_project_that_no_index_takes_is_400(http, server, key):
    event = {**LEAST, "session_id": "ä" * 500, "event_id": "ö" * 500, "project": "ü" * 500}

    answer = http.post("/events/batch", json={"events": [{**event, key: event[key] + "x"}]})
    stored = http.post("/events/batch", json={"events": [event]})

    assert (answer.status_code, answer.json()["message"][: len(key)]) == (400, key)
    assert (stored.status_code, len(server.events())) == (200, 1)


def test_nesting_of_200_levels_is_stored(http, post, server):
    deep: object = 1
    for _ in range(200):
        deep = [deep]

    event_id = post("/v1/events", {**LEAST, "inputs": {"x": deep}})["event_id"]

    assert http.get(f"/v1/events/{event_id}").json()["event"]["inputs"] == {"x": deep}
    assert len(http.get("/session").json()) == 1


@pytest.mark.parametrize("depth", [150, 1000])
def test_a_deep_chain_of_parents_is_flattened_beyond_max_depth(post, http, depth):
    events = [{"event_id": f"e{n}", "parent_id": f"e{n - 1}"} for n in range(depth)]
    post("/session/chain/traces", {"events": events})

    (session,) = http.get("/session").json()

    pending, names, deepest = [(session, 0)], set(), 0
    for node, level in pending:
        names.add(node["event_id"])
        deepest = max(deepest, level)
        pending += [(child, level + 1) for child in node["children"]]
    assert len(pending) == len(names) == depth + 1
    assert deepest + 1 == MAX_DEPTH


def test_parent_id_cycles_are_listed_below_the_session(post, http):
    circle = [
        {"event_id": "a", "parent_id": "b"},
        {"event_id": "b", "parent_id": "a"},
        {"event_id": "c", "parent_id": "c"},
    ]
    post("/session/circle/traces", {"events": circle})

    (session,) = http.get("/session").json()

    names = [child["event_id"] for child in session["children"]]
    assert names == ["a", "c"]
    assert session["children"][0]["children"][0]["event_id"] == "b"


@pytest.mark.parametrize(
    "media_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
def test_other_content_types_are_415(http, media_type):
    answer = http.post("/v1/events", content=json.dumps(LEAST), headers={"Content-Type": media_type})

    assert answer.status_code == 415


@pytest.mark.parametrize(
    "media_type", ["application/json; charset=utf-8", "APPLICATION/JSON", "application/problem+json"]
)
def test_all_spellings_of_the_json_content_type_are_accepted(http, media_type):
    answer = http.post("/v1/events", content=json.dumps(LEAST), headers={"Content-Type": media_type})

    assert answer.status_code == 200


def test_content_encoding_gzip_is_415(http):
    assert http.post("/v1/events", content=b"x", headers={**HEADERS, "Content-Encoding": "gzip"}).status_code == 415


def test_a_body_over_32_mib_is_413_with_or_without_content_length(http, post):
    big = b" " * (32 * 1024 * 1024 + 1)

    assert http.post("/v1/events", content=big, headers=HEADERS).status_code == 413
    chunks = (big[: 1 << 20] for _ in range(40))
    assert http.post("/v1/events", content=chunks, headers=HEADERS).status_code == 413
    assert post("/v1/events", LEAST)["success"] is True


def test_a_truncated_body_stores_nothing_and_the_server_continues(http, post, server):
    port = int(server.url.rpartition(":")[2])
    head = "POST /v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer x\r\nContent-Length: 100\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(head.encode() + b'{"event_type":"tool",')
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(1000) == b""

    post("/v1/events", {**LEAST, "event_name": "after"})
    assert [event["event_name"] for event in server.events()] == ["after"]


def test_a_body_of_many_mib_is_stored(post, http):
    text = "x" * (8 * 1024 * 1024)

    event_id = post("/v1/events", {**LEAST, "inputs": {"text": text}})["event_id"]

    assert http.get(f"/v1/events/{event_id}").json()["event"]["inputs"]["text"] == text


@pytest.mark.parametrize(
    "extra", [{"parent_id": 5}, {"children_ids": [1]}, {"project_id": {}}, {"org_id": 1}, {"children_ids": "x"}]
)
def test_undocumented_field_types_that_no_response_allows_are_400(http, server, extra):
    assert http.post("/session/s/event", json=extra).status_code == 400
    assert server.events() == []


@pytest.mark.parametrize("path", ["/session/%00/event", "/session/a%0ab/event", "/session//event"])
def test_an_empty_path_parameter_or_one_with_control_characters_is_400(http, path):
    assert http.post(path, json={}).status_code == 400


@pytest.mark.parametrize("query", ["limit=%00", "query=%ff", "project=%00", "limit=" + "9" * 5000, "limit=²", "&&==&a"])
def test_query_strings_of_arbitrary_bytes_are_never_500(http, query):
    assert http.get(f"/session?{query}").status_code in (200, 400)
