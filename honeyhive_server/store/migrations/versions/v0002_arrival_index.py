"""Index of events by arrival, for lists and retention."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the index."""
    op.create_index("events_by_arrival", "events", ["received_at"])
