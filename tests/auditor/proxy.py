"""TCP proxy between the application and the server, with a fault for each request in the schedule.

It records for each id whether a request with it got a complete response. This distinguishes a record whose reply was
lost from one whose delivery was confirmed.
"""

import asyncio
import gzip
import re
import socket
import struct
from contextlib import suppress
from typing import NamedTuple

from .schedule import Schedule

ID = re.compile(rb"EVT-[0-9a-f]+-\d+-Z")
_LOGIN_PAGE = b"<!doctype html><h1>Log in</h1>"
_REFUSED_DATA = b'{"message":"refused by the gateway"}'
# Number of parts of a slow response, and the pause before each, far shorter than any timeout of the SDKs.
_SLOW_PARTS, _SLOW_SECONDS = 5, 0.04
_LIMIT = 1 << 26


class Request(NamedTuple):
    """The bytes of one HTTP request or response."""

    head: bytes
    body: bytes

    @property
    def first_line(self) -> str:
        """The request line, or the status line."""
        return self.head.partition(b"\r\n")[0].decode("latin-1")

    @property
    def ids(self) -> set[str]:
        """The ids in the request or response."""
        body = gzip.decompress(self.body) if self.body[:2] == b"\x1f\x8b" else self.body
        return {name.decode() for name in ID.findall(body)}


class Proxy:
    """Listens on a free port and forwards requests to the server, unless the schedule has a fault for them."""

    def __init__(self, schedule: Schedule, server_port: int) -> None:
        self._schedule = schedule
        self._server_port = server_port
        self._handlers: set[asyncio.Task[None]] = set()
        self._requests = 0
        self._is_healthy = False
        self.confirmed: dict[str, float] = {}
        """Time on the event loop's clock when a complete response to a request with this id was forwarded.

        It is only set once another request follows on the connection: before that, the application may not have read
        it.
        """
        self.log: list[str] = []
        """A line for each request so far, to investigate failures."""
        # A second socket on the port, which never listens, reserves the port while connections are refused.
        self._placeholder = _bound(0)
        self.port: int = self._placeholder.getsockname()[1]
        self._server: asyncio.Server | None = None

    async def listen(self) -> None:
        """Accept connections of the application."""
        if self._server is None:
            self._server = await asyncio.start_server(self._serve, sock=_bound(self.port), limit=_LIMIT)

    async def refuse(self, seconds: float) -> None:
        """Refuse new connections and reset the open ones. Accept connections again later."""
        if self._server is not None:
            self._server.close()
            self._server = None
        await self._end_connections()
        await asyncio.sleep(seconds)
        await self.listen()

    async def heal(self) -> None:
        """From now on, forward every request except for the permanently refused event. End all connections."""
        self.log.append("the service is healthy from here on")
        self._is_healthy = True
        await self._end_connections()
        await self.listen()

    async def close(self) -> None:
        """Stop the proxy, once the requests that the server has received are stored."""
        if self._server is not None:
            self._server.close()
        await self._end_connections()
        self._placeholder.close()

    async def _end_connections(self) -> None:
        handlers = list(self._handlers)
        for handler in handlers:
            handler.cancel()
        await asyncio.gather(*handlers, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        handler = asyncio.current_task()
        self._handlers.add(handler)
        upstream = Upstream(self._server_port)
        try:
            answered: dict[str, float] = {}
            while (request := await read_message(reader)) is not None:
                self.confirmed = answered | self.confirmed
                delivered = await self._answer(request, writer, upstream)
                if delivered is None:
                    break
                answered = dict.fromkeys(delivered, asyncio.get_running_loop().time())
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            _reset(writer)
        finally:
            self._handlers.discard(handler)
            await upstream.close()
            writer.close()

    def _fault(self, request: Request) -> str:
        number, self._requests = self._requests, self._requests + 1
        schedule = self._schedule
        if schedule.refused and schedule.refused[0] in request.ids:
            return schedule.refused[1]
        if self._is_healthy:
            return ""
        if schedule.outage and number >= schedule.outage[0]:
            return schedule.outage[1]
        return schedule.faults.get(number, "")

    async def _answer(self, request: Request, writer: asyncio.StreamWriter, upstream: "Upstream") -> set[str] | None:
        """Answer a request. Return the ids that the response confirms, or None if the connection ends after it."""
        fault = self._fault(request)
        line = f"{request.first_line} {fault or 'passed on'}: {' '.join(sorted(request.ids))}"
        self.log.append(line)
        if fault in ("reset-before", "hang", "html") or fault[:3].isdigit():
            return set() if await _answer_alone(fault, writer) else None
        response = await self._pass_on(request, upstream)
        if fault == "duplicate":
            response = await self._pass_on(request, upstream)
        self.log.append(f"  {response.first_line}")
        whole = response.head + response.body
        if fault == "reset-after":
            _reset(writer)
        elif fault == "reset-within":
            await _write(writer, whole[: len(whole) // 2])
            _reset(writer)
        elif fault == "cut":
            await _write(writer, whole[:-1])
        else:
            await _write(writer, whole, _SLOW_PARTS if fault == "slow" else 1)
            return request.ids if b" 2" in response.head[:12] else set()
        return None

    async def _pass_on(self, request: Request, upstream: "Upstream") -> Request:
        # Shielded from cancellation, because the server stores a sent request even if the application has ended.
        return await asyncio.shield(upstream.ask(request))


class Upstream:
    """The connection to the server for one connection of the application."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._asking = asyncio.Lock()

    async def ask(self, request: Request) -> Request:
        """Return the server's response."""
        async with self._asking:
            if self._streams is None:
                self._streams = await asyncio.open_connection("127.0.0.1", self._port, limit=_LIMIT)
            reader, writer = self._streams
            await _write(writer, request.head + request.body)
            response = await read_message(reader)
            if response is None:
                raise ConnectionError("the server closed the connection")
            return response

    async def close(self) -> None:
        """Close the connection once the request in flight is answered."""
        async with self._asking:
            if self._streams is not None:
                self._streams[1].close()


async def read_message(reader: asyncio.StreamReader) -> Request | None:
    """Read a request or a response. Return None at the end of the connection."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    length = re.search(rb"\r\ncontent-length: *(\d+)", head, re.IGNORECASE)
    if length is not None or b"chunked" not in head.lower():
        return Request(head, await reader.readexactly(int(length[1]) if length else 0))
    # The chunks are forwarded unchanged.
    body = b""
    while True:
        line = await reader.readuntil(b"\r\n")
        body += line + await reader.readexactly(int(line.partition(b";")[0], 16) + 2)
        if int(line.partition(b";")[0], 16) == 0:
            return Request(head, body)


async def _answer_alone(fault: str, writer: asyncio.StreamWriter) -> bool:
    """Answer a request without the server. Return False if the connection ends after the answer."""
    if fault == "reset-before":
        _reset(writer)
        return False
    if fault == "hang":
        await asyncio.Event().wait()
    status, body, more = (200, _LOGIN_PAGE, "") if fault == "html" else (int(fault[:3]), _REFUSED_DATA, "")
    if fault.endswith("+"):
        more = "Retry-After: 1\r\n"
    head = f"HTTP/1.1 {status} Status\r\nContent-Type: text/html\r\n{more}Content-Length: {len(body)}\r\n\r\n"
    await _write(writer, head.encode() + body)
    return True


async def _write(writer: asyncio.StreamWriter, data: bytes, parts: int = 1) -> None:
    size = len(data) // parts + 1
    for start in range(0, len(data), size):
        writer.write(data[start : start + size])
        await writer.drain()
        if parts > 1:
            await asyncio.sleep(_SLOW_SECONDS)


def _reset(writer: asyncio.StreamWriter) -> None:
    """End the connection with a TCP reset."""
    sock = writer.get_extra_info("socket")
    with suppress(OSError):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


def _bound(port: int) -> socket.socket:
    sock = socket.socket()
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    sock.bind(("127.0.0.1", port))
    return sock
