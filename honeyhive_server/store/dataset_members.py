"""Membership of datapoints in datasets. Every function takes the connection of the caller's transaction."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, select

from .db_schema import dataset_datapoints, rows_with
from .statements import insert_new


def add(connection: Connection, datasets: Sequence[str], datapoints: Sequence[str], position: int) -> None:
    """Add every datapoint to every dataset, in order from ``position`` on. Existing members keep their position."""
    rows = [
        {"dataset_id": dataset, "datapoint_id": datapoint, "position": position + n}
        for dataset in datasets
        for n, datapoint in enumerate(datapoints)
    ]
    insert_new(connection, rows, dataset_datapoints)


def remove(connection: Connection, *, dataset: str | None = None, datapoint: str | None = None) -> bool:
    """Remove all members of a dataset, a datapoint from all datasets, or a datapoint from one dataset.

    Return True if there were members.
    """
    statement = delete(dataset_datapoints)
    if dataset is not None:
        statement = statement.where(dataset_datapoints.c.dataset_id == dataset)
    if datapoint is not None:
        statement = statement.where(dataset_datapoints.c.datapoint_id == datapoint)
    return connection.execute(statement).rowcount > 0


def datapoints_of(connection: Connection, datasets: Iterable[str]) -> dict[str, list[str]]:
    """Return the datapoint ids of each dataset, in order."""
    return _grouped(connection, "dataset_id", "datapoint_id", datasets)


def datasets_of(connection: Connection, datapoints: Iterable[str]) -> dict[str, list[str]]:
    """Return the ids of the datasets that each datapoint is in."""
    return _grouped(connection, "datapoint_id", "dataset_id", datapoints)


def _grouped(connection: Connection, given: str, wanted: str, ids: Iterable[str]) -> dict[str, list[str]]:
    columns = dataset_datapoints.c
    groups: dict[str, list[str]] = defaultdict(list)
    statement = select(columns[given], columns[wanted]).order_by(columns.position)
    for one, other in rows_with(connection, statement, columns[given], ids):
        groups[one].append(other)
    return groups
