"""Column for the lint of an event, which the viewer shows."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the column."""
    op.add_column("events", sa.Column("lint", sa.Text))
