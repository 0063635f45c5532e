"""uvicorn's protocol for HTTP/1.1 with limits of time and size for a request's head, and without upgrades to HTTP/2.

uvicorn itself closes idle connections. Java's HttpClient asks for HTTP/2 in clear text (h2c) in every request. A server
may ignore that (RFC 9110, 7.8), but uvicorn's parser stops at the end of the head, and the body would be lost.
"""

from typing import TYPE_CHECKING, Any, Final

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

if TYPE_CHECKING:
    import asyncio

Headers = list[tuple[bytes, bytes]]

HEAD_TIMEOUT: Final = 10.0
"""Maximum seconds from the first byte of a request, or from the connection, to the end of the request's head."""
MAX_HEAD: Final = 64 * 1024
"""Maximum length of a request head in bytes. Bytes that arrive together with the end of the head do not count."""
_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
_TOO_SLOW = b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
_UPGRADE_HEADERS = (b"upgrade", b"http2-settings")


class _UpgradeIgnoringProtocol(HttpToolsProtocol):
    """uvicorn's protocol over a parser that continues after an upgrade request."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.begin()

    def begin(self) -> "_UpgradeIgnoringParser":
        """Start a new parser and return it."""
        self.parser: _UpgradeIgnoringParser = _UpgradeIgnoringParser(self)
        # As in uvicorn, a client may send data after `Connection: close`.
        self.parser.set_dangerous_leniencies(lenient_data_after_close=True)
        return self.parser

    def on_headers_complete(self) -> None:
        """Start the request, unless the head must be parsed again without the upgrade."""
        if not self.parser.wants_upgrade():
            super().on_headers_complete()

    def on_message_complete(self) -> None:
        """End the request's body."""
        if not self.parser.wants_upgrade():
            super().on_message_complete()


class HeadLimitingProtocol(_UpgradeIgnoringProtocol):
    """uvicorn's protocol, which closes a connection whose request head is too large or too slow."""

    head_timeout = HEAD_TIMEOUT

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._head_size = 0
        self._head_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting for a request."""
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Parse the data, and count it while it belongs to a head."""
        if self._head_timer is None and (self.cycle is None or self.cycle.response_complete):
            self._await_head()
        super().data_received(data)
        if self._head_timer is not None:
            self._head_size += len(data)
            if self._head_size > MAX_HEAD:
                self._refuse(_TOO_LARGE)

    def on_headers_complete(self) -> None:
        """Start the request; its head has arrived."""
        self._stop_waiting()
        super().on_headers_complete()

    def _await_head(self) -> None:
        self._head_size = 0
        self._head_timer = self.loop.call_later(self.head_timeout, self._refuse, _TOO_SLOW)

    def _stop_waiting(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _refuse(self, response: bytes) -> None:
        self._stop_waiting()
        if not self.transport.is_closing():
            self.transport.write(response)
            self.transport.close()


class _UpgradeIgnoringParser(httptools.HttpRequestParser):
    """httptools' parser. After a head that requests an upgrade, a new parser replaces it."""

    def __init__(self, protocol: _UpgradeIgnoringProtocol) -> None:
        super().__init__(protocol)
        self._protocol = protocol

    def wants_upgrade(self) -> bool:
        """Return True if the head requests an upgrade. CONNECT does not count."""
        return self.should_upgrade() and self.get_method() != b"CONNECT"

    def feed_data(self, data: Any) -> None:
        """Parse the data. Raises httptools.HttpParserError."""
        parser = self
        while data:
            try:
                super(_UpgradeIgnoringParser, parser).feed_data(data)
            except httptools.HttpParserUpgrade as upgrade:
                if not parser.wants_upgrade():
                    raise
                data = parser._head() + bytes(data[upgrade.args[0] :])
                parser = self._protocol.begin()
            else:
                return

    def _head(self) -> bytes:
        """Return the parsed head without the upgrade headers."""
        target = b"%s %s" % (self.get_method(), self._protocol.url)
        line = b"%s HTTP/%s" % (target, self.get_http_version().encode())
        headers = [b"%s: %s" % header for header in _without_upgrade(self._protocol.headers)]
        return b"\r\n".join([line, *headers, b"", b""])


def _without_upgrade(headers: Headers) -> Headers:
    kept = [(name, value) for name, value in headers if name not in (*_UPGRADE_HEADERS, b"connection")]
    tokens = [token.strip() for name, value in headers if name == b"connection" for token in value.split(b",")]
    rest = b", ".join(token for token in tokens if token.lower() not in _UPGRADE_HEADERS)
    return [*kept, (b"connection", rest)] if rest else kept
