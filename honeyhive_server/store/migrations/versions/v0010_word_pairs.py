"""The function of an optional index for phrases, which only PostgreSQL has."""

from alembic import op

from honeyhive_server.store import word_pairs

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Create the function."""
    word_pairs.create(op.get_bind())
