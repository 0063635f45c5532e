"""Connection for the requests of tracing over an application's async client, on the event loop of that client."""

import asyncio
import os
from concurrent.futures import Future, wait
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from .._core.errors import APIConnectionError
from .._core.messages import HttpResponse
from .._core.settings import Settings
from .async_transport import AsyncTransport
from .background import import_operations, quiet_context, steps_for
from .client_library import AsyncClientLike

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._core.exchange import Exchange
    from .._tracing.delivery.batches import BatchRequest
    from .._tracing.delivery.sender import Connect

_LOOK_SECONDS: Final = 0.25
"""Seconds between two checks that the event loop still runs."""


class ClientLoop:
    """Remembers the event loop that first used an application's async client, until that loop is closed."""

    __slots__ = ("_loop", "_process")

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._process = 0

    def note(self) -> None:
        """Remember the event loop that runs on this thread, unless an earlier loop is still open."""
        if self._loop is None or self._loop.is_closed() or self._process != os.getpid():
            running = asyncio._get_running_loop()
            if running is not None:  # a thread without a loop must not replace the loop of another thread
                self._loop, self._process = running, os.getpid()

    def is_current(self) -> bool:
        """Return True if the calling code runs on the remembered loop."""
        return self._loop is not None and self._loop is asyncio._get_running_loop()

    def running(self) -> asyncio.AbstractEventLoop:
        """Return the remembered loop. Raises APIConnectionError if it cannot send a request now."""
        loop = self._loop if self._process == os.getpid() else None
        if loop is None:
            raise _unsent("no event loop of this process has used the http_client yet")
        if loop.is_closed():
            raise _unsent("the event loop of the http_client is closed")
        if not loop.is_running() or asyncio._get_running_loop() is loop:
            raise _unsent("the event loop of the http_client is not running")
        return loop


class LoopConnection:
    """Sends requests on the application's event loop, while the delivery thread waits for the response."""

    def __init__(
        self,
        settings: Settings,
        http_client: Any,
        loop: ClientLoop,
        steps: "Callable[[BatchRequest], Exchange[HttpResponse]]",
    ) -> None:
        self._loop, self._steps = loop, steps
        self._transport = AsyncTransport(http_client, settings)
        self._tasks: set[asyncio.Task[HttpResponse]] = set()

    def send(self, outgoing: "BatchRequest") -> HttpResponse:
        """Return the response, whatever its status code. Raises APIConnectionError if there is no response."""
        loop = self._loop.running()
        answer: Future[HttpResponse] = Future()
        try:
            loop.call_soon_threadsafe(self._start, outgoing, answer)
        except RuntimeError:  # the loop was closed in the meantime
            raise _unsent("the event loop of the http_client is closed") from None
        # The task observes the timeout of the request, but a closed loop no longer runs the task.
        while not wait((answer,), _LOOK_SECONDS).done:
            if loop.is_closed():
                raise _lost()
        return answer.result()

    def close(self) -> None:
        """Do nothing: the application owns the client, and closes it."""

    def _start(self, outgoing: "BatchRequest", answer: Future[HttpResponse]) -> None:
        """Start the request. Runs on the loop, so that no coroutine is made for a loop that has ended."""
        sending = self._transport.run(self._steps(outgoing))
        task = asyncio.get_running_loop().create_task(sending, context=quiet_context())
        self._tasks.add(task)
        task.add_done_callback(lambda ended: self._end(ended, answer))

    def _end(self, task: asyncio.Task[HttpResponse], answer: Future[HttpResponse]) -> None:
        self._tasks.discard(task)
        error = _lost() if task.cancelled() else task.exception()
        with suppress(asyncio.InvalidStateError):
            if error is None:
                answer.set_result(task.result())
            else:
                answer.set_exception(error)


def loop_connector(settings: Settings, http_client: AsyncClientLike, loop: ClientLoop) -> "Connect":
    """Return the function that opens a connection over an application's async client, on its event loop."""
    import_operations()
    loop.note()
    return partial(LoopConnection, settings, http_client, loop, steps_for(settings))


def _unsent(reason: str) -> APIConnectionError:
    return APIConnectionError(f"{reason}: events wait", request="tracing", request_sent=False)


def _lost() -> APIConnectionError:
    return APIConnectionError("the event loop of the http_client ended", request="tracing", request_sent=True)
