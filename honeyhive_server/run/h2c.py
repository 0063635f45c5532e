"""Ignores requests to upgrade to HTTP/2 (h2c), so that such clients are served over HTTP/1.1.

Java's HttpClient asks for HTTP/2 in clear text (h2c) in every request. A server may ignore that (RFC 9110, 7.8), but
uvicorn's parser stops at the end of the head, and the body would be lost.
"""

from typing import Any

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

Headers = list[tuple[bytes, bytes]]

_UPGRADE_HEADERS = (b"upgrade", b"http2-settings")


class UpgradeIgnoringProtocol(HttpToolsProtocol):
    """uvicorn's protocol over a parser that continues after an upgrade request."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.begin()

    def begin(self) -> "_UpgradeIgnoringParser":
        """Start a new parser and return it."""
        self.parser: _UpgradeIgnoringParser = _UpgradeIgnoringParser(self)
        # Like uvicorn: a client may send data after `Connection: close`.
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


class _UpgradeIgnoringParser(httptools.HttpRequestParser):
    """httptools' parser. After a head that requests an upgrade, a new parser replaces it."""

    def __init__(self, protocol: UpgradeIgnoringProtocol) -> None:
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
