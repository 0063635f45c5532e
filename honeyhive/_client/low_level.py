"""The low-level client with the keys, the hosts and the connections of a HoneyHive client."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field
from honeyhive_api.client import AuthenticatedClient

from .._core.errors import ConfigurationError
from .._http.transport import HEADERS, AsyncHttpClient, SyncHttpClient, refuse_closed

if TYPE_CHECKING:
    from .async_client import AsyncHoneyHive
    from .base import Client
    from .sync_client import HoneyHive


class _Borrowed(AuthenticatedClient):
    """A low-level client on the connections of a facade, which it neither opens, closes nor replaces."""

    def set_httpx_client(self, client: Any) -> Self:  # noqa: ARG002 - as in the base class
        """Raise ConfigurationError: the facade has the connections."""
        raise ConfigurationError("low_level sends with the client of HoneyHive; pass http_client= to HoneyHive")

    def set_async_httpx_client(self, async_client: Any) -> Self:  # noqa: ARG002 - as in the base class
        """Raise ConfigurationError: the facade has the connections."""
        raise ConfigurationError("low_level sends with the client of AsyncHoneyHive; pass http_client= to it")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *args: object) -> None:
        """Leave the connections to the facade."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *args: object) -> None:
        """Leave the connections to the facade."""


def _usable(facade: "Client[Any, Any]", transport: Callable[[], Any]) -> Any:
    """Return the httpx client of the facade. Raises ConfigurationError if either is closed."""
    facade._refuse_closed()
    found = transport()
    refuse_closed(found.client, is_own=found.is_own)
    return found.client


@define(kw_only=True, slots=False)
class SyncLowLevel(_Borrowed):
    """For ``sync`` and ``sync_detailed``."""

    _facade: "HoneyHive" = field(alias="facade", repr=False, eq=False)

    def get_httpx_client(self) -> SyncHttpClient:
        """Return the ``httpx.Client`` of this process."""
        client: SyncHttpClient = _usable(self._facade, self._facade._transport)
        return client

    def get_async_httpx_client(self) -> AsyncHttpClient:
        """Raise ConfigurationError: a HoneyHive client has no event loop."""
        raise ConfigurationError("HoneyHive.low_level has no asyncio functions; use AsyncHoneyHive.low_level")

    def _builder(self, client: Any) -> Callable[..., Any]:  # noqa: ARG002 - the transport knows how its client builds
        return self._facade._transport().build


@define(kw_only=True, slots=False)
class AsyncLowLevel(_Borrowed):
    """For ``asyncio`` and ``asyncio_detailed``."""

    _facade: "AsyncHoneyHive" = field(alias="facade", repr=False, eq=False)

    def get_httpx_client(self) -> SyncHttpClient:
        """Raise ConfigurationError: an AsyncHoneyHive client does not block."""
        raise ConfigurationError("AsyncHoneyHive.low_level has no sync functions; use HoneyHive.low_level")

    def _builder(self, client: Any) -> Callable[..., Any]:
        return self._facade._builder(client)

    async def _connected(self) -> AsyncHttpClient:
        self._facade._refuse_closed()
        found = await self._facade._transport()
        refuse_closed(found.client, is_own=found.is_own)
        return found.client


def arguments_of(facade: "Client[Any, Any]") -> dict[str, Any]:
    """Return the arguments of the low-level client that has the settings of a facade."""
    settings = facade._settings
    return {
        "facade": facade,
        "tokens": {kind.scheme: key for kind, key in settings.keys.items()},
        "base_url": settings.fallback_url,
        "base_urls": {host: url for host, url in settings.urls.items() if url},
        "allow_http": True,  # the settings have been checked
        "headers": {name.decode(): value.decode() for name, value in HEADERS.items()},
        "timeout": (settings.connect_timeout, settings.timeout, settings.timeout, settings.timeout),
    }
