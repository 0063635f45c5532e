"""Columns for the conditions of lists: the name in lower case, and whether the event has an error.

Only PostgreSQL has them, as generated columns. Reading the values from a document takes it ten times as long, and it
cannot estimate how many events have them.
"""

from sqlalchemy import Connection


def create(connection: Connection) -> None:
    """Create the columns, in a new database or one with events."""
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(
            "ALTER TABLE events ADD lower_name text GENERATED ALWAYS AS (lower(document ->> 'event_name')) STORED, "
            "ADD failed boolean GENERATED ALWAYS AS (document ->> 'error' IS NOT NULL) STORED"
        )
