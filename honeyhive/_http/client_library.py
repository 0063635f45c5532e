"""The library of an application's client: httpx, or httpx2, which has the same interface but its own classes."""

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any, Final, Protocol

import httpx

from .._core.errors import ConfigurationError

_NAMES: Final = ("httpx", "httpx2")


class SyncClientLike(Protocol):
    """An ``httpx.Client`` or an ``httpx2.Client``."""

    @property
    def is_closed(self) -> bool:
        """True once the client is closed."""

    def close(self) -> None:
        """Close the connections."""

    def send(self, request: Any, *, stream: bool = ...) -> Any:
        """Send a request that was built by the same library, and return the response."""


class AsyncClientLike(Protocol):
    """An ``httpx.AsyncClient`` or an ``httpx2.AsyncClient``."""

    @property
    def is_closed(self) -> bool:
        """True once the client is closed."""

    async def aclose(self) -> None:
        """Close the connections."""

    async def send(self, request: Any, *, stream: bool = ...) -> Any:
        """Send a request that was built by the same library, and return the response."""


def library_of(client: object) -> ModuleType:
    """Return the module of the client's class, httpx or httpx2, which the application has imported."""
    for kind in type(client).__mro__:
        name = kind.__module__.partition(".")[0]
        if name in _NAMES:
            return sys.modules[name]
    return httpx


def check_http_client(client: object, kind: str) -> None:
    """Raise ConfigurationError unless the user's client is a client of this kind of httpx or httpx2."""
    if not isinstance(client, getattr(library_of(client), kind)):
        raise ConfigurationError(
            f"http_client must be an httpx.{kind} or an httpx2.{kind}, "
            f"not {type(client).__module__}.{type(client).__qualname__}: "
            "HoneyHive takes a Client, AsyncHoneyHive an AsyncClient"
        )


def builder(client: Any) -> Callable[..., Any]:
    """Return the function that builds requests with the headers and parameters of the user's client."""
    library: Any = library_of(client)

    def build(method: str, url: httpx.URL | str, **rest: Any) -> Any:
        own = url if library is httpx else str(url)
        # Without params=, httpx would replace the query of the URL by the parameters of the client.
        query = library.URL(own).params if client.params else None
        return client.build_request(method, own, params=query, **rest)

    return build
