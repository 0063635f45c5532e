"""A real HoneyHive on this machine: the operations of the document but the control plane's, on a real database.

In a test: `with LocalServer() as server: HoneyHive(api_key="hh_test", base_url=server.url)`.
At a terminal: `honeyhive serve`, or `python -m honeyhive.server`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .app import create_app
    from .local import LocalServer

__all__ = ["LocalServer", "create_app"]

_HOMES = {"LocalServer": ".local", "create_app": ".app"}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used, since the server's libraries take a while."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name], __name__), name)
