"""HTTP/1.1 for clients that ask to go over to another protocol: they are answered as if they had not asked.

Java's HttpClient asks for HTTP/2 in clear text in every request. RFC 9110, 7.8, lets a server ignore that; the parser
of uvicorn stops reading at the end of the head instead, so that the body would be lost.
"""

from typing import Any

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

Headers = list[tuple[bytes, bytes]]

_ASKS = (b"upgrade", b"http2-settings")


class Http(HttpToolsProtocol):
    """uvicorn's protocol over a parser that reads on."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._reader = _Parser(self)
        self.parser: Any = self._reader

    def on_headers_complete(self) -> None:
        """Start to answer, unless the head comes again without its question."""
        if not self._reader.asks():
            super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Note that the body is whole."""
        if not self._reader.asks():
            super().on_message_complete()


class _Parser:
    """The parser of httptools, begun anew after a head that asks for another protocol."""

    def __init__(self, protocol: Http) -> None:
        self._protocol = protocol
        self._begin()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._parser, name)

    def asks(self) -> bool:
        """Whether the head asks for another protocol; CONNECT asks for something else."""
        return self._parser.should_upgrade() and self._parser.get_method() != b"CONNECT"

    def feed_data(self, data: bytes) -> None:
        """Read on. Raises httptools.HttpParserError."""
        while data:
            try:
                self._parser.feed_data(data)
            except httptools.HttpParserUpgrade as upgrade:
                if not self.asks():
                    raise
                data = self._head() + data[upgrade.args[0] :]
                self._begin()
            else:
                return

    def _begin(self) -> None:
        self._parser = httptools.HttpRequestParser(self._protocol)
        # As uvicorn does: a client may send more after it said that it closes.
        self._parser.set_dangerous_leniencies(lenient_data_after_close=True)

    def _head(self) -> bytes:
        """The head that was read, without its question."""
        target = b"%s %s" % (self._parser.get_method(), self._protocol.url)
        line = b"%s HTTP/%s" % (target, self._parser.get_http_version().encode())
        headers = [b"%s: %s" % header for header in _without_upgrade(self._protocol.headers)]
        return b"\r\n".join([line, *headers, b"", b""])


def _without_upgrade(headers: Headers) -> Headers:
    kept = [(name, value) for name, value in headers if name not in (*_ASKS, b"connection")]
    tokens = [token.strip() for name, value in headers if name == b"connection" for token in value.split(b",")]
    rest = b", ".join(token for token in tokens if token.lower() not in _ASKS)
    return [*kept, (b"connection", rest)] if rest else kept
