"""Cancels the queries of requests whose client disconnects before the response."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from starlette.types import Receive

from .request_body import ClientDisconnected

T = TypeVar("T")


async def unless_abandoned(work: Awaitable[T], receive: Receive, body_read: asyncio.Event) -> T:
    """Return the result of the work. If the client disconnects first, cancel the work and raise ClientDisconnected."""
    working = asyncio.ensure_future(work)
    leaving = asyncio.ensure_future(_left(receive, body_read))
    try:
        await asyncio.wait((working, leaving), return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise ClientDisconnected
        return working.result()
    finally:
        working.cancel()
        leaving.cancel()
        await asyncio.gather(working, leaving, return_exceptions=True)


async def _left(receive: Receive, body_read: asyncio.Event) -> None:
    # Until the body is read, all messages are parts of it.
    await body_read.wait()
    while (await receive())["type"] != "http.disconnect":
        pass
