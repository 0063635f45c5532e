"""The pytest plugin: a fixture `honeyhive_server`. It loads nothing until a test asks for it."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honeyhive_server import LocalServer


@pytest.fixture
def honeyhive_server() -> "Iterator[LocalServer]":
    """A local HoneyHive with an empty store, for this test only."""
    from honeyhive_server import LocalServer

    with LocalServer() as server:
        yield server
