"""What a database refuses to do, and what to do about it."""

from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

UNAVAILABLE, FULL = 503, 507

# SQLite's result codes, without the part that says more, and PostgreSQL's SQLSTATEs.
_ADVICE: dict[int | str, tuple[int, str]] = {
    13: (FULL, "the disk is full: make room on the disk of the database, nothing has to be restarted"),
    10: (FULL, "the disk failed or is full: make room on the disk of the database and look at the system's log"),
    11: (UNAVAILABLE, "the file is damaged: stop the server, copy it, and use `sqlite3 FILE .recover` or move it away"),
    26: (UNAVAILABLE, "this is no database of the server: name another file, or move this one away"),
    8: (UNAVAILABLE, "the file cannot be written: look at the permissions of the file and of its folder"),
    14: (UNAVAILABLE, "the file cannot be opened: look at the permissions of the file and of its folder"),
    5: (UNAVAILABLE, "another process holds the database: end it, or try again"),
    "53100": (FULL, "the disk of PostgreSQL is full: make room there, nothing has to be restarted"),
    "25006": (UNAVAILABLE, "this PostgreSQL is read-only: name the primary too, with target_session_attrs=read-write"),
    "XX001": (UNAVAILABLE, "PostgreSQL found damaged data: restore it from a backup or a standby"),
    "XX002": (UNAVAILABLE, "PostgreSQL found a damaged index: run REINDEX"),
}


class StoreError(Exception):
    """The database did not do what it was asked: a full disk, a broken file, another process that holds it."""

    def __init__(self, message: str, status: int = UNAVAILABLE) -> None:
        super().__init__(message)
        self.status = status
        """The status of the answer."""


def failure(error: SQLAlchemyError) -> StoreError:
    """The error in words that say what to do."""
    status, advice = _known(error) or (UNAVAILABLE, "")
    said = " ".join(str(getattr(error, "orig", None) or error).split())
    return StoreError(f"the database failed: {said}" + (f" ({advice})" if advice else ""), status)


def concerns_all(error: Exception) -> bool:
    """Whether the database itself failed, so that no other change would fare better now."""
    return isinstance(error, SQLAlchemyError) and (_known(error) is not None or is_lost(error))


def is_lost(error: SQLAlchemyError) -> bool:
    """Whether the connection is gone or the database cannot be reached."""
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
