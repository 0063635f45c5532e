"""Column for the time of the last change of an event, for retention and open pages."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column."""
    op.add_column("events", sa.Column("changed_at", sa.BigInteger))
