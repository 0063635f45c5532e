"""What a request did that the service only tolerates stays with its event, so that the viewer can show it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the column."""
    op.add_column("events", sa.Column("lint", sa.Text))
