"""The index of words, for the search of the viewer, and indexes for its lists."""

import sqlalchemy as sa
from alembic import op

from honeyhive_server.store import word_index

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Create the indexes."""
    root = sa.text("event_id = session_id")
    op.create_index("events_by_project", "events", ["project", "start_time"])
    op.create_index("sessions_by_start", "events", ["start_time"], sqlite_where=root, postgresql_where=root)
    word_index.create(op.get_bind())
