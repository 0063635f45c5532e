"""Limits of the time and size of a request's head. uvicorn itself closes idle connections."""

from typing import TYPE_CHECKING, Any, Final

from .h2c import UpgradeIgnoringProtocol

if TYPE_CHECKING:
    import asyncio

HEAD_TIMEOUT: Final = 10.0
"""Seconds from the first byte of a request, or from the opening of the connection, to the end of the head."""
MAX_HEAD: Final = 64 * 1024
"""Maximum bytes of a head before the data that contains its end."""
_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
_TOO_SLOW = b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class HeadLimitingProtocol(UpgradeIgnoringProtocol):
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
        """Stop waiting."""
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Parse the data, and count its bytes while they belong to a head."""
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
