"""Columns for the conditions of lists: the name in lower case, and whether the event has an error.

Only PostgreSQL has them, as generated columns. Reading the values from a document takes it ten times as long, and it
cannot estimate how many events have them.
"""

from typing import Final

from sqlalchemy import Connection

_COLUMNS: Final = {
    "lower_name": "text GENERATED ALWAYS AS (lower(document ->> 'event_name')) STORED",
    "failed": "boolean GENERATED ALWAYS AS (coalesce(json_typeof(document -> 'error'), 'null') <> 'null') STORED",
}


def create(connection: Connection) -> None:
    """Create the columns, in a new database or one with events."""
    if connection.dialect.name != "sqlite":
        added = ", ".join(f"ADD COLUMN {name} {definition}" for name, definition in _COLUMNS.items())
        connection.exec_driver_sql(f"ALTER TABLE events {added}")
