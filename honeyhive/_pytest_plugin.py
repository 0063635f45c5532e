"""The pytest plugin: a fixture ``honeyhive_server`` and a marker ``honeyhive``. Both load nothing before use.

Each test with the marker is a row of an experiment, and its assertion is the score of the row:

    @pytest.mark.honeyhive               # an invariant: a failed assertion fails the test, as always
    @pytest.mark.honeyhive(signal=True)  # a signal: a failed assertion is recorded and shown, as an expected failure
"""

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from honeyhive_server import LocalServer

    from ._experiments.marked_tests import MarkedTests

_UNCONFIGURED = pytest.StashKey[str]()
"""The reason why marked tests are not recorded."""
_TESTS: "pytest.StashKey[MarkedTests]" = pytest.StashKey()


@pytest.fixture
def honeyhive_server() -> "Iterator[LocalServer]":
    """A local HoneyHive server with an empty store, for this test only."""
    from honeyhive_server import LocalServer

    with LocalServer() as server:
        yield server


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker ``honeyhive``."""
    config.addinivalue_line("markers", "honeyhive(signal=False): record the test as a row of an experiment")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> "Generator[None, Any, Any]":
    """Run a marked test as a row of an experiment."""
    marker = item.get_closest_marker("honeyhive")
    if marker is None:
        return (yield)
    tests = _tests(item.config)
    parameters = getattr(getattr(item, "callspec", None), "params", {})
    row = None if tests is None else tests.row(item.nodeid, {key: repr(value) for key, value in parameters.items()})
    if row is not None:
        next(row)
    error: BaseException | None = None
    try:
        return (yield)
    except BaseException as raised:
        error = raised
        if isinstance(raised, AssertionError) and marker.kwargs.get("signal"):
            pytest.xfail(f"signal: {raised}")
        raise
    finally:
        if row is not None:
            with suppress(StopIteration):  # the row ends with its test
                row.send(error)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Complete the experiment run of the marked tests, and show its result."""
    if reason := config.stash.get(_UNCONFIGURED, None):
        terminalreporter.write_line(f"honeyhive: marked tests were not recorded: {reason}")
    if tests := config.stash.get(_TESTS, None):
        terminalreporter.section("honeyhive")
        terminalreporter.write_line(str(tests.finish()))


def _tests(config: pytest.Config) -> "MarkedTests | None":
    """Return the experiment run of this process, begun by its first marked test; None if no client can be made."""
    if _TESTS in config.stash:
        return config.stash[_TESTS]
    if _UNCONFIGURED in config.stash:
        return None
    from ._client import HoneyHive
    from ._core.errors import HoneyHiveError
    from ._experiments.marked_tests import MarkedTests

    try:
        made = MarkedTests(HoneyHive())
    except HoneyHiveError as error:
        config.stash[_UNCONFIGURED] = str(error)
        return None
    return config.stash.setdefault(_TESTS, made)
