"""Cancels a query that runs too long, or whose client has disconnected."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection

from .store_errors import StoreError

STATEMENT_TIMEOUT: Final = 30.0
"""Seconds that a query may take by default."""
# Seconds between attempts to interrupt a query: the drivers ignore an attempt between two statements.
_RETRY = 0.02


@dataclass(slots=True, eq=False)
class Interruption:
    """Handle with which another thread ends the query of a reader thread."""

    is_requested: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _finished: threading.Event = field(default_factory=threading.Event)
    _driver: Any = None

    @contextmanager
    def of(self, connection: Connection) -> Iterator[None]:
        """Allow request() to end the connection's statements in this context. Raises StoreError after a request()."""
        with self._lock:
            if self.is_requested:
                raise StoreError("the query was cancelled")
            self._driver = connection.connection.driver_connection
        try:
            yield
        finally:
            # From now on another query may use the connection.
            with self._lock:
                self._driver = None
            self._finished.set()

    def request(self) -> None:
        """End the query with an error on its thread, and return when it has ended."""
        while self._ask():
            self._finished.wait(_RETRY)

    def _ask(self) -> bool:
        """Ask the driver to end the current statement; return False if there is no query."""
        with self._lock:
            self.is_requested = True
            if self._driver is None:
                return False
            # sqlite3 has the first method, psycopg the second.
            end = getattr(self._driver, "interrupt", None) or self._driver.cancel
            end()
            return True
