"""Handlers for datasets: named collections of datapoints."""

from collections.abc import Sequence
from typing import Any

import orjson
from sqlalchemy import Connection

from ..model.event_model import Document
from ..model.http_messages import HTTPError
from ..services.definition_kinds import DATAPOINT, DATASET
from ..store import dataset_members, definitions
from ..store.db_schema import Row
from .api_request import APIRequest
from .definition_crud import iso, known_fields, new


async def list_datasets(request: APIRequest) -> bytes:
    """Return all datasets, or only those with the given id or name."""
    found = await request.store.read(_find, request.arguments())
    return orjson.dumps({"datasets": found})


def _find(connection: Connection, wanted: dict[str, str]) -> list[Document]:
    values = {column: wanted[name] for name, column in (("dataset_id", "id"), ("name", "name")) if name in wanted}
    found = definitions.find_all(connection, DATASET.name, **values)
    datapoints = dataset_members.datapoints_of(connection, [each["id"] for each in found])
    return [{**each, "datapoints": datapoints.get(each["id"], [])} for each in found]


async def create_dataset(request: APIRequest) -> bytes:
    """Store a dataset and add datapoints to it."""
    document, row = new(request, DATASET, request.body)
    datapoints = request.body.get("datapoints", [])
    unknown = await request.store.change(_create, row, datapoints)
    report_unknown_ids(request, "datapoints", unknown)
    return orjson.dumps({"inserted": True, "result": {"insertedId": document["id"]}})


def _create(connection: Connection, row: Row, datapoints: Sequence[str]) -> int:
    definitions.insert(connection, [row])
    return _fill(connection, row["id"], datapoints, row["created_at"])


def _fill(connection: Connection, dataset: str, datapoints: Sequence[str], position: int) -> int:
    """Add the datapoints that exist to a dataset, and return the number of datapoints that do not exist."""
    known = definitions.known(connection, DATAPOINT.name, datapoints)
    dataset_members.add(connection, [dataset], known, position)
    return len(set(datapoints)) - len(known)


async def update_dataset(request: APIRequest) -> bytes:
    """Update a dataset."""
    dataset = request.target("dataset_id")
    position = request.store.arrival(len(request.body.get("datapoints", ())))
    changes = {**known_fields(request, DATASET, request.body), "updated_at": iso(position)}
    found, unknown = await request.store.change(_change, dataset, changes, request.body.get("datapoints"), position)
    if found is None:
        raise DATASET.not_found(dataset)
    report_unknown_ids(request, "datapoints", unknown)
    return orjson.dumps({"result": found})


def _change(
    connection: Connection, dataset: str, changes: Document, datapoints: Sequence[str] | None, position: int
) -> tuple[Document | None, int]:
    """Update a dataset. Return the dataset (None if it does not exist) and the number of unknown datapoints."""
    found = definitions.change(connection, DATASET.key(dataset), lambda stored: {**stored, **changes}, position)
    unknown = 0
    if found is not None and datapoints is not None:
        dataset_members.remove(connection, dataset=dataset)
        unknown = _fill(connection, dataset, datapoints, position)
    held = dataset_members.datapoints_of(connection, [dataset]).get(dataset, [])
    return found and {**found, "datapoints": held}, unknown


async def delete_dataset(request: APIRequest) -> bytes:
    """Delete a dataset; its datapoints stay."""
    dataset = request.target("dataset_id")
    if not await request.store.change(_remove, dataset):
        raise DATASET.not_found(dataset)
    return orjson.dumps({"result": {"id": dataset}})


def _remove(connection: Connection, dataset: str) -> bool:
    # The definition is removed first: a dataset of another project is not removed, and keeps its members.
    if not definitions.remove(connection, DATASET.key(dataset)):
        return False
    dataset_members.remove(connection, dataset=dataset)
    return True


async def add_dataset_datapoints(request: APIRequest) -> bytes:
    """Create datapoints from rows and add them to a dataset."""
    mapping = request.body["mapping"]
    made = [new(request, DATAPOINT, datapoint_of_row(row, mapping, n)) for n, row in enumerate(request.body["data"])]
    rows = [row for _, row in made]
    dataset = request.path["dataset_id"]
    if not await request.store.change(insert_datapoints, rows, dataset):
        raise DATASET.not_found(dataset)
    return orjson.dumps({"inserted": True, "datapoint_ids": [document["id"] for document, _ in made]})


def insert_datapoints(connection: Connection, rows: Sequence[Row], dataset: str | None) -> bool:
    """Store new datapoints and add them to a dataset. If the dataset does not exist, store nothing and return False."""
    if dataset is not None and not definitions.known(connection, DATASET.name, [dataset]):
        return False
    definitions.insert(connection, rows)
    if dataset is not None and rows:
        dataset_members.add(connection, [dataset], [row["id"] for row in rows], rows[0]["created_at"])
    return True


def datapoint_of_row(row: dict[str, Any], mapping: dict[str, list[str]], number: int) -> Document:
    """Return a datapoint made from a row; keys that the mapping does not name become metadata.

    Raises HTTPError (400) if the history is not a list of messages.
    """
    parts = {
        part: {key: row[key] for key in mapping.get(part, ()) if key in row} for part in ("inputs", "ground_truth")
    }
    history: list[Any] = []
    for key in mapping.get("history", ()):
        value = row.get(key, [])
        history += value if isinstance(value, list) else [value]
    if not all(isinstance(message, dict) for message in history):
        raise HTTPError(400, f"data.{number}: history must be a list of messages, each an object")
    used = {key for part in ("inputs", "history", "ground_truth") for key in mapping.get(part, ())}
    rest = {key: value for key, value in row.items() if key not in used}
    return {**parts, "history": history, "metadata": rest}


async def remove_dataset_datapoint(request: APIRequest) -> bytes:
    """Remove a datapoint from a dataset."""
    dataset, datapoint = request.path["dataset_id"], request.path["datapoint_id"]
    removed = await request.store.change(_remove_member, dataset, datapoint)
    if removed is None:
        raise DATASET.not_found(dataset)
    message = "Datapoint removed" if removed else "The datapoint was not in the dataset"
    return orjson.dumps({"dereferenced": removed, "message": message})


def _remove_member(connection: Connection, dataset: str, datapoint: str) -> bool | None:
    """Return True if the datapoint was removed, False if it was not a member, None if the dataset does not exist."""
    if not definitions.known(connection, DATASET.name, [dataset]):
        return None
    return dataset_members.remove(connection, dataset=dataset, datapoint=datapoint)


def report_unknown_ids(request: APIRequest, name: str, count: int) -> None:
    """Report as lint that a list contains unknown ids."""
    if count:
        request.lint.append(f"{name}: unknown ids left out: {count}")
