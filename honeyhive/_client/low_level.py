"""Low-level clients with the keys, hosts and connections of a HoneyHive client."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field
from honeyhive_api.client import AuthenticatedClient
from honeyhive_api.encoding import query_string

from .._core.errors import ConfigurationError
from .._http.transport import HEADERS, AsyncHttpClient, SyncHttpClient, closed_error, with_headers

if TYPE_CHECKING:
    from .async_calls import AsyncCalls
    from .calls import Calls
    from .sync_calls import SyncCalls


class _Borrowed(AuthenticatedClient):
    """A low-level client that uses the connections of another client; it does not open, close or replace them."""

    def set_httpx_client(self, client: Any) -> Self:  # noqa: ARG002 - as in the base class
        """Raise ConfigurationError: the connections are those of another client."""
        raise ConfigurationError("low_level uses the connections of HoneyHive; pass http_client= to that client")

    def set_async_httpx_client(self, async_client: Any) -> Self:  # noqa: ARG002 - as in the base class
        """Raise ConfigurationError: the connections are those of another client."""
        raise ConfigurationError("low_level uses the connections of AsyncHoneyHive; pass http_client= to that client")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *args: object) -> None:
        """Leave the connections open."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *args: object) -> None:
        """Leave the connections open."""


def _usable(calls: "Calls", transport: Any) -> Any:
    """Return the httpx client of a transport. Raises ConfigurationError if this or the HoneyHive client is closed."""
    calls.refuse_closed()
    if transport.client.is_closed:
        raise closed_error(is_own=transport.is_own)
    return transport.client


def _with_query(build: Callable[..., Any], query: Mapping[str, Any]) -> Callable[..., Any]:
    """Return a request builder that adds these query parameters."""
    text = query_string(query)

    def with_query(method: str, url: str, **rest: Any) -> Any:
        return build(method, f"{url}{'&' if '?' in url else '?'}{text}", **rest)

    return with_query if text else build


@define(kw_only=True, slots=False)
class SyncLowLevel(_Borrowed):
    """Low-level client for ``sync`` and ``sync_detailed``."""

    _calls: "SyncCalls" = field(alias="calls", repr=False, eq=False)

    def get_httpx_client(self) -> SyncHttpClient:
        """Return the ``httpx.Client`` of this process."""
        client: SyncHttpClient = _usable(self._calls, self._calls.transport())
        return client

    def get_async_httpx_client(self) -> AsyncHttpClient:
        """Raise ConfigurationError: a HoneyHive client has no event loop."""
        raise ConfigurationError("HoneyHive.low_level has no asyncio functions; use AsyncHoneyHive.low_level")

    def _builder(self, client: Any) -> Callable[..., Any]:  # noqa: ARG002 - the transport knows how its client builds
        return _with_query(self._calls.transport().build, self._calls.settings.query)


@define(kw_only=True, slots=False)
class AsyncLowLevel(_Borrowed):
    """Low-level client for ``asyncio`` and ``asyncio_detailed``."""

    _calls: "AsyncCalls" = field(alias="calls", repr=False, eq=False)

    def get_httpx_client(self) -> SyncHttpClient:
        """Raise ConfigurationError: an AsyncHoneyHive client does not block."""
        raise ConfigurationError("AsyncHoneyHive.low_level has no sync functions; use HoneyHive.low_level")

    def _builder(self, client: Any) -> Callable[..., Any]:
        # The user's client adds its own headers. All loops are searched, because this is also called outside of a loop.
        build: Callable[..., Any] = next(one.build for one in self._calls.transports.values() if one.client is client)
        return _with_query(build, self._calls.settings.query)

    async def _connected(self) -> AsyncHttpClient:
        client: AsyncHttpClient = _usable(self._calls, await self._calls.transport())
        return client


def arguments_of(calls: "Calls") -> dict[str, Any]:
    """Return the arguments of a low-level client with the settings of a client. Raises ConfigurationError if closed."""
    calls.refuse_closed()
    settings = calls.settings
    return {
        "calls": calls,
        "tokens": {kind.scheme: key for kind, key in settings.keys.items()},
        "base_urls": settings.urls,
        "allow_http": True,  # already checked by the constructor
        "headers": {name.decode(): value.decode() for name, value in with_headers(HEADERS, settings.headers).items()},
        "timeout": settings.step_timeouts or (settings.connect_timeout, *[settings.timeout] * 3),
    }
