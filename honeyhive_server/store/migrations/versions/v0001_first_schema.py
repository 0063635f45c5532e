"""The first schema, without a stored version number."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Do nothing: new databases are created in the current version."""
