"""Fixtures: a local server, a client for this server, and evaluate() without output."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from honeyhive import HoneyHive, evaluate
from honeyhive.experiments import Experiment
from honeyhive_server import LocalServer


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with LocalServer() as server:
        yield server
        assert server.violations == []


@pytest.fixture
def hh(server: LocalServer) -> Iterator[HoneyHive]:
    with HoneyHive(api_key="hh_test", base_url=server.url) as hh:
        yield hh


@pytest.fixture
def run(hh: HoneyHive, tmp_path: Path) -> Callable[..., Experiment]:
    """Return evaluate() with the client and a folder for journals already passed."""
    return partial(evaluate, client=hh, journal_dir=tmp_path / "runs", progress=False, table=False)
