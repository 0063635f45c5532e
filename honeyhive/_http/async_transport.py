"""Transport of the async client. A separate module, so that the sync client does not import asyncio."""

import ssl
import sys
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from importlib import import_module
from typing import Any, TypeVar

import httpx

from .._core.errors import HoneyHiveError
from .._core.exchange import Exchange, RetryBudget
from .._core.messages import AskKey, HttpResponse, Send
from .._core.settings import Settings
from .async_library import ASYNCIO, AsyncLibrary
from .client_library import builder, library_of
from .connections import CONNECTIONS, open_client
from .deadline import CONNECTIONS_USED
from .faults import OWN, connection_error, faults_of, interrupt_behind, too_long, without_frames
from .transport import MAX_BODY, closed_error, http_request

T = TypeVar("T")
with suppress(ImportError):  # imported here, because otherwise the first connection would import it
    import_module("anyio._backends._asyncio")


class AsyncTransport:
    """Kept connections of one event loop, or of one run of trio, and the retry budget of the calls that use them."""

    def __init__(
        self,
        client: Any,
        settings: Settings,
        tls: ssl.SSLContext | None = None,
        library: AsyncLibrary = ASYNCIO,
    ) -> None:
        self.is_own: bool = client is None
        self.client: httpx.AsyncClient = client or open_client(httpx.AsyncClient, settings, tls)
        self.build: Callable[..., httpx.Request] = httpx.Request if self.is_own else builder(self.client)
        self._connect_timeout = settings.connect_timeout
        self._faults = OWN if self.is_own else faults_of(library_of(client), is_own=False)
        self._closer = _closing(self.client)
        # Limits the requests in httpcore, which looks through all of them at each response: a thousand take a minute.
        self._slots = library.slots(CONNECTIONS)
        self._timeout, self._library = library.timeout, library
        self.budget: RetryBudget = RetryBudget()

    async def end_with_loop(self) -> None:
        """Close the connections when the event loop ends, or when nothing refers to the client any more."""
        if self.is_own:
            # A loop keeps track of the async generators that were started on it, and closes them before it ends.
            await anext(self._closer)

    async def run(self, exchange: Exchange[T]) -> T:
        """Carry out the steps that the exchange yields, and return its result."""
        result: HttpResponse | HoneyHiveError | None = None
        try:
            while True:
                step = exchange.throw(result) if isinstance(result, HoneyHiveError) else exchange.send(result)
                if isinstance(step, Send):
                    result = await self._send(step)
                elif isinstance(step, AskKey):
                    await self._library.in_thread(step.key.ask, step.version)
                    result = None
                else:
                    await self._library.sleep(step.seconds)
                    result = None
        except StopIteration as stop:
            value: T = stop.value
        return value

    async def close(self) -> None:
        """Close the connections, unless the user passed the client."""
        if self.is_own:
            await self.client.aclose()
            await self._closer.aclose()

    async def _send(self, step: Send) -> HttpResponse | HoneyHiveError:
        if self.client.is_closed:
            raise closed_error(is_own=self.is_own)
        try:
            # httpx restarts its read timeout with every byte; the timeout here covers the whole attempt.
            async with self._timeout(step.timeout), self._slots:
                return await self._response(step)
        except self._faults.caught as caught:
            fault: BaseException = caught
        except BaseException as caught:  # a cancellation or an error of a hook: the frames of httpx hold the key
            raise without_frames(caught) from None
        interrupt = interrupt_behind(fault, sys.exception())
        if interrupt is not None:
            raise without_frames(interrupt)
        failure = connection_error(fault, step, self._faults)
        del fault  # its frames refer to this frame: a reference cycle
        return failure

    async def _response(self, step: Send) -> HttpResponse | HoneyHiveError:
        request = http_request(self.build, step, self._connect_timeout)
        used = request.extensions[CONNECTIONS_USED] = []
        try:
            response = await self.client.send(request, stream=True, follow_redirects=False)
            try:
                body = bytearray()
                async for chunk in response.aiter_bytes():
                    body += chunk
                    if len(body) > MAX_BODY:
                        return too_long(response.status_code, step.request.label, MAX_BODY)
                return HttpResponse(response.status_code, response.headers, bytes(body))
            finally:
                await response.aclose()
        except BaseException:
            # A connection that is assigned to a request during the request's cancellation would count as busy forever.
            with self._library.shield():
                for connection in used:
                    await connection.aclose()
            raise


async def _closing(client: httpx.AsyncClient) -> AsyncGenerator[None]:
    try:
        yield
    finally:
        await client.aclose()
