"""The fault server in a separate process, so that it does not compete for the GIL of the measured process."""

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any

from .faults import FaultServer


class RemoteFaultServer:
    """Controls the fault server that runs in a separate process."""

    def __init__(self, url: str, pipe: Connection) -> None:
        self.url = url
        self._pipe = pipe

    def act(self, forever: Any) -> None:
        """Apply this fault to every request from now on."""
        self._ask("act", forever)

    def go_away(self) -> None:
        """Refuse new connections, and close the open connections."""
        self._ask("go_away")

    def come_back(self) -> None:
        """Listen again, on the same port."""
        self._ask("come_back")

    def requests(self) -> int:
        """Return the number of requests so far."""
        return int(self._ask("requests"))

    def event_ids(self) -> list[str]:
        """Return the ids of the stored events, in the order of arrival."""
        return list(self._ask("event_ids"))

    def _ask(self, *question: Any) -> Any:
        self._pipe.send(question)
        return self._pipe.recv()


@contextmanager
def remote_fault_server(*, forgetful: bool = False) -> Iterator[RemoteFaultServer]:
    """Yield a server that is healthy until it gets a fault. With ``forgetful``, it does not keep its requests."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(theirs, forgetful), daemon=True)
    process.start()
    try:
        yield RemoteFaultServer(ours.recv(), ours)
    finally:
        ours.send(("end",))
        process.join()
        ours.close()
        theirs.close()


def _serve(pipe: Connection, forgetful: bool) -> None:
    server = FaultServer()
    server.forgetful = forgetful
    pipe.send(server.url)
    while True:
        what, *rest = pipe.recv()
        if what == "end":
            break
        pipe.send(_ORDERS[what](server, *rest))
    server.stop()


def _act(server: FaultServer, forever: Any) -> None:
    server.forever = forever


_ORDERS: dict[str, Callable[..., Any]] = {
    "act": _act,
    "go_away": FaultServer.go_away,
    "come_back": FaultServer.come_back,
    "requests": lambda server: len(server.requests),
    "event_ids": lambda server: [event["event_id"] for event in server.events()],
}
