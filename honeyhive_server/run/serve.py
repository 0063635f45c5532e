"""The server as the only task of a process: it listens, prints its address, and runs until interrupted."""

import gc
import logging
import signal
import socket
import threading
import webbrowser
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import uvicorn
from sqlalchemy.exc import SQLAlchemyError

from ..http.app import App
from ..model.config import ServerConfig
from ..store import EventStore
from ..store.store_errors import store_error
from .uvicorn_protocol import http

BACKLOG = 2048
# The values of --host that accept connections to any address of the machine.
EVERY_ADDRESS = ("0.0.0.0", "::")
# Time limit in seconds for current requests after an interrupt.
CLOSE_TIMEOUT = 5
# Seconds that an idle connection stays open.
KEEP_ALIVE = 5
# Seconds between deletions of old sessions.
PURGE_EVERY = 600.0
# Arguments of gc.set_threshold. Requests in progress hold thousands of objects and leave no cycles. With Python's
# default of 700, an eighth of the time is spent on the search for cycles.
GC_THRESHOLDS = (50_000, 20, 20)

logger: Final = logging.getLogger("honeyhive_server")


def open_store(database: str, *, dedupe: bool) -> EventStore:
    """Open the store at a path or URL. Raises ValueError for an unsupported database, and OSError if opening fails."""
    try:
        return EventStore(database, dedupe=dedupe)
    except SQLAlchemyError as error:
        raise OSError(str(store_error(error))) from error


def run(
    store: EventStore,
    config: ServerConfig,
    host: str,
    port: int,
    report: Callable[[str], None],
    retention: float | None = None,
    *,
    open_browser: bool = False,
) -> None:
    """Serve until interrupted or terminated, then close the store; retention is in seconds.

    ``open_browser`` opens the viewer in a browser. Raises OSError if the port is in use.
    """
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    gc.set_threshold(*GC_THRESHOLDS)
    # uvicorn repeats SIGTERM after its shutdown, which would end the process before the store is closed.
    signal.signal(signal.SIGTERM, _stop)
    stopped = threading.Event()
    keeper = threading.Thread(target=keep, args=(store, retention, stopped), name="honeyhive-retention")
    keeper.start()
    try:
        with _listen(host, port) as listening:
            address = listening.getsockname()
            url = f"http://{f'[{host}]' if ':' in host else host}:{address[1]}{config.root_path}"
            report(_welcome(url, store, config))
            if open_browser:
                _show(url)
            hosts = config.allowed_hosts | _names(host)
            app = App(store, replace(config, allowed_hosts=hosts, any_address=host in EVERY_ADDRESS))
            uvicorn_config = uvicorn.Config(
                app,
                log_level=logging.WARNING,
                access_log=False,
                lifespan="off",
                http=http(),
                ws="none",
                # Nothing depends on the client's address, so a proxy's headers are ignored.
                proxy_headers=False,
                server_header=False,
                limit_concurrency=config.max_connections,
                timeout_keep_alive=KEEP_ALIVE,
                timeout_graceful_shutdown=CLOSE_TIMEOUT,
            )
            uvicorn.Server(uvicorn_config).run([listening])
    except KeyboardInterrupt:
        pass  # uvicorn has stopped already and raises the interrupt again
    finally:
        stopped.set()
        keeper.join()
        store.close()


def _stop(*_: object) -> None:
    """Raise KeyboardInterrupt, so that the store is closed. Another SIGTERM ends the process at once."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    raise KeyboardInterrupt


def keep(store: EventStore, retention: float | None, stopped: threading.Event) -> None:
    """Delete old sessions regularly until the server stops."""
    while retention is not None and not stopped.is_set():
        try:
            store.purge(retention)
        except SQLAlchemyError as error:
            logger.error("could not delete old sessions: %s", store_error(error))  # noqa: TRY400
        stopped.wait(min(retention, PURGE_EVERY))


def _show(url: str) -> None:
    """Open the viewer in a browser, without waiting for it."""
    # Browsers do not accept the wildcard address.
    page = url.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:")
    threading.Thread(target=webbrowser.open, args=(page,), name="honeyhive-browser", daemon=True).start()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=BACKLOG)


def _names(host: str) -> set[str]:
    """Return the accepted Host names for this address; for the wildcard address, also the names of the machine."""
    return {host, socket.gethostname(), socket.getfqdn()} if host in EVERY_ADDRESS else {host}


def _welcome(url: str, store: EventStore, config: ServerConfig) -> str:
    # A key itself is not printed, because the output may be logged.
    key = "set HH_API_KEY to a key of this server" if config.keys else "export HH_API_KEY=hh_local"
    return "\n".join(
        [
            f"HoneyHive is listening on {url}",
            f"The data is in {store.name}",
            "Open that address in a browser to view the data. To send data to the server:",
            f"  export HH_API_URL={url}",
            f"  {key}",
        ]
    )
