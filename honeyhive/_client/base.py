"""Base class of both clients: constructor and the shared part of a call."""

import warnings
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, Literal, TypeVar, Unpack

from honeyhive_api.connection import HOSTS
from honeyhive_api.keys import ApiKey, seal

from .._core.errors import ConfigurationError, UnknownKeyWarning
from .._core.key_kinds import PROJECT, SPECIAL
from .._core.settings import FilePath, resolved, resolved_tls
from .._tracing.loading import loading
from .._tracing.tracing import Tracing

if TYPE_CHECKING:
    import asyncio

    from honeyhive_api.connection import Connection
    from honeyhive_api.types import Operation, Request

    from .._core.exchange import Call
    from .._core.paging import Cursor
    from .._http.background import BackgroundConnection
    from .._http.transport import SyncHttpClient
    from .._tracing.delivery.worker import Connect
    from .._tracing.tracer import Options

T = TypeVar("T")
ItemT = TypeVar("ItemT")
HttpClientT = TypeVar("HttpClientT")
TransportT = TypeVar("TransportT")


class Client(Tracing, Generic[HttpClientT, TransportT]):
    """Base class of both clients; it loads nothing heavy."""

    _http_client_kind: ClassVar[str]

    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str | None = None,
        timeout: float = 30.0,
        connect_timeout: float = 5.0,
        max_retries: int = 2,
        http_client: HttpClientT | None = None,
        allow_http: bool | None = None,
        tracing: "Options | None" = None,
        spool: FilePath | Literal[False] | None = None,
        ca_file: FilePath | None = None,
        client_certificate: FilePath | tuple[FilePath, FilePath] | None = None,
        verify: bool = True,
        **connection: "Unpack[Connection]",
    ) -> None:
        # First of all, so that no key is in a frame of an error that is raised below.
        keys, urls = _separated(api_key, connection)
        del api_key
        self._closed = False
        self._transports: dict[Any, TransportT] = {}
        self._opening: dict[Any, asyncio.Future[TransportT]] = {}
        self._settings = resolved(
            keys=keys,
            urls=urls,
            base_url=base_url,
            allow_http=allow_http,
            timeout=timeout,
            connect_timeout=connect_timeout,
            max_retries=max_retries,
            tls=resolved_tls(verify, ca_file, client_certificate),
            spool=spool,
        )
        if http_client is not None:
            if not verify or ca_file or client_certificate:
                raise ConfigurationError("http_client has its own TLS: set verify, ca_file and the like on it")
            from .._http.transport import check_http_client

            check_http_client(http_client, self._http_client_kind)
        self._http_client = http_client
        self._tracing_options = tracing
        if not verify:
            warnings.warn("verify=False: whoever is on the way to the API can read the key; try ca_file=", stacklevel=2)
        if self._settings.spool is not None:
            self._open_spool(self._settings.spool)

    def _prepared_raw(
        self, method: str, path: str, host: str, params: Mapping[str, Any] | None, json: Any, timeout: float | None
    ) -> "Call[Any]":
        self._refuse_closed()
        loading.watch()
        from .._core.prepare import prepare_raw

        return prepare_raw(method, path, host, params, json, timeout, self._settings)

    def _requested(
        self, operation: "Operation", build: "Callable[..., Request[T, Any]]", arguments: Mapping[str, Any]
    ) -> "Request[T, Any]":
        from .._core.arguments import requested

        return requested(operation, build, arguments)

    def _prepared(self, request: "Request[T, Any]", arguments: Mapping[str, Any]) -> "Call[T]":
        """Return the checked call of a request; the arguments are those of the method, for its options."""
        self._refuse_closed()
        loading.watch()
        from .._core.prepare import prepare

        return prepare(request, arguments.get("extra_body"), arguments["timeout"], self._settings)

    def _cursor(
        self, request: "Request[T, Any]", arguments: Mapping[str, Any], items: "Callable[[T], list[ItemT]]"
    ) -> "Cursor[ItemT]":
        """Return the position of an iteration over pages; the request of the first page is checked at once."""
        from .._core.paging import Cursor

        paging = request.operation.paging
        if paging is None:
            raise TypeError(f"{request.operation.id} is not paginated")
        cursor = Cursor(request, paging, lambda data: items(request.read(data)))
        _warn(self._prepared(cursor.request(), arguments), stacklevel=5)
        return cursor

    def _background(self, http_client: "SyncHttpClient | None") -> "Connect":
        """How tracing opens its connection; it refers to the settings, never to the client."""
        settings = self._settings

        def connect() -> "BackgroundConnection":
            from .._http.background import BackgroundConnection

            return BackgroundConnection(settings, http_client)

        return connect

    def _refuse_closed(self) -> None:
        if self._closed:
            raise ConfigurationError("this client is closed: make a new one")

    def __repr__(self) -> str:
        settings = getattr(self, "_settings", "not set up")  # as while a setting is being refused
        return f"<{type(self).__name__}: {settings!r}{', closed' if self._closed else ''}>"


def _separated(api_key: Any, connection: Any) -> tuple[dict[str, ApiKey | None], dict[str, Any]]:
    """Take the keys, each sealed, and the URLs out of the arguments. Raises TypeError for any other argument."""
    keys = {PROJECT.argument: seal(api_key)}
    del api_key
    keys |= {kind.argument: seal(connection.pop(kind.argument, None)) for kind in SPECIAL}
    urls = {host.argument: connection.pop(host.argument, None) for host in HOSTS.values()}
    unknown = list(connection)
    connection.clear()  # a misspelt name may come with a key
    if unknown:
        from difflib import get_close_matches
        from inspect import signature

        known = [*keys, *urls, *signature(Client.__init__).parameters]
        nearest = get_close_matches(unknown[0], known, 1)
        hint = f"; did you mean {nearest[0]}=?" if nearest else ""
        raise TypeError(f"unexpected keyword argument {unknown[0]!r}{hint}")
    return keys, urls


_MOST_WARNED: Final = 1_000
_WARNED: Final[set[str]] = set()
"""The messages about unknown keys, each of which is a warning once in a process."""


def _warn(call: "Call[Any]", stacklevel: int = 4) -> None:
    """Emit the warnings of a call on the caller's line."""
    for notice in call.notices:
        is_known = notice.message in _WARNED or len(_WARNED) >= _MOST_WARNED
        if notice.category is UnknownKeyWarning and is_known:
            continue
        warnings.warn(notice.message, notice.category, stacklevel=stacklevel)
        if notice.category is UnknownKeyWarning:
            _WARNED.add(notice.message)  # after the warning, which raises where warnings are errors
