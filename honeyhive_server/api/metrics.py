"""Metrics and their versions, as stored definitions: nothing here runs code or asks a model."""

import hashlib
from typing import Any

import orjson
from sqlalchemy import Connection

from ..model.event_model import DEFAULT_PROJECT, Document
from ..model.http_error import Refusal
from ..model.json_codec import write_json
from ..store import objects as definitions
from ..store.dialect import Dialect
from .definitions import Kind, create, iso, kept, update
from .request import Call

_FIELDS: dict[str, Any] = {
    "name": None,
    "type": None,
    "criteria": None,
    "description": "",
    "return_type": "float",
    "enabled_in_prod": False,
    "sampling_percentage": 10,
    "model_provider": None,
    "model_name": None,
    "scale": None,
    "threshold": None,
    "categories": None,
    "filters": {"filterArray": []},
}
# Accepted without an effect, as the document says.
_IGNORED = frozenset({"id", "needs_ground_truth", "child_metrics"})
METRIC = Kind("metric", _FIELDS, {"updated_at": None, "needs_ground_truth": False}, also=_IGNORED)
VERSION = Kind("metric_version", {})


async def list_metrics(call: Call) -> bytes:
    """Answer the metrics, or those of a type or with an id."""
    arguments = call.arguments()
    wanted = {"id": arguments["id"]} if "id" in arguments else {}
    found = await call.store.read(definitions.find_all, METRIC.name, **wanted)
    kind = arguments.get("type")
    return orjson.dumps({"metrics": [each for each in found if kind is None or each["type"] == kind]})


async def create_metric(call: Call) -> bytes:
    """Store a metric. Raises Refusal (400) for a composite one."""
    _check(call.body)
    metric = await create(call, METRIC, call.body)
    return orjson.dumps({"inserted": True, "metric_id": metric["id"]})


def _check(metric: Document) -> Document:
    if metric.get("type") == "COMPOSITE":
        raise Refusal(400, "type: a COMPOSITE metric is refused")
    return metric


async def update_metric(call: Call) -> bytes:
    """Change a metric."""
    return await _update(call, call.path["metric_id"])


async def update_metric_legacy(call: Call) -> bytes:
    """Change the metric that the body names."""
    return await _update(call, call.body["id"])


async def _update(call: Call, metric_id: str) -> bytes:
    _check(call.body)
    await update(call, METRIC, metric_id, call.body)
    return b'{"updated":true}'


async def delete_metric(call: Call) -> bytes:
    """Delete a metric and its versions."""
    return await _delete(call, call.path["metric_id"])


async def delete_metric_legacy(call: Call) -> bytes:
    """Delete the metric that the query names."""
    return await _delete(call, call.arguments()["metric_id"])


async def _delete(call: Call, metric_id: str) -> bytes:
    if not await call.store.change(_remove, metric_id):
        raise METRIC.missing(metric_id)
    return b'{"deleted":true}'


def _remove(connection: Connection, metric_id: str) -> bool:
    definitions.remove_below(connection, VERSION.name, metric_id)
    return definitions.remove(connection, METRIC.key(metric_id))


async def list_metric_versions(call: Call) -> bytes:
    """Answer the versions of a metric, the oldest first."""
    metric_id = call.path["metric_id"]
    found = await call.store.read(_versions, metric_id)
    if found is None:
        raise METRIC.missing(metric_id)
    return orjson.dumps({"success": True, "data": [_shown(each) for each in found]})


def _versions(connection: Connection, metric_id: str) -> list[Document] | None:
    if definitions.find(connection, METRIC.key(metric_id)) is None:
        return None
    return definitions.find_all(connection, VERSION.name, parent=metric_id)


def _shown(version: Document) -> Document:
    return {key: version[key] for key in version if key not in ("id", "metric_id")}


async def create_metric_version(call: Call) -> bytes:
    """Add a version to a metric, in use at once if the body says so."""
    metric_id, body = call.path["metric_id"], call.body
    content = _content(call, body["content"])
    date = call.store.arrival()
    version = {
        "metric_id": metric_id,
        "full_sha": hashlib.sha1(write_json(content).encode(), usedforsecurity=False).hexdigest(),
        "message": body["message"],
        "date": iso(date),
        "deployed": False,
        "content": content,
    }
    deploy = body.get("deploy_immediately", False)
    made = await call.store.change(_add, call.store.dialect, version, date, deploy=deploy)
    if made is None:
        raise METRIC.missing(metric_id)
    return orjson.dumps({"success": True, "data": _shown(made)})


def _content(call: Call, sent: dict[str, Any]) -> Document:
    """The whole definition of a metric. Raises Refusal (400) where something is missing."""
    _check(sent)
    if sent["type"] == "LLM" and not (sent.get("model_provider") and sent.get("model_name")):
        raise Refusal(400, "content: an LLM metric needs model_provider and model_name")
    enabled = {"enabled_in_prod": sent["type"] == "HUMAN"}
    return {**_FIELDS, **enabled, **kept(call, METRIC, sent), "needs_ground_truth": False}


def _add(connection: Connection, dialect: Dialect, version: Document, date: int, *, deploy: bool) -> Document | None:
    metric_id = version["metric_id"]
    # The metric is changed, though into itself: so it is locked while its versions are counted.
    if definitions.change(connection, METRIC.key(metric_id), lambda metric: metric, date) is None:
        return None
    name = f"v{len(definitions.find_all(connection, VERSION.name, parent=metric_id)) + 1}"
    version = {"id": f"{metric_id}/{name}", "name": name, **version}
    row = definitions.row(VERSION.key(version["id"]), DEFAULT_PROJECT, version, date)
    definitions.insert(connection, dialect, [row])
    return _deploy(connection, metric_id, name, date) if deploy else version


async def deploy_metric_version(call: Call) -> bytes:
    """Make a version the one in use: the metric becomes what it says."""
    metric_id, name = call.path["metric_id"], call.path["version_name"]
    found = await call.store.change(_deploy, metric_id, name, call.store.arrival())
    if found is None:
        raise Refusal(404, f"no version {name[:80]!r} of a metric with the id {metric_id[:80]!r}")
    return orjson.dumps({"success": True, "data": _shown(found)})


def _deploy(connection: Connection, metric_id: str, name: str, date: int) -> Document | None:
    versions = definitions.find_all(connection, VERSION.name, parent=metric_id)
    chosen = next((each for each in versions if each["name"] == name), None)
    if chosen is None:
        return None
    now = {**chosen["content"], "updated_at": iso(date)}
    definitions.change(connection, METRIC.key(metric_id), lambda metric: {**metric, **now}, date)
    for each in versions:
        definitions.change(
            connection, VERSION.key(each["id"]), lambda stored: {**stored, "deployed": stored["name"] == name}, date
        )
    return {**chosen, "deployed": True}
