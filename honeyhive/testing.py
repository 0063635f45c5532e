"""A local HoneyHive server for tests, and assertions about traces.

>>> from honeyhive.testing import LocalServer
>>> with LocalServer() as server:  # doctest: +SKIP
...     HoneyHive(api_key="hh_test", base_url=server.url).sessions.create(session_name="x")

pytest users get the same server as the fixture ``honeyhive_server``. It needs the extra ``server``; ``assert_trace()``
needs none.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from honeyhive_server import LocalServer

    from ._experiments.golden_trace import assert_trace

__all__ = ["LocalServer", "assert_trace"]


def __getattr__(name: str) -> Any:
    """Load the server when it is first used: its libraries take a while."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "assert_trace":
        from ._experiments.golden_trace import assert_trace

        return assert_trace
    import honeyhive_server

    return getattr(honeyhive_server, name)
