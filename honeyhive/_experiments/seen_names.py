"""Counts of names in constant memory, so that datasets of any length can be read row by row."""

from collections import Counter
from contextlib import suppress
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from .._core.errors import ConfigurationError

if TYPE_CHECKING:
    from sqlite3 import Connection

sqlite3: ModuleType | None = None
# Imported here, because rows are read on worker threads. Python may be built without it.
with suppress(ImportError):
    import sqlite3

_HELD: Final = 10_000
"""Names held in memory; the others are in a temporary database."""
_CREATE: Final = "CREATE TABLE seen (name BLOB PRIMARY KEY, count INTEGER) WITHOUT ROWID"
# Two statements, because many systems have an SQLite without RETURNING.
_ADD: Final = "INSERT OR REPLACE INTO seen VALUES (?1, 1 + ifnull((SELECT count FROM seen WHERE name = ?1), 0))"
_COUNT: Final = "SELECT count FROM seen WHERE name = ?"


class SeenNames:
    """Counts the occurrences of each name. Use it in a ``with`` block, on one thread at a time.

    After the first 10,000 names it takes about 2 MB of memory, and a temporary file. If Python was built without
    SQLite, all names are held in memory.
    """

    def __init__(self) -> None:
        self._held: Counter[str] = Counter()
        self._database: Connection | None = None

    def __enter__(self) -> "SeenNames":
        return self

    def __exit__(self, *_: object) -> None:
        if self._database is not None:
            self._database.close()

    def add(self, name: str) -> int:
        """Add a name and return its number of occurrences so far, this one included.

        Raises ConfigurationError if the temporary file cannot be written.
        """
        if name in self._held or len(self._held) < _HELD or sqlite3 is None:
            self._held[name] += 1
            return self._held[name]
        try:
            if self._database is None:
                self._database = _opened(sqlite3)
            values = (name.encode("utf-8", "surrogatepass"),)  # an id may hold half of a surrogate pair
            self._database.execute(_ADD, values)
            found: int = self._database.execute(_COUNT, values).fetchone()[0]
        except sqlite3.Error as error:
            raise ConfigurationError(
                f"the ids of the dataset's rows do not fit in the temporary folder ({error}); set TMPDIR to another one"
            ) from None
        return found


def _opened(module: Any) -> "Connection":
    """Return a database in a temporary file, which SQLite deletes with the connection."""
    database: Connection = module.connect("", isolation_level=None, check_same_thread=False)
    for statement in ("PRAGMA journal_mode = OFF", "PRAGMA cache_size = -2000", _CREATE, "BEGIN"):
        database.execute(statement)
    return database
