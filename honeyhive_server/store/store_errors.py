"""Database failures as errors with advice."""

from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

UNAVAILABLE, FULL = 503, 507

# The HTTP status code and the advice for each error, by SQLite's primary result code or PostgreSQL's SQLSTATE.
_ADVICE: dict[int | str, tuple[int, str]] = {
    13: (FULL, "the disk is full; free space on the disk of the database, no restart is needed"),
    10: (FULL, "the disk failed or is full; free space on the disk of the database and check the system log"),
    11: (
        UNAVAILABLE,
        "the file is damaged; stop the server, copy the file, then run `sqlite3 FILE .recover` or move the file away",
    ),
    26: (UNAVAILABLE, "the file is not a database of this server; choose another file or move this one away"),
    8: (UNAVAILABLE, "the file cannot be written; check the permissions of the file and its directory"),
    14: (UNAVAILABLE, "the file cannot be opened; check the permissions of the file and its directory"),
    5: (UNAVAILABLE, "another process has locked the database; stop that process or try again"),
    "53100": (FULL, "the disk of PostgreSQL is full; free space there, no restart is needed"),
    "25006": (
        UNAVAILABLE,
        "this PostgreSQL is read-only; add the primary to the URL, with target_session_attrs=read-write",
    ),
    "XX001": (UNAVAILABLE, "PostgreSQL found damaged data; restore it from a backup or a standby"),
    "XX002": (UNAVAILABLE, "PostgreSQL found a damaged index; run REINDEX"),
}


class StoreError(Exception):
    """A failure of the database itself: a full disk, a damaged file, a lock of another process."""

    def __init__(self, message: str, status: int = UNAVAILABLE) -> None:
        super().__init__(message)
        self.status = status
        """The status code of the response."""


def store_error(error: SQLAlchemyError) -> StoreError:
    """Return a StoreError that has advice about the cause of the error."""
    status, advice = _known(error) or (UNAVAILABLE, "")
    reported = " ".join(str(getattr(error, "orig", None) or error).split())
    return StoreError(f"the database failed: {reported}" + (f" ({advice})" if advice else ""), status)


def concerns_all(error: Exception) -> bool:
    """Return True if the database itself failed, so that every other change would fail too."""
    return isinstance(error, SQLAlchemyError) and (_known(error) is not None or is_lost(error))


def is_lost(error: SQLAlchemyError) -> bool:
    """Return True if the connection is lost or the database cannot be reached."""
    return getattr(error, "connection_invalidated", False) or (
        isinstance(error, OperationalError) and _code(error) is None
    )


def _known(error: SQLAlchemyError) -> tuple[int, str] | None:
    code = _code(error)
    return _ADVICE.get(code) if code is not None else None


def _code(error: SQLAlchemyError) -> int | str | None:
    if not isinstance(error, DBAPIError):
        return None
    extended = getattr(error.orig, "sqlite_errorcode", None)
    if extended is not None:
        return int(extended) & 0xFF
    sqlstate: str | None = getattr(error.orig, "sqlstate", None)
    return sqlstate
