"""A server inside this process, for tests and notebooks."""

import asyncio
import contextlib
import socket
import tempfile
import threading
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import orjson
import uvicorn

from ..http.app import App
from ..http.response import error
from ..model.config import Behaviour
from ..services.session_tree import session_json
from ..store import Store, queries
from .uvicorn_protocol import http

if TYPE_CHECKING:
    from collections.abc import Callable

LOOPBACK = "127.0.0.1"
# How often uvicorn's clock ticks, and how long requests under way may take to end, in seconds.
TICK = 0.1
CLOSE_TIMEOUT = 5.0


class LocalServer:
    """A running server: `with LocalServer() as server: HoneyHive(api_key="hh_test", base_url=server.url)`.

    Without `database`, a path or a URL, its store is new and goes when it stops. `latency`, in seconds, holds every
    answer back; `fail_rate` and `reset_rate` are the shares of requests that are refused, or carried out and then cut.
    Every answer is checked against the document; `violations` names those that did not fit.
    """

    def __init__(
        self,
        *,
        database: str | Path | None = None,
        require_key: str | None = None,
        strict: bool = False,
        dedupe: bool = True,
        latency: float = 0,
        fail_rate: float = 0,
        reset_rate: float = 0,
    ) -> None:
        for name, share in (("fail_rate", fail_rate), ("reset_rate", reset_rate)):
            if not 0 <= share <= 1:
                raise ValueError(f"{name}: a share is between 0 and 1, not {share}")
        if latency < 0:
            raise ValueError(f"latency: seconds are 0 or more, not {latency}")
        self._database = database
        self._behaviour = Behaviour(
            require_key=require_key,
            strict=strict,
            check_answers=True,
            latency=latency,
            fail_rate=fail_rate,
            reset_rate=reset_rate,
        )
        self._dedupe = dedupe
        self._stack = contextlib.ExitStack()
        self._app: App | None = None
        self._store: Store | None = None
        self.url: str = ""
        """The base URL, while it runs."""
        self.requests: list[tuple[str, str]] = []
        """The method and the path of every request so far."""

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as stack:
            database = self._database
            if database is None:
                folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="honeyhive-"))
                database = Path(folder, "honeyhive.db")
            self._store = Store(database, dedupe=self._dedupe)
            stack.callback(self._store.close)
            self._app = App(self._store, self._behaviour)
            self._app.observe = lambda method, path: self.requests.append((method, path))
            listening = socket.create_server((LOOPBACK, 0), backlog=2048)
            self.url = f"http://{LOOPBACK}:{listening.getsockname()[1]}"
            stack.callback(_Thread(self._app, listening).stop)
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    @property
    def violations(self) -> list[str]:
        """Answers that did not fit the document, in words."""
        return self._running()[0].violations

    def sessions(self) -> list[dict[str, Any]]:
        """Every session, the newest first, with the tree of its events in `children`."""
        _, store = self._running()
        found = store.read_now(queries.sessions, store.dialect, None, (), queries.MAX_ROWS)
        return [orjson.loads(session_json(nodes)) for nodes in found]

    def events(self, session_id: str | None = None) -> list[dict[str, Any]]:
        """Every event of one session or of all, in the order of arrival, without the sessions themselves."""
        _, store = self._running()
        return [orjson.loads(document) for document in store.read_now(queries.everything, session_id)]

    def fail_next(self, status: int, *, times: int = 1, headers: dict[str, str] | None = None) -> None:
        """Answer the next requests with an error of this status, and store nothing of them."""
        app, _ = self._running()
        app.faults.extend([error(status, "this failure was asked for", headers)] * times)

    def _running(self) -> tuple[App, Store]:
        if self._app is None or self._store is None:
            raise RuntimeError("the server has not been started: use it in a with statement")
        return self._app, self._store


class _Thread:
    """uvicorn on a thread of its own, answering when the constructor returns."""

    def __init__(self, app: App, listening: socket.socket) -> None:
        config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off", http=http(), ws="none")
        self._server = _Server(config)
        self._thread = threading.Thread(
            target=self._server.run, args=([listening],), name="honeyhive-server", daemon=True
        )
        self._thread.start()
        self._server.started_or_failed.wait()

    def stop(self) -> None:
        """End the thread; requests under way are answered first."""
        self._server.stop()
        self._thread.join()


class _Server(uvicorn.Server):
    """uvicorn's server, except that it stops at once: uvicorn takes 0.1 s to notice and 0.1 s to close."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.started_or_failed = threading.Event()
        self._wake: Callable[[], object] = lambda: None
        self._told = asyncio.Event()

    def stop(self) -> None:
        self.should_exit = True
        with contextlib.suppress(RuntimeError):  # the loop has ended by itself
            self._wake()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._wake = partial(asyncio.get_running_loop().call_soon_threadsafe, self._told.set)
        try:
            await super().startup(sockets)
        finally:
            self.started_or_failed.set()

    async def main_loop(self) -> None:
        ticks = 0
        while not await self.on_tick(ticks):
            ticks += 1
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._told.wait(), TICK)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for listening in (*self.servers, *(sockets or ())):
            listening.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        with contextlib.suppress(TimeoutError):  # what is left is cancelled with the loop
            async with asyncio.timeout(CLOSE_TIMEOUT):
                while self.server_state.connections or self.server_state.tasks:
                    await asyncio.sleep(0.001)
