"""A local HoneyHive server for tests, the URLs to mock, and assertions about traces.

>>> from honeyhive.testing import LocalServer
>>> with LocalServer() as server:  # doctest: +SKIP
...     HoneyHive(api_key="hh_test", base_url=server.url).sessions.create(session_name="x")

pytest users get the same server as the fixture ``honeyhive_server``. The server needs the extra ``server``;
``assert_trace()`` needs no extra. ``HOST_URLS`` has the base URL of each host by name, for mocks of httpx. There are
recipes in docs/testing.md.
"""

from typing import TYPE_CHECKING, Any, Final

from honeyhive_api.connection import HOSTS

if TYPE_CHECKING:
    from honeyhive_server import LocalServer

    from ._experiments.golden_trace import assert_trace

__all__ = ["HOST_URLS", "LocalServer", "assert_trace"]

HOST_URLS: Final[dict[str, str]] = {name: host.url for name, host in HOSTS.items()}
"""Base URL of each host: "v1", "legacy" and "control_plane"."""


def __getattr__(name: str) -> Any:
    """Load the server when it is first used: its libraries take a while to import."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "assert_trace":
        from ._experiments.golden_trace import assert_trace

        return assert_trace
    import honeyhive_server

    return getattr(honeyhive_server, name)
