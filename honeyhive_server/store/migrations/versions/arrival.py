"""Events are listed and deleted by their arrival, so that order has an index."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the index."""
    op.create_index("events_by_arrival", "events", ["received_at"])
