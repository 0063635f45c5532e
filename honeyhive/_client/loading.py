"""``honeyhive.load()`` imports in steps, for an event loop; a fork hook waits for imports of other threads.

The constructor of a client imports httpx, and the first use of tracing imports tracing, each on the caller's thread.
The SDK's own threads import nothing. Otherwise an application that imports httpx at the same moment, or a package that
needs it, could get an incomplete module.
"""

import os
import sys
import time
from _thread import get_ident
from contextlib import suppress
from types import FrameType
from typing import Final

from .._core.real_time import real_clock

_STEPS: Final = (
    *("logging", "urllib.parse", "ssl", "email.utils", "email.parser", "http.client", "tempfile", "urllib.request"),
    *("http.cookiejar", "uuid", "certifi", "idna", "h11", "typing_extensions", "httpcore", "httpx"),
    *("anyio", "anyio.lowlevel", "anyio._core._tasks", "anyio._core._synchronization", "anyio._core._sockets"),
    *("anyio._core._streams", "anyio._backends._asyncio", "inspect", "platform", "attrs"),
    *("honeyhive_api.types", "honeyhive_api.encoding", "honeyhive_api.times", "honeyhive_api.models"),
    *("honeyhive._core.arguments", "honeyhive._core.exchange", "honeyhive._core.prepare", "honeyhive._core.notices"),
    *("honeyhive._core.paging", "honeyhive._client.environment", "honeyhive._http.deadline"),
    *("honeyhive._http.transport", "honeyhive._http.async_transport", "honeyhive._http.background"),
    *("honeyhive._client.sync_calls", "honeyhive._client.async_calls", "honeyhive._client.async_client"),
    *("honeyhive._tracing.limits", "honeyhive._tracing.process", "honeyhive._tracing.payload.json_forms"),
    *("honeyhive._tracing.payload.encoder", "honeyhive._tracing.delivery.counters"),
    *("honeyhive._tracing.delivery.queue", "honeyhive._tracing.delivery.policy", "honeyhive._tracing.delivery.worker"),
    *("honeyhive._tracing.events.event", "honeyhive._tracing.events.prebuilt", "honeyhive._tracing.tracer"),
)
"""Modules that the first client and the first event of a process import, in steps of at most 20 ms."""
LONGEST_WAIT: Final = 5.0
"""Maximum seconds that a fork waits for an import. The slowest import takes less than one second."""
_PACKAGES: Final = frozenset({"honeyhive", "honeyhive_api", "httpx", "httpcore", "h11", "anyio", "attr", "attrs"})


async def load() -> None:
    """Import the modules of the first client and the first event, in steps between which the event loop runs.

    Use it in a program that makes its first client inside a running event loop. Otherwise the constructor imports
    everything at once.
    """
    import asyncio
    from importlib import import_module

    for name in _STEPS:
        with suppress(ModuleNotFoundError):  # another package may move its modules: then one step takes longer
            import_module(name)
        await asyncio.sleep(0)


_guarded: Final[list[bool]] = []


def guard_forks() -> None:
    """Make every later fork wait while another thread imports a module that is needed for calls.

    A forked child cannot finish an import that another thread of its parent began: the child would wait forever.
    Operations and models are imported by the first call that uses them, on any thread.
    """
    if _guarded or not hasattr(os, "register_at_fork"):
        return
    _guarded.append(True)
    # The hook registered last runs first. If logging's hook ran first, the fork would hold logging's lock
    # while waiting for an import, which may need that lock to create a logger.
    import logging  # noqa: F401

    os.register_at_fork(before=_wait_for_imports)


def _wait_for_imports() -> None:
    clock = real_clock("monotonic")
    deadline = clock() + LONGEST_WAIT
    while _is_importing_elsewhere() and clock() < deadline:
        time.sleep(0.001)


def _is_importing_elsewhere() -> bool:
    own = get_ident()
    return any(_imports_ours(frame) for ident, frame in sys._current_frames().items() if ident != own)


def _imports_ours(frame: FrameType | None) -> bool:
    """Return True if the thread of this frame is importing the SDK or a package that the SDK needs for calls."""
    while frame is not None:
        code = frame.f_code
        is_import = code.co_name == "_find_and_load" and code.co_filename.startswith("<frozen importlib")
        if is_import and str(frame.f_locals.get("name")).partition(".")[0] in _PACKAGES:
            return True
        frame = frame.f_back
    return False
