"""The same recorded requests give equal responses on both engines, except for new ids and the current time."""

import json
import re
from pathlib import Path

import httpx
import pytest

from honeyhive_server import LocalServer

KEY = {"Authorization": "Bearer hh_test"}
REQUESTS = [json.loads(line) for line in (Path(__file__).parent / "replay" / "requests.jsonl").read_text().splitlines()]
SENT = json.dumps(REQUESTS)
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NOW = 1_790_000_000_000


def answers(database):
    """Return (status, lint, decoded body) of each response, with values that differ between runs replaced."""
    with LocalServer(database=database) as server, httpx.Client(base_url=server.url, headers=KEY) as http:
        found = [http.request(method, path, json=body) for method, path, body in REQUESTS]
        assert server.violations == []
    known: dict[str, str] = {}
    return [
        (
            answer.status_code,
            answer.headers.get("HoneyHive-Lint"),
            normal(answer.json() if answer.content else None, known),
        )
        for answer in found
    ]


def normal(value, known):
    """Return the value with each new id numbered in order of appearance, and the current time as "now"."""
    if isinstance(value, dict):
        return {key: normal(each, known) for key, each in value.items()}
    if isinstance(value, list):
        return [normal(each, known) for each in value]
    if isinstance(value, str) and UUID.fullmatch(value) and value not in SENT:
        return known.setdefault(value, f"new id {len(known)}")
    if isinstance(value, int | float) and value > NOW and value < 2 * NOW:
        return "now"
    return repr(value) if isinstance(value, float) else value  # as text, because 1.0 == 1 and 0.0 == -0.0


def test_both_engines_give_the_same_responses(tmp_path, postgresql):
    one, other = answers(str(tmp_path / "h.db")), answers(postgresql)

    for request, left, right in zip(REQUESTS, one, other, strict=True):
        assert left == right, request
    assert json.dumps(one) == json.dumps(other)  # the order of the keys has to be the same, too


@pytest.mark.parametrize("status", [200, 400, 404, 405])
def test_the_recorded_requests_cover_the_status(tmp_path, status):
    assert status in {each[0] for each in answers(str(tmp_path / "h.db"))}
