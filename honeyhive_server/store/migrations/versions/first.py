"""The first version: its table was made without a number."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing: a store is never made by migrations."""
