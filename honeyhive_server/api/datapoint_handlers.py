"""Handlers for datapoints: the cases of a dataset."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from sqlalchemy import Connection

from ..model.event_model import Document
from ..model.filters import read_date_range, read_filters
from ..model.http_messages import HTTPError
from ..model.json_codec import loads
from ..services.definition_kinds import DATAPOINT, DATASET
from ..store import dataset_members, definitions, queries
from ..store.db_schema import Row
from ..store.queries import MAX_ROWS, PageWindow
from .api_request import APIRequest
from .dataset_handlers import insert_datapoints, report_unknown_ids
from .definition_crud import iso, known_fields, new


async def list_datapoints(request: APIRequest) -> bytes:
    """Return all datapoints, or only those with the given ids or in the given dataset."""
    arguments = request.arguments()
    found = await request.store.read(_find, arguments.get("datapoint_ids[]"), arguments.get("dataset_name"))
    return orjson.dumps({"datapoints": found})


def _find(connection: Connection, ids: Sequence[str] | None, dataset_name: str | None) -> list[Document]:
    if ids is None and dataset_name is None:
        return _with_datasets(connection, definitions.find_all(connection, DATAPOINT.name))
    if dataset_name is not None:
        datasets = definitions.find_all(connection, DATASET.name, name=dataset_name)
        held = dataset_members.datapoints_of(connection, [each["id"] for each in datasets])
        members = dict.fromkeys(datapoint for each in datasets for datapoint in held.get(each["id"], ()))
        ids = list(members) if ids is None else [each for each in ids if each in members]
    return _with_datasets(connection, list(definitions.find_by_id(connection, DATAPOINT.name, ids or ()).values()))


def _with_datasets(connection: Connection, found: Sequence[Document]) -> list[Document]:
    datasets = dataset_members.datasets_of(connection, [each["id"] for each in found])
    return [{**each, "linked_datasets": datasets.get(each["id"], [])} for each in found]


async def get_datapoint(request: APIRequest) -> bytes:
    """Return one datapoint, as the only item of a list."""
    datapoint = request.path["datapoint_id"]
    found = await request.store.read(_find, [datapoint], None)
    if not found:
        raise DATAPOINT.not_found(datapoint)
    return orjson.dumps({"datapoint": found})


async def create_datapoint(request: APIRequest) -> bytes:
    """Store a datapoint and add it to datasets."""
    document, row = new(request, DATAPOINT, request.body)
    unknown = await request.store.change(_create, row, request.body.get("linked_datasets", []))
    report_unknown_ids(request, "linked_datasets", unknown)
    return orjson.dumps({"inserted": True, "result": {"insertedIds": [document["id"]]}})


def _create(connection: Connection, row: Row, datasets: Sequence[str]) -> int:
    definitions.insert(connection, [row])
    return _add_to_datasets(connection, row["id"], datasets, row["created_at"])


def _add_to_datasets(connection: Connection, datapoint: str, datasets: Sequence[str], position: int) -> int:
    """Add a datapoint to the datasets that exist, and return the number of datasets that do not exist."""
    known = definitions.known(connection, DATASET.name, datasets)
    dataset_members.add(connection, known, [datapoint], position)
    return len(set(datasets)) - len(known)


async def update_datapoint(request: APIRequest) -> bytes:
    """Update a datapoint; `linked_datasets` replaces the whole list."""
    datapoint = request.path["datapoint_id"]
    position = request.store.arrival()
    changes = {**known_fields(request, DATAPOINT, request.body), "updated_at": iso(position)}
    unknown = await request.store.change(_change, datapoint, changes, request.body.get("linked_datasets"), position)
    if unknown is None:
        raise DATAPOINT.not_found(datapoint)
    report_unknown_ids(request, "linked_datasets", unknown)
    return orjson.dumps({"updated": True, "result": {"modifiedCount": 1}})


def _change(
    connection: Connection, datapoint: str, changes: Document, datasets: Sequence[str] | None, position: int
) -> int | None:
    """Update a datapoint. Return the number of datasets that do not exist; None if the datapoint does not exist."""
    found = definitions.change(connection, DATAPOINT.key(datapoint), lambda stored: {**stored, **changes}, position)
    if found is None:
        return None
    if datasets is None:
        return 0
    for dataset in dataset_members.datasets_of(connection, [datapoint]).get(datapoint, ()):
        if dataset not in datasets:
            dataset_members.remove(connection, dataset=dataset, datapoint=datapoint)
    return _add_to_datasets(connection, datapoint, datasets, position)


async def delete_datapoint(request: APIRequest) -> bytes:
    """Delete a datapoint and remove it from every dataset."""
    datapoint = request.path["datapoint_id"]
    if not await request.store.change(_remove, datapoint):
        raise DATAPOINT.not_found(datapoint)
    return b'{"deleted":true}'


def _remove(connection: Connection, datapoint: str) -> bool:
    # The definition is removed first: a datapoint of another project is not removed, and stays in its datasets.
    if not definitions.remove(connection, DATAPOINT.key(datapoint)):
        return False
    dataset_members.remove(connection, datapoint=datapoint)
    return True


async def create_datapoint_batch(request: APIRequest) -> bytes:
    """Create a datapoint from each chosen event, and add the datapoints to a dataset."""
    chosen = await _chosen(request)
    made = [new(request, DATAPOINT, datapoint_of_event(event, request.body.get("mapping"))) for event in chosen]
    dataset = request.body.get("dataset_id")
    if not await request.store.change(insert_datapoints, [row for _, row in made], dataset):
        raise DATASET.not_found(dataset)
    return orjson.dumps({"inserted": True, "insertedIds": [document["id"] for document, _ in made]})


async def _chosen(request: APIRequest) -> list[Document]:
    """Return the chosen events. If the body selects all events that match its filters, the oldest comes first."""
    states = request.body.get("checkState", {})
    if not request.body.get("selectAll"):
        ids = [*(event_id for event_id, chosen in states.items() if chosen), *request.body.get("events", ())]
        found = await request.store.read(queries.find_by_id, ids)
        report_unknown_ids(request, "events", len(set(ids)) - len(found))
        return [loads(each) for each in found]
    filters = request.body.get("filters", [])
    filters = [filters] if isinstance(filters, dict) else filters
    if fault := request.contract.event_filters.fault(filters):
        raise HTTPError(400, f"filters.{fault}")
    time_range = read_date_range(request.body.get("dateRange", {}))
    found, _ = await request.store.read(queries.find, read_filters(filters), time_range, PageWindow(MAX_ROWS))
    events = [loads(each) for each in reversed(found)]
    return [event for event in events if states.get(event["event_id"], True)]


def datapoint_of_event(event: Document, mapping: Mapping[str, Sequence[str]] | None) -> Document:
    """Return a datapoint made from an event: the event's inputs, and its ground truth or else its outputs.

    A mapping chooses other parts, as dotted paths from the top of the event or from its inputs or outputs.
    """
    linked = {"linked_event": event["event_id"], "metadata": event["metadata"]}
    if mapping is None:
        truth = event["feedback"].get("ground_truth")
        truth = {"ground_truth": truth} if truth is not None and not isinstance(truth, dict) else truth
        return {**linked, "inputs": event["inputs"], "ground_truth": truth or event["outputs"]}
    parts = {part: dict(_picked(event, mapping.get(part, ()))) for part in ("inputs", "ground_truth", "history")}
    history: list[Any] = []
    for value in parts.pop("history").values():
        history += [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict)]
    return {**linked, **parts, "history": history}


def _picked(event: Document, keys: Sequence[str]) -> list[tuple[str, Any]]:
    """Return (last part of the key, value) for each dotted key that the event has."""
    picked = []
    for key in keys:
        steps = key.split(".")
        found = [
            value for holder in (event, event["inputs"], event["outputs"]) if (value := _at(holder, steps)) is not None
        ]
        picked += [(steps[-1], found[0])] if found else []
    return picked


def _at(holder: Any, steps: Sequence[str]) -> Any:
    for step in steps:
        holder = holder.get(step) if isinstance(holder, dict) else None
    return holder
