"""Driver of the client for asyncio. A module of its own, so that the blocking client does not load asyncio."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from typing import TypeVar

import httpx

from .._core.errors import HoneyHiveError
from .._core.exchange import Exchange
from .._core.messages import Answer, Send
from .._core.retry import RetryBudget
from .._core.settings import Settings
from .pool import CONNECTIONS, CONNECTIONS_USED, opened
from .transport import FAULTS, LONGEST_BODY, connection_error, http_request, refuse_closed, too_long, without_frames

T = TypeVar("T")


class AsyncTransport:
    """Drives exchanges on the running event loop."""

    def __init__(self, client: httpx.AsyncClient | None, settings: Settings) -> None:
        self.is_own: bool = client is None
        self.client: httpx.AsyncClient = opened(httpx.AsyncClient, settings) if client is None else client
        self.build: Callable[..., httpx.Request] = httpx.Request if self.is_own else self.client.build_request
        self._connect_timeout = settings.connect_timeout
        self._closer = _closing(self.client)
        # httpcore looks through all that wait for its pool at each answer: a thousand calls would take a minute.
        self._turns = asyncio.Semaphore(CONNECTIONS)
        self.budget: RetryBudget = RetryBudget()

    async def end_with_loop(self) -> None:
        """Has the connections closed when the event loop ends or when nobody holds the client any more."""
        if self.is_own:
            # A loop knows the generators that were begun on it, and ends each of them before it closes.
            await anext(self._closer)

    async def run(self, exchange: Exchange[T]) -> T:
        """What the exchange returns."""
        result: Answer | HoneyHiveError | None = None
        try:
            while True:
                step = exchange.throw(result) if isinstance(result, HoneyHiveError) else exchange.send(result)
                if isinstance(step, Send):
                    result = await self._send(step)
                else:
                    await asyncio.sleep(step.seconds)
                    result = None
        except StopIteration as stop:
            value: T = stop.value
        return value

    async def close(self) -> None:
        """Closes the connections, unless they are the user's."""
        if self.is_own:
            await self.client.aclose()
            await self._closer.aclose()

    async def _send(self, step: Send) -> Answer | HoneyHiveError:
        refuse_closed(self.client, self.is_own)
        try:
            # httpx starts its read timeout anew with every byte; this one holds for the whole attempt.
            async with asyncio.timeout(step.timeout), self._turns:
                return await self._answer(step)
        except FAULTS as caught:
            failure = connection_error(caught, step)
        except BaseException as caught:  # cancelled: the frames inside httpx hold the text of the key
            raise without_frames(caught) from None
        return failure

    async def _answer(self, step: Send) -> Answer | HoneyHiveError:
        request = http_request(self.build, step, self._connect_timeout)
        used = request.extensions[CONNECTIONS_USED] = []
        try:
            response = await self.client.send(request, stream=True, follow_redirects=False)
            try:
                body = bytearray()
                async for chunk in response.aiter_bytes():
                    body += chunk
                    if len(body) > LONGEST_BODY:
                        return too_long(response.status_code, step.request.label)
                return Answer(response.status_code, response.headers, bytes(body))
            finally:
                await response.aclose()
        except BaseException:
            # httpcore loses a connection whose request is cancelled at a bad moment: it stays in use for ever.
            for connection in used:
                await connection.aclose()
            raise


async def _closing(client: httpx.AsyncClient) -> AsyncGenerator[None]:
    try:
        yield
    finally:
        await client.aclose()


def warm() -> None:
    """Loads what the first call, its answer and its connection need; httpx and anyio load much of it late."""
    import anyio.abc
    import anyio.streams.tls
    import attrs  # noqa: F401

    anyio.run(anyio.sleep, 0)
