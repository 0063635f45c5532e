"""Storage and statistics of the words of an event, which only PostgreSQL needs."""

from alembic import op

from honeyhive_server.store import word_index

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Change the settings of the table."""
    word_index.configure(op.get_bind())
