"""A fresh server for each test; at its end every answer it gave must have fitted the document."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from honeyhive.server import LocalServer

KEY = {"Authorization": "Bearer hh_test"}


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with LocalServer() as running:
        yield running

        assert running.violations == []


@pytest.fixture
def http(server: LocalServer) -> Iterator[httpx.Client]:
    """A client of the server that sends a key."""
    with httpx.Client(base_url=server.url, headers=KEY, timeout=30) as client:
        yield client


@pytest.fixture
def post(http: httpx.Client):
    """Post JSON to a path and return the decoded answer; anything but 200 fails the test."""

    def send(path: str, body: Any) -> Any:
        answer = http.post(path, json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return send
