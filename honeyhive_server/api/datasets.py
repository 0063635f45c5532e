"""Datasets: named collections of datapoints."""

from collections.abc import Sequence
from typing import Any

import orjson
from sqlalchemy import Connection

from ..model.event_model import Document
from ..model.http_error import Refusal
from ..store import dataset_members as links
from ..store import objects as definitions
from ..store.dialect import Dialect
from ..store.schema import Row
from .definitions import Kind, iso, kept, new
from .request import Call

DATASET = Kind(
    "dataset", {"name": "Untitled Dataset", "description": None}, also=frozenset({"datapoints", "dataset_id"})
)
DATAPOINT = Kind(
    "datapoint",
    {"inputs": {}, "history": [], "ground_truth": None, "metadata": None, "linked_event": None},
    also=frozenset({"linked_datasets"}),
)


async def list_datasets(call: Call) -> bytes:
    """Answer the datasets, or those with an id or a name."""
    found = await call.store.read(_find, call.arguments())
    return orjson.dumps({"datasets": found})


def _find(connection: Connection, wanted: dict[str, str]) -> list[Document]:
    values = {column: wanted[name] for name, column in (("dataset_id", "id"), ("name", "name")) if name in wanted}
    found = definitions.find_all(connection, DATASET.name, **values)
    datapoints = links.datapoints_of(connection, [each["id"] for each in found])
    return [{**each, "datapoints": datapoints.get(each["id"], [])} for each in found]


async def create_dataset(call: Call) -> bytes:
    """Store a dataset and put datapoints into it."""
    document, row = new(call, DATASET, call.body)
    datapoints = call.body.get("datapoints", [])
    unknown = await call.store.change(_create, call.store.dialect, row, datapoints)
    report_unknown(call, "datapoints", unknown)
    return orjson.dumps({"inserted": True, "result": {"insertedId": document["id"]}})


def _create(connection: Connection, dialect: Dialect, row: Row, datapoints: Sequence[str]) -> int:
    definitions.insert(connection, dialect, [row])
    return _fill(connection, dialect, row["id"], datapoints, row["created_at"])


def _fill(connection: Connection, dialect: Dialect, dataset: str, datapoints: Sequence[str], position: int) -> int:
    """Put the datapoints that exist into a dataset; how many do not."""
    known = definitions.known(connection, DATAPOINT.name, datapoints)
    links.link(connection, dialect, [dataset], known, position)
    return len(set(datapoints)) - len(known)


async def update_dataset(call: Call) -> bytes:
    """Change a dataset."""
    return await _update(call, call.path["dataset_id"])


async def update_dataset_legacy(call: Call) -> bytes:
    """Change the dataset that the body names."""
    return await _update(call, call.body["dataset_id"])


async def _update(call: Call, dataset: str) -> bytes:
    position = call.store.arrival(len(call.body.get("datapoints", ())))
    changes = {**kept(call, DATASET, call.body), "updated_at": iso(position)}
    found, unknown = await call.store.change(
        _change, call.store.dialect, dataset, changes, call.body.get("datapoints"), position
    )
    if found is None:
        raise DATASET.missing(dataset)
    report_unknown(call, "datapoints", unknown)
    return orjson.dumps({"result": found})


def _change(
    connection: Connection,
    dialect: Dialect,
    dataset: str,
    changes: Document,
    datapoints: Sequence[str] | None,
    position: int,
) -> tuple[Document | None, int]:
    found = definitions.change(connection, DATASET.key(dataset), lambda stored: {**stored, **changes}, position)
    unknown = 0
    if found is not None and datapoints is not None:
        links.unlink(connection, dataset=dataset)
        unknown = _fill(connection, dialect, dataset, datapoints, position)
    held = links.datapoints_of(connection, [dataset]).get(dataset, [])
    return found and {**found, "datapoints": held}, unknown


async def delete_dataset(call: Call) -> bytes:
    """Delete a dataset; its datapoints stay."""
    return await _delete(call, call.path["dataset_id"])


async def delete_dataset_legacy(call: Call) -> bytes:
    """Delete the dataset that the query names."""
    return await _delete(call, call.arguments()["dataset_id"])


async def _delete(call: Call, dataset: str) -> bytes:
    if not await call.store.change(_remove, dataset):
        raise DATASET.missing(dataset)
    return orjson.dumps({"result": {"id": dataset}})


def _remove(connection: Connection, dataset: str) -> bool:
    links.unlink(connection, dataset=dataset)
    return definitions.remove(connection, DATASET.key(dataset))


async def add_dataset_datapoints(call: Call) -> bytes:
    """Make datapoints of rows and put them into a dataset."""
    mapping = call.body["mapping"]
    made = [new(call, DATAPOINT, datapoint_of_row(row, mapping, n)) for n, row in enumerate(call.body["data"])]
    rows = [row for _, row in made]
    dataset = call.path["dataset_id"]
    if not await call.store.change(add_rows, call.store.dialect, rows, dataset):
        raise DATASET.missing(dataset)
    return orjson.dumps({"inserted": True, "datapoint_ids": [document["id"] for document, _ in made]})


def add_rows(connection: Connection, dialect: Dialect, rows: Sequence[Row], dataset: str | None) -> bool:
    """Store new datapoints and put them into a dataset; false, and nothing is stored, if there is no such dataset."""
    if dataset is not None and not definitions.known(connection, DATASET.name, [dataset]):
        return False
    definitions.insert(connection, dialect, rows)
    if dataset is not None and rows:
        links.link(connection, dialect, [dataset], [row["id"] for row in rows], rows[0]["created_at"])
    return True


def datapoint_of_row(row: dict[str, Any], mapping: dict[str, list[str]], number: int) -> Document:
    """A datapoint made of a row; what the mapping does not name becomes metadata.

    Raises Refusal (400) for a history that is no messages.
    """
    parts = {
        part: {key: row[key] for key in mapping.get(part, ()) if key in row} for part in ("inputs", "ground_truth")
    }
    history: list[Any] = []
    for key in mapping.get("history", ()):
        value = row.get(key, [])
        history += value if isinstance(value, list) else [value]
    if not all(isinstance(message, dict) for message in history):
        raise Refusal(400, f"data.{number}: the history is no list of messages, each an object")
    used = {key for part in ("inputs", "history", "ground_truth") for key in mapping.get(part, ())}
    rest = {key: value for key, value in row.items() if key not in used}
    return {**parts, "history": history, "metadata": rest}


async def remove_dataset_datapoint(call: Call) -> bytes:
    """Take a datapoint out of a dataset."""
    dataset, datapoint = call.path["dataset_id"], call.path["datapoint_id"]
    removed = await call.store.change(_take_out, dataset, datapoint)
    if removed is None:
        raise DATASET.missing(dataset)
    message = "Datapoint removed" if removed else "The datapoint was not in the dataset"
    return orjson.dumps({"dereferenced": removed, "message": message})


def _take_out(connection: Connection, dataset: str, datapoint: str) -> bool | None:
    if not definitions.known(connection, DATASET.name, [dataset]):
        return None
    return links.unlink(connection, dataset=dataset, datapoint=datapoint)


def report_unknown(call: Call, name: str, count: int) -> None:
    """Say as lint that ids of a list are not there."""
    if count:
        call.lint.append(f"{name}: {count} of the ids are not there and left out")
