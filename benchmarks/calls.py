"""Time of a foreground call, compared with the same call on an httpx.Client that keeps its connection."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from honeyhive import HoneyHive

from .ratio import Ratio, compare

CALLS = 200
_ANSWER = json.dumps({"success": True, "event_id": "0c2e7f0a-7d53-4be6-8f0b-1b6f6a6f2b01"}).encode()
_RAW = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%b" % (len(_ANSWER), _ANSWER)
EVENT = {
    "event_id": "0c2e7f0a-7d53-4be6-8f0b-1b6f6a6f2b01",
    "session_id": "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10",
    "event_type": "tool",
    "event_name": "track-parcel",
    "inputs": {"parcel": "HH-204"},
    "outputs": {"status": "in transit"},
    "duration": 48,
}


def measure() -> list[Ratio]:
    """Return the ratio of the client's time to the time of httpx."""
    with answering_server() as url, HoneyHive(api_key="hh_benchmark", base_url=url) as hh, httpx.Client() as client:
        headers = {"Authorization": "Bearer hh_benchmark"}

        def ours() -> None:
            for _ in range(CALLS):
                hh.events.create(**EVENT)

        def baseline() -> None:
            for _ in range(CALLS):
                client.post(f"{url}/v1/events", json=EVENT, headers=headers).raise_for_status().json()

        what = f"{CALLS} x events.create"
        return [compare(what, ours, "a kept httpx.Client", baseline, bound=1.1, pairs=15)]


@contextmanager
def answering_server() -> Iterator[str]:
    """Yield the URL of a server that sends one constant response and uses almost no CPU."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=_serve, args=(listener,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


def _serve(listener: socket.socket) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return  # the listener is closed: the benchmark is over
        threading.Thread(target=_answer, args=(connection,), daemon=True).start()


def _answer(connection: socket.socket) -> None:
    with connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        pending = b""
        while chunk := connection.recv(65536):
            pending += chunk
            while (end := pending.find(b"\r\n\r\n")) >= 0:
                head = pending[:end].lower()
                start = head.find(b"content-length:")
                length = int(head[start + 15 :].split(b"\r\n")[0]) if start >= 0 else 0
                if len(pending) < end + 4 + length:
                    break
                pending = pending[end + 4 + length :]
                connection.sendall(_RAW)
