"""Columns for lists: the name in lower case, whether the event has an error, its end, its tokens and its cost.

Only PostgreSQL has them, as generated columns. Reading the values from a document takes it ten times as long, and it
cannot estimate how many events have them.
"""

from sqlalchemy import Connection

from .db_schema import events
from .dialect import PostgreSQL
from .session_totals import in_document


def create(connection: Connection) -> None:
    """Create the columns for the conditions of lists, in a new database or one with events."""
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(
            "ALTER TABLE events ADD lower_name text GENERATED ALWAYS AS (lower(document ->> 'event_name')) STORED, "
            "ADD failed boolean GENERATED ALWAYS AS (document ->> 'error' IS NOT NULL) STORED"
        )


def create_numbers(connection: Connection) -> None:
    """Create the columns for the totals of sessions, and an index of the events with an error."""
    if connection.dialect.name == "sqlite":
        return
    ended_at, tokens, cost = (
        str(number.compile(connection, compile_kwargs={"literal_binds": True})).replace("events.document", "document")
        for number in in_document(PostgreSQL(), events.c.document)
    )
    # Only model events are counted, and for the others the columns cost no time.
    connection.exec_driver_sql(
        f"ALTER TABLE events ADD ended_at numeric GENERATED ALWAYS AS ({ended_at}) STORED, "
        f"ADD tokens numeric GENERATED ALWAYS AS (CASE WHEN event_type = 'model' THEN {tokens} END) STORED, "
        f"ADD cost numeric GENERATED ALWAYS AS (CASE WHEN event_type = 'model' THEN {cost} END) STORED"
    )
    connection.exec_driver_sql("CREATE INDEX failed_events ON events (session_id) WHERE failed")
