"""Columns for the conditions of lists, which only PostgreSQL needs."""

from alembic import op

from honeyhive_server.store import listed_columns

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the columns."""
    listed_columns.create(op.get_bind())
