"""A client that needs little CPU, for measuring a server: its own process, many connections, and no HTTP library.

`python -m benchmarks.load PORT CONNECTIONS` reads bodies from stdin, one JSON value per line, and posts them. It prints
the elapsed seconds and the CPU seconds of the client.
"""

import asyncio
import sys
import time

import uvloop
from starlette.types import Receive, Scope, Send

HEAD = (
    b"POST /v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer hh_benchmark\r\n"
    b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n"
)


class Connection(asyncio.Protocol):
    """One connection, which sends its next request after each response."""

    def __init__(self, requests: list[bytes], done: asyncio.Future[None]) -> None:
        self._requests = requests
        self._done = done
        self._answer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Send the first request."""
        self._transport: asyncio.WriteTransport = transport  # type: ignore[assignment]
        self._transport.write(self._requests.pop())

    def data_received(self, data: bytes) -> None:
        """Send another request once the response is complete."""
        self._answer += data
        head, found, body = self._answer.partition(b"\r\n\r\n")
        if not found or len(body) < int(head.lower().partition(b"content-length:")[2].split(b"\r\n", 1)[0]):
            return
        if not head.startswith(b"HTTP/1.1 200"):
            self._done.set_exception(RuntimeError(self._answer.decode()))
            self._transport.close()
        elif self._requests:
            self._answer = b""
            self._transport.write(self._requests.pop())
        else:
            self._done.set_result(None)
            self._transport.close()


async def post(port: int, connections: int, requests: list[bytes]) -> None:
    """Send all requests over the given number of connections."""
    loop = asyncio.get_running_loop()
    ends = [loop.create_future() for _ in range(connections)]
    for number, end in enumerate(ends):
        share = requests[number::connections]
        await loop.create_connection(lambda share=share, end=end: Connection(share, end), "127.0.0.1", port)
    await asyncio.gather(*ends)


async def constant(_scope: Scope, receive: Receive, send: Send) -> None:
    """The smallest ASGI application: it reads the body and sends a constant response."""
    while (await receive()).get("more_body"):
        pass
    body = b'{"success":true,"event_id":"8d4ac1f5-7bd1-4e69-9c06-34e2f2a5a0a8"}'
    headers = [(b"content-length", b"%d" % len(body)), (b"content-type", b"application/json")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def main() -> None:
    """Print the elapsed seconds and the CPU seconds of the client."""
    requests = [HEAD % len(body) + body for body in map(bytes.strip, sys.stdin.buffer)]
    start, cpu = time.perf_counter(), time.process_time()
    uvloop.run(post(int(sys.argv[1]), int(sys.argv[2]), requests))
    print(time.perf_counter() - start, time.process_time() - cpu)


if __name__ == "__main__":
    main()
