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
        self.begin()

    def begin(self) -> "_Parser":
        """Read with a new parser from now on, which this gives."""
        self.parser: _Parser = _Parser(self)
        # As uvicorn does: a client may send more after it said that it closes.
        self.parser.set_dangerous_leniencies(lenient_data_after_close=True)
        return self.parser

    def on_headers_complete(self) -> None:
        """Start to answer, unless the head comes again without its question."""
        if not self.parser.asks():
            super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Note that the body is whole."""
        if not self.parser.asks():
            super().on_message_complete()


class _Parser(httptools.HttpRequestParser):
    """The parser of httptools, which is followed by another one after a head that asks for another protocol."""

    def __init__(self, protocol: Http) -> None:
        super().__init__(protocol)
        self._protocol = protocol

    def asks(self) -> bool:
        """Whether the head asks for another protocol; CONNECT asks for something else."""
        return self.should_upgrade() and self.get_method() != b"CONNECT"

    def feed_data(self, data: Any) -> None:
        """Read on. Raises httptools.HttpParserError."""
        parser = self
        while data:
            try:
                super(_Parser, parser).feed_data(data)
            except httptools.HttpParserUpgrade as upgrade:
                if not parser.asks():
                    raise
                data = parser._head() + bytes(data[upgrade.args[0] :])
                parser = self._protocol.begin()
            else:
                return

    def _head(self) -> bytes:
        """The head that was read, without its question."""
        target = b"%s %s" % (self.get_method(), self._protocol.url)
        line = b"%s HTTP/%s" % (target, self.get_http_version().encode())
        headers = [b"%s: %s" % header for header in _without_upgrade(self._protocol.headers)]
        return b"\r\n".join([line, *headers, b"", b""])


def _without_upgrade(headers: Headers) -> Headers:
    kept = [(name, value) for name, value in headers if name not in (*_ASKS, b"connection")]
    tokens = [token.strip() for name, value in headers if name == b"connection" for token in value.split(b",")]
    rest = b", ".join(token for token in tokens if token.lower() not in _ASKS)
    return [*kept, (b"connection", rest)] if rest else kept
