# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Low-level client: sends a request and returns its response, without retries and argument checks."""

import json
import ssl
from collections.abc import Callable, Mapping
from copy import copy
from http.cookiejar import CookieJar, DefaultCookiePolicy
from importlib import import_module
from threading import Lock
from typing import Any, Self, TypeVar

import httpx
from attrs import define, field

from .base_urls import check_base_url
from .checked_settings import check_values, merged_headers, sealed_keys
from .connection import DEFAULT_SCHEME, HOSTS, SCHEMES
from .errors import ConfigurationError, UnexpectedReply, UnexpectedStatus
from .keys import ApiKey, seal
from .paths import render
from .types import UNSET, Request, Response, Unset
from .wire import body_of, headers_of, query_of

T = TypeVar("T")
E = TypeVar("E")
_TIMEOUT = httpx.Timeout(30.0, connect=5.0)


@define
class _Connections:
    """The httpx clients, created on first use and shared by all copies of a client."""

    blocking: httpx.Client | None = None
    asynchronous: httpx.AsyncClient | None = None
    lock: Lock = field(factory=Lock)


def _checked_timeout(timeout: Any) -> Any:
    """Convert a timeout to the dict that httpx keeps in a request. Raises ConfigurationError."""
    if timeout is UNSET:
        return timeout
    try:
        found = httpx.Timeout(timeout).as_dict()
    except (TypeError, ValueError):
        found = {"": -1}
    if not all(one is None or (isinstance(one, int | float) and one > 0) for one in found.values()):
        forms = "None, a positive number of seconds or an httpx.Timeout"
        raise ConfigurationError(f"must be {forms}, not {timeout!r}", argument="timeout")
    return found


@define(kw_only=True, slots=False)
class Client:
    """A client without a key. Each operation is sent to its own host.

    ``base_url`` replaces the URLs of all hosts, ``base_urls`` those of some hosts (``{"v1": "https://..."}``).
    ``timeout`` is an ``httpx.Timeout`` or a number of seconds (default 30, 5 to connect). ``httpx_args`` are further
    arguments for ``httpx.Client`` and ``httpx.AsyncClient``. Calls raise ``httpx.HTTPError`` if there is no response.
    Redirects are never followed.
    """

    raise_on_unexpected_status: bool = False
    """True to raise ``errors.UnexpectedStatus`` for an undocumented response."""
    _base_url: str | None = field(default=None, alias="base_url")
    _base_urls: Mapping[str, str] = field(factory=dict, alias="base_urls")
    _cookies: Mapping[str, str] = field(factory=dict, alias="cookies", repr=False)
    _headers: Mapping[str, str] = field(factory=dict, alias="headers", repr=False)
    _timeout: Any = field(default=UNSET, alias="timeout", converter=_checked_timeout)
    _verify_ssl: str | bool | ssl.SSLContext = field(default=True, alias="verify_ssl")
    _allow_http: bool = field(default=False, alias="allow_http")
    _httpx_args: Mapping[str, Any] = field(factory=dict, alias="httpx_args", repr=False)
    _connections: _Connections = field(factory=_Connections, init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if unknown := self._base_urls.keys() - HOSTS.keys():
            raise ConfigurationError(
                f"has the unknown host {min(unknown)!r}", argument="base_urls", hint=f"use {' or '.join(HOSTS)}"
            )
        check_values("headers", self._headers)
        check_values("cookies", self._cookies)
        for source, url in {"base_url": self._base_url, **self._base_urls}.items():
            if url is not None:
                check_base_url(url, source, allow_http=self._allow_http)

    def with_headers(self, headers: Mapping[str, str]) -> Self:
        """Return a copy that also sends these headers, on the same connections."""
        check_values("headers", headers)
        return self._with(_headers=merged_headers(self._headers, headers))

    def with_cookies(self, cookies: Mapping[str, str]) -> Self:
        """Return a copy that also sends these cookies, on the same connections."""
        check_values("cookies", cookies)
        return self._with(_cookies={**self._cookies, **cookies})

    def with_timeout(self, timeout: httpx.Timeout | float | None) -> Self:
        """Return a copy with this timeout, on the same connections."""
        return self._with(_timeout=timeout)

    def set_httpx_client(self, client: httpx.Client) -> Self:
        """Use this ``httpx.Client``, with its headers, cookies and TLS settings."""
        self._connections.blocking = client
        return self

    def set_async_httpx_client(self, async_client: httpx.AsyncClient) -> Self:
        """Use this ``httpx.AsyncClient``, with its headers, cookies and TLS settings."""
        self._connections.asynchronous = async_client
        return self

    def get_httpx_client(self) -> httpx.Client:
        """Return the ``httpx.Client``, created on first use. It never has the key."""
        with self._connections.lock:
            if self._connections.blocking is None:
                self._connections.blocking = httpx.Client(**self._options())
            return self._connections.blocking

    def get_async_httpx_client(self) -> httpx.AsyncClient:
        """Return the ``httpx.AsyncClient``, created on first use. It never has the key."""
        with self._connections.lock:
            if self._connections.asynchronous is None:
                self._connections.asynchronous = httpx.AsyncClient(**self._options())
            return self._connections.asynchronous

    def send(self, request: Request[T, E]) -> Response[T | E]:
        """Send the result of a ``build_request`` and return the response."""
        client = self.get_httpx_client()
        try:
            response = client.send(self._built(self._builder(client), request), follow_redirects=False, auth=None)
        except BaseException as caught:
            failure = _without_key(caught)
        else:
            return self._response(request, response)
        raise failure

    async def send_async(self, request: Request[T, E]) -> Response[T | E]:
        """Send the result of a ``build_request`` and return the response."""
        client = await self._connected()
        try:
            built = self._built(self._builder(client), request)
            response = await client.send(built, follow_redirects=False, auth=None)
        except BaseException as caught:
            failure = _without_key(caught)
        else:
            return self._response(request, response)
        raise failure

    def __enter__(self) -> Self:
        self.get_httpx_client().__enter__()
        return self

    def __exit__(self, *args: Any) -> None:
        self.get_httpx_client().__exit__(*args)

    async def __aenter__(self) -> Self:
        await self.get_async_httpx_client().__aenter__()
        return self

    async def __aexit__(self, *args: Any) -> None:
        await self.get_async_httpx_client().__aexit__(*args)

    def _options(self) -> dict[str, Any]:
        # Copies share the connections, so a cookie of one caller must not be sent for another.
        no_cookies = CookieJar(DefaultCookiePolicy(allowed_domains=()))
        return {"verify": self._verify_ssl, "timeout": _TIMEOUT, "cookies": no_cookies, **self._httpx_args}

    def _builder(self, client: Any) -> Callable[..., httpx.Request]:
        build: Callable[..., httpx.Request] = client.build_request
        return build

    async def _connected(self) -> httpx.AsyncClient:
        return self.get_async_httpx_client()

    def _with(self, **changes: Any) -> Self:
        other = copy(self)
        for name, value in changes.items():
            setattr(other, name, value)
        return other

    def _key(self, request: Request[Any, Any]) -> tuple[str, str, ApiKey] | None:  # noqa: ARG002 - of the subclass
        """Return (header, prefix, key) for the operation, or None if no key is sent."""
        return None

    def _built(self, build: Callable[..., httpx.Request], request: Request[Any, Any]) -> httpx.Request:
        operation = request.operation
        base = self._base_urls.get(operation.host) or self._base_url or HOSTS[operation.host].url
        query = query_of(operation, request.query)
        content = body_of(operation, request.body)
        key = self._key(request)
        own = {"Accept": "application/json"}
        headers = merged_headers(own, self._headers)
        if request.headers:
            given = headers_of(operation, request.headers)
            check_values("headers", given)
            headers = merged_headers(headers, given)
        if content is not None and "content-type" not in map(str.lower, headers):
            headers["Content-Type"] = "application/json"
        if key is not None:
            headers = merged_headers(headers, {key[0]: ""})
        # The key is revealed only inside this expression, so that no local variable of a frame contains it.
        return build(
            operation.method,
            base.rstrip("/") + render(operation.path, request.path) + (f"?{query}" if query else ""),
            content=content,
            headers=headers if key is None else {**headers, key[0]: key[1] + key[2].reveal()},
            cookies=dict(self._cookies) or None,
            extensions={} if isinstance(self._timeout, Unset) else {"timeout": self._timeout},
        )

    def _response(self, request: Request[T, E], response: httpx.Response) -> Response[T | E]:
        status, content = response.status_code, response.content
        try:
            parsed = _parsed(request, status, content)
        except Exception:  # reading an undocumented body can raise any exception
            pass
        else:
            return Response(status, content, response.headers, parsed)
        if self.raise_on_unexpected_status:
            content = self._redacted(content)  # the body may echo the key, and a traceback would show it
            raise (UnexpectedReply if response.is_success else UnexpectedStatus)(status, content)
        return Response(status, content, response.headers, None)

    def _redacted(self, content: bytes) -> bytes:
        return content


@define(kw_only=True, slots=False)
class AuthenticatedClient(Client):
    """A client with one or more keys. Each key is sent only to the operations that accept it.

    ``token`` is the key of the document's default security scheme. ``tokens`` has keys by security scheme:
    ``{"controlPlaneKey": "..."}``. Raises ConfigurationError if a key is not a valid header value and, before
    anything is sent, if an operation needs a key that the client does not have.
    """

    _token: ApiKey | None = field(default=None, alias="token", converter=seal)
    _tokens: Mapping[str, ApiKey] = field(factory=dict, alias="tokens", converter=sealed_keys)

    def __attrs_post_init__(self) -> None:
        if unknown := self._tokens.keys() - SCHEMES.keys():
            raise ConfigurationError(
                f"has {len(unknown)} unknown keys", argument="tokens", hint=f"use {' or '.join(SCHEMES)}"
            )
        for source, key in self._keys().items():
            if fault := key.fault():
                raise ConfigurationError(fault, argument=f"the token for {source}")
        if not self._keys():
            raise ConfigurationError("AuthenticatedClient needs token= or tokens=", hint="use Client to send no key")
        super().__attrs_post_init__()

    def _keys(self) -> dict[str, ApiKey]:
        return {**({DEFAULT_SCHEME: self._token} if self._token else {}), **self._tokens}

    def _key(self, request: Request[Any, Any]) -> tuple[str, str, ApiKey] | None:
        operation, keys = request.operation, self._keys()
        found = next((scheme for scheme in operation.security if scheme in keys), None)
        if found is None and operation.security:
            needed = " or ".join(f"tokens={{{scheme!r}: ...}}" for scheme in operation.security)
            raise ConfigurationError(f"{operation.id} needs a {' or '.join(operation.security)}", hint=f"pass {needed}")
        return None if found is None else (SCHEMES[found].header, SCHEMES[found].prefix, keys[found])

    def _redacted(self, content: bytes) -> bytes:
        text = content.decode(errors="replace")
        for key in self._keys().values():
            text = key.redact(text)
        return text.encode()


def _parsed(request: Request[Any, Any], status: int, content: bytes) -> Any:
    """Return the parsed reply or documented error. Raises any exception if the response is neither."""
    data = json.loads(content) if content and not content.isspace() else None
    if 200 <= status < 300:
        reply = request.read(data)
        # Readers accept None as an empty body, but null is JSON of another type.
        if data is not None or reply is None or not content.strip():
            return reply
    elif status >= 400 and request.operation.error is not None and isinstance(data, dict):
        return getattr(import_module(f"{__package__}.models"), request.operation.error).from_dict(data)
    raise ValueError


def _without_key(caught: BaseException) -> BaseException:
    """Return the exception without the frames and the request of httpx, which contain the key."""
    caught.__context__ = caught.__cause__ = None
    sent: Any = getattr(caught, "_request", None)
    if type(sent).__module__ in ("httpx", "httpx2"):
        caught.request = type(sent)(sent.method, sent.url)  # type: ignore[attr-defined]
    return caught.with_traceback(None)


__all__ = ["AuthenticatedClient", "Client"]
