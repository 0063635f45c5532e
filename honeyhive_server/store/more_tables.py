"""The tables beside the events: stored definitions, and which datapoint is in which dataset."""

from typing import Final

from sqlalchemy import JSON, BigInteger, Column, Index, Table, Text

from .schema import metadata

definitions: Final = Table(
    "definitions",
    metadata,
    # The id comes first: a hash-distributed table is distributed by it.
    Column("id", Text, primary_key=True),
    Column("kind", Text, primary_key=True, comment="dataset, datapoint, run, metric..."),
    Column("project", Text, nullable=False),
    Column("name", Text),
    Column("state", Text, comment="the status of a run"),
    Column("parent", Text, comment="the dataset of a run, the metric of a version"),
    Column("created_at", BigInteger, nullable=False, comment="Unix microseconds, the order of creation"),
    Column("updated_at", BigInteger, comment="Unix microseconds"),
    Column("document", JSON, nullable=False),
)
Index("definitions_by_kind", definitions.c.kind, definitions.c.created_at)

links: Final = Table(
    "dataset_datapoints",
    metadata,
    Column("dataset_id", Text, primary_key=True),
    Column("datapoint_id", Text, primary_key=True),
    Column("position", BigInteger, nullable=False, comment="the order in the dataset"),
)
Index("datasets_by_datapoint", links.c.datapoint_id)
