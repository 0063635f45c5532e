"""Tables of definitions, and a column for the experiment run of an event."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_RUN_OF_EVENT = {
    "sqlite": "CASE json_type(document, '$.metadata.run_id') WHEN 'text' "
    "THEN json_extract(document, '$.metadata.run_id') END",
    "postgresql": "CASE json_typeof(document->'metadata'->'run_id') WHEN 'string' "
    "THEN document->'metadata'->>'run_id' END",
}


def upgrade() -> None:
    """Add and fill the column, and create the tables."""
    engine = op.get_bind().dialect.name
    op.add_column("events", sa.Column("run_id", sa.Text))
    run = _RUN_OF_EVENT[engine]
    op.execute(f"UPDATE events SET run_id = {run} WHERE length({run}) BETWEEN 1 AND 500")
    given = sa.text("run_id IS NOT NULL")
    op.create_index("events_by_run", "events", ["run_id"], sqlite_where=given, postgresql_where=given)
    op.create_table(
        "definitions",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("project", sa.Text, nullable=False),
        sa.Column("name", sa.Text),
        sa.Column("state", sa.Text),
        sa.Column("parent", sa.Text),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("updated_at", sa.BigInteger),
        sa.Column("document", sa.JSON, nullable=False),
    )
    op.create_index("definitions_by_kind", "definitions", ["kind", "created_at"])
    op.create_table(
        "dataset_datapoints",
        sa.Column("dataset_id", sa.Text, primary_key=True),
        sa.Column("datapoint_id", sa.Text, primary_key=True),
        sa.Column("position", sa.BigInteger, nullable=False),
    )
    op.create_index("datasets_by_datapoint", "dataset_datapoints", ["datapoint_id"])
