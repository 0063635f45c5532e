"""Columns for the totals of sessions, and an index of the events with an error, which only PostgreSQL needs."""

from alembic import op

from honeyhive_server.store import listed_columns

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the columns and the index."""
    listed_columns.create_numbers(op.get_bind())
