"""Datapoints: cases to try an application on."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from sqlalchemy import Connection

from ..model.event_model import Document
from ..model.filters import read_filters, read_span
from ..model.http_error import Refusal
from ..model.json_codec import loads
from ..store import dataset_members as links
from ..store import objects as definitions
from ..store import queries
from ..store.dialect import Dialect
from ..store.queries import MAX_ROWS, Page
from ..store.schema import Row
from .datasets import DATAPOINT, DATASET, add_rows, report_unknown
from .definitions import iso, kept, new
from .request import Call


async def list_datapoints(call: Call) -> bytes:
    """Answer the datapoints, or those with these ids, or those of a dataset."""
    arguments = call.arguments()
    found = await call.store.read(_find, arguments.get("datapoint_ids[]"), arguments.get("dataset_name"))
    return orjson.dumps({"datapoints": found})


def _find(connection: Connection, ids: Sequence[str] | None, dataset_name: str | None) -> list[Document]:
    if ids is None and dataset_name is None:
        return _with_links(connection, definitions.find_all(connection, DATAPOINT.name))
    if dataset_name is not None:
        datasets = definitions.find_all(connection, DATASET.name, name=dataset_name)
        held = links.datapoints_of(connection, [each["id"] for each in datasets])
        members = dict.fromkeys(datapoint for each in datasets for datapoint in held.get(each["id"], ()))
        ids = list(members) if ids is None else [each for each in ids if each in members]
    return _with_links(connection, list(definitions.find_these(connection, DATAPOINT.name, ids or ()).values()))


def _with_links(connection: Connection, found: Sequence[Document]) -> list[Document]:
    datasets = links.datasets_of(connection, [each["id"] for each in found])
    return [{**each, "linked_datasets": datasets.get(each["id"], [])} for each in found]


async def get_datapoint(call: Call) -> bytes:
    """Answer one datapoint, as the one item of a list."""
    datapoint = call.path["datapoint_id"]
    found = await call.store.read(_find, [datapoint], None)
    if not found:
        raise DATAPOINT.missing(datapoint)
    return orjson.dumps({"datapoint": found})


async def create_datapoint(call: Call) -> bytes:
    """Store a datapoint and put it into datasets."""
    document, row = new(call, DATAPOINT, call.body)
    unknown = await call.store.change(_create, call.store.dialect, row, call.body.get("linked_datasets", []))
    report_unknown(call, "linked_datasets", unknown)
    return orjson.dumps({"inserted": True, "result": {"insertedIds": [document["id"]]}})


def _create(connection: Connection, dialect: Dialect, row: Row, datasets: Sequence[str]) -> int:
    definitions.insert(connection, dialect, [row])
    return _put(connection, dialect, row["id"], datasets, row["created_at"])


def _put(connection: Connection, dialect: Dialect, datapoint: str, datasets: Sequence[str], position: int) -> int:
    """Put a datapoint into the datasets that exist; how many do not."""
    known = definitions.known(connection, DATASET.name, datasets)
    links.link(connection, dialect, known, [datapoint], position)
    return len(set(datasets)) - len(known)


async def update_datapoint(call: Call) -> bytes:
    """Change a datapoint; `linked_datasets` takes the place of the whole list."""
    datapoint = call.path["datapoint_id"]
    position = call.store.arrival()
    changes = {**kept(call, DATAPOINT, call.body), "updated_at": iso(position)}
    unknown = await call.store.change(
        _change, call.store.dialect, datapoint, changes, call.body.get("linked_datasets"), position
    )
    if unknown is None:
        raise DATAPOINT.missing(datapoint)
    report_unknown(call, "linked_datasets", unknown)
    return orjson.dumps({"updated": True, "result": {"modifiedCount": 1}})


def _change(
    connection: Connection,
    dialect: Dialect,
    datapoint: str,
    changes: Document,
    datasets: Sequence[str] | None,
    position: int,
) -> int | None:
    """How many of the datasets do not exist; None if the datapoint does not."""
    found = definitions.change(connection, DATAPOINT.key(datapoint), lambda stored: {**stored, **changes}, position)
    if found is None:
        return None
    if datasets is None:
        return 0
    for dataset in links.datasets_of(connection, [datapoint]).get(datapoint, ()):
        if dataset not in datasets:
            links.unlink(connection, dataset=dataset, datapoint=datapoint)
    return _put(connection, dialect, datapoint, datasets, position)


async def delete_datapoint(call: Call) -> bytes:
    """Delete a datapoint, which leaves every dataset."""
    datapoint = call.path["datapoint_id"]
    if not await call.store.change(_remove, datapoint):
        raise DATAPOINT.missing(datapoint)
    return b'{"deleted":true}'


def _remove(connection: Connection, datapoint: str) -> bool:
    links.unlink(connection, datapoint=datapoint)
    return definitions.remove(connection, DATAPOINT.key(datapoint))


async def create_datapoint_batch(call: Call) -> bytes:
    """Make a datapoint of each chosen event and put them into a dataset."""
    chosen = await _chosen(call)
    made = [new(call, DATAPOINT, datapoint_of_event(event, call.body.get("mapping"))) for event in chosen]
    dataset = call.body.get("dataset_id")
    if not await call.store.change(add_rows, call.store.dialect, [row for _, row in made], dataset):
        raise DATASET.missing(dataset)
    return orjson.dumps({"inserted": True, "insertedIds": [document["id"] for document, _ in made]})


async def _chosen(call: Call) -> list[Document]:
    """The events that the body chooses, the oldest first where it chooses all that meet the filters."""
    states = call.body.get("checkState", {})
    if not call.body.get("selectAll"):
        ids = [*(event_id for event_id, chosen in states.items() if chosen), *call.body.get("events", ())]
        found = await call.store.read(queries.find_these, ids)
        report_unknown(call, "events", len(set(ids)) - len(found))
        return [loads(each) for each in found]
    filters = call.body.get("filters", [])
    filters = [filters] if isinstance(filters, dict) else filters
    if fault := next(call.contract.event_filters.faults(filters), None):
        raise Refusal(400, f"{'.'.join(map(str, ('filters', *fault.instance_path)))}: {fault.message[-200:]}")
    given = call.body.get("dateRange", {})
    span = read_span(given.get("$gte"), given.get("$lte"))
    found, _ = await call.store.read(queries.find, call.store.dialect, read_filters(filters), span, Page(MAX_ROWS))
    events = [loads(each) for each in reversed(found)]
    return [event for event in events if states.get(event["event_id"], True)]


def datapoint_of_event(event: Document, mapping: Mapping[str, Sequence[str]] | None) -> Document:
    """A datapoint made of an event: what went in, and what people said should come out, else what came out.

    A mapping names other parts, as paths with dots from the top of the event or from its inputs or outputs.
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
    """Each key's last step, and what stands there."""
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
