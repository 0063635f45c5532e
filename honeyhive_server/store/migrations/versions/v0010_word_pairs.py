"""The index for phrases of common words, which only PostgreSQL needs."""

from alembic import op

from honeyhive_server.store import word_pairs

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Create the index."""
    word_pairs.create(op.get_bind())
