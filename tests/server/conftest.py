"""Fixtures: a new server for each test, on both databases. A response that does not fit the document fails the test."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx
import pytest
from sqlalchemy import create_engine

from honeyhive_server import LocalServer
from tests.postgresql import Cluster, require

KEY = {"Authorization": "Bearer hh_test"}
ENGINES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    require()
    # PostgreSQL runs as another user, who may not enter pytest's folder, so the data is elsewhere.
    with TemporaryDirectory(prefix="honeyhive-pg-") as folder:
        running = Cluster(Path(folder), "fsync=off", "max_connections=60")
        running.create()
        running.start()
        yield running
        running.stop()


@pytest.fixture
def postgresql(cluster: Cluster) -> str:
    """Return the URL of an empty PostgreSQL database."""
    return empty(cluster)


@pytest.fixture(scope="module")
def emptied(cluster: Cluster) -> str:
    """Return the URL of the PostgreSQL database that the tests of a module share, emptied for this test."""
    return empty(cluster)


def empty(cluster: Cluster) -> str:
    engine = create_engine(cluster.url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    engine.dispose()
    return cluster.url


@pytest.fixture(params=ENGINES)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the file or URL of an empty database; the test runs once with SQLite and once with PostgreSQL."""
    if request.param == "sqlite":
        return str(tmp_path / "h.db")
    return str(request.getfixturevalue("postgresql"))


@pytest.fixture
def server(database: str) -> Iterator[LocalServer]:
    with LocalServer(database=database) as running:
        yield running

        assert running.violations == []


@pytest.fixture
def http(server: LocalServer) -> Iterator[httpx.Client]:
    """Yield an HTTP client for the server. The client sends a key with each request."""
    with httpx.Client(base_url=server.url, headers=KEY, timeout=30) as client:
        yield client


@pytest.fixture
def post(http: httpx.Client):
    """Return a function that posts JSON and returns the decoded response; any status but 200 fails the test."""

    def send(path: str, body: Any) -> Any:
        answer = http.post(path, json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return send
