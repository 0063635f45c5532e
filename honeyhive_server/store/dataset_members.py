"""Which datapoint is in which dataset, on a connection that the caller holds."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table, delete, select

from .dialect import Dialect
from .more_tables import links
from .schema import chunks
from .statements import insert_new


def link(
    connection: Connection, dialect: Dialect, datasets: Sequence[str], datapoints: Sequence[str], position: int
) -> None:
    """Put every datapoint into every dataset, in this order from a position on; who is in stays where it is."""
    rows = [
        {"dataset_id": dataset, "datapoint_id": datapoint, "position": position + n}
        for dataset in datasets
        for n, datapoint in enumerate(datapoints)
    ]
    insert_new(connection, dialect, rows, links)


def unlink(connection: Connection, *, dataset: str | None = None, datapoint: str | None = None) -> bool:
    """Empty a dataset, take a datapoint out of every dataset, or one out of one; whether there was any link."""
    statement = delete(links)
    if dataset is not None:
        statement = statement.where(links.c.dataset_id == dataset)
    if datapoint is not None:
        statement = statement.where(links.c.datapoint_id == datapoint)
    return connection.execute(statement).rowcount > 0


def datapoints_of(connection: Connection, datasets: Iterable[str]) -> dict[str, list[str]]:
    """The ids of the datapoints in each of these datasets, in their order there."""
    return _grouped(connection, links, "dataset_id", "datapoint_id", datasets)


def datasets_of(connection: Connection, datapoints: Iterable[str]) -> dict[str, list[str]]:
    """The ids of the datasets that hold each of these datapoints, in the order of the links."""
    return _grouped(connection, links, "datapoint_id", "dataset_id", datapoints)


def _grouped(connection: Connection, table: Table, given: str, wanted: str, ids: Iterable[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for chunk in chunks(ids):
        statement = select(table.c[given], table.c[wanted]).where(table.c[given].in_(chunk))
        for one, other in connection.execute(statement.order_by(table.c.position)):
            groups[one].append(other)
    return groups
