"""A server that has the process to itself: it listens, says where, and runs until it is interrupted."""

import gc
import logging
import socket
import threading
import webbrowser
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import uvicorn
from sqlalchemy.exc import SQLAlchemyError

from ..http.app import App
from ..model.config import Behaviour
from ..store import Store
from ..store.engine import place
from ..store.failures import failure
from .uvicorn_protocol import http

BACKLOG = 2048
# How long requests under way may take to end after an interrupt, in seconds.
CLOSE_TIMEOUT = 5
# How often old sessions are looked for, in seconds.
PURGE_EVERY = 600.0
# How many new objects Python looks through for cycles at a time, and how often at older ones. Requests under way hold
# thousands of objects and leave no cycles; with Python's 700 an eighth of the time goes into looking for them.
GC_THRESHOLDS = (50_000, 20, 20)

logger: Final = logging.getLogger("honeyhive_server")


def open_store(database: str, *, dedupe: bool) -> Store:
    """The store at a path or URL. Raises ValueError for an unsupported one and OSError where it cannot be opened."""
    try:
        return Store(database, dedupe=dedupe)
    except SQLAlchemyError as error:
        raise OSError(str(failure(error))) from error


def run(
    store: Store,
    behaviour: Behaviour,
    host: str,
    port: int,
    say: Callable[[str], None],
    retention: float | None = None,
    *,
    show: bool = False,
) -> None:
    """Serve until interrupted, then close the store; retention in seconds. Raises OSError if the port is taken.

    show opens the viewer in the browser of the user.
    """
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    gc.set_threshold(*GC_THRESHOLDS)
    stopped = threading.Event()
    keeper = threading.Thread(target=keep, args=(store, retention, stopped), name="honeyhive-retention")
    keeper.start()
    try:
        with _listen(host, port) as listening:
            address = listening.getsockname()
            url = f"http://{f'[{host}]' if ':' in host else host}:{address[1]}"
            say(_welcome(url, store, behaviour))
            if show:
                _show(url)
            app = App(store, replace(behaviour, allowed_hosts=behaviour.allowed_hosts | _names(host)))
            config = uvicorn.Config(
                app,
                log_level=logging.WARNING,
                access_log=False,
                lifespan="off",
                http=http(),
                ws="none",
                # What a proxy says of a client decides nothing here.
                proxy_headers=False,
                server_header=False,
                timeout_graceful_shutdown=CLOSE_TIMEOUT,
            )
            uvicorn.Server(config).run([listening])
    except KeyboardInterrupt:
        pass  # uvicorn has stopped by itself and hands the interrupt on
    finally:
        stopped.set()
        keeper.join()
        store.close()


def keep(store: Store, retention: float | None, stopped: threading.Event) -> None:
    """Delete old sessions now and then until the server stops."""
    while retention is not None and not stopped.is_set():
        try:
            store.purge(retention)
        except SQLAlchemyError as error:
            logger.error("could not delete old sessions: %s", failure(error))  # noqa: TRY400
        stopped.wait(min(retention, PURGE_EVERY))


def _show(url: str) -> None:
    """Open the viewer; a browser that takes its time, or none at all, stops nothing."""
    # No browser takes the address that means every address.
    page = url.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:")
    threading.Thread(target=webbrowser.open, args=(page,), name="honeyhive-browser", daemon=True).start()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=BACKLOG)


def _names(host: str) -> set[str]:
    """The names that a server on this address may be called by.

    One that listens on every address has the names of its machine too.
    """
    return {host, socket.gethostname(), socket.getfqdn()} if host in ("0.0.0.0", "::") else {host}


def _welcome(url: str, store: Store, behaviour: Behaviour) -> str:
    # A required key is known to whoever asked for it, and this text may end up in a log.
    key = "put the key of --require-key into HH_API_KEY" if behaviour.require_key else "export HH_API_KEY=hh_local"
    return "\n".join(
        [
            f"HoneyHive is listening on {url}",
            f"The data is in {place(store.url)}",
            "Open that address in a browser to see what is there. To log into it:",
            f"  export HH_API_URL={url}",
            f"  {key}",
        ]
    )
