"""Handlers for metrics and their versions. They are only stored: the server neither runs code nor calls a model."""

import hashlib
from typing import Any

import orjson
from sqlalchemy import Connection

from ..model.event_model import DEFAULT_PROJECT, Document
from ..model.http_messages import HTTPError
from ..model.json_codec import write_json
from ..services.definition_kinds import METRIC, METRIC_FIELDS, METRIC_VERSION
from ..store import definitions
from ..store.project_scope import key_project
from .api_request import APIRequest
from .definition_crud import create, iso, known_fields, update


async def list_metrics(request: APIRequest) -> bytes:
    """Return all metrics, or only those with the given type or id."""
    arguments = request.arguments()
    wanted = {"id": arguments["id"]} if "id" in arguments else {}
    found = await request.store.read(definitions.find_all, METRIC.name, **wanted)
    kind = arguments.get("type")
    return orjson.dumps({"metrics": [each for each in found if kind is None or each["type"] == kind]})


async def create_metric(request: APIRequest) -> bytes:
    """Store a metric. Raises HTTPError (400) for a composite metric."""
    _check(request.body)
    metric = await create(request, METRIC, request.body)
    return orjson.dumps({"inserted": True, "metric_id": metric["id"]})


def _check(metric: Document) -> Document:
    if metric.get("type") == "COMPOSITE":
        raise HTTPError(400, "type: COMPOSITE metrics are not supported")
    return metric


async def update_metric(request: APIRequest) -> bytes:
    """Update a metric."""
    _check(request.body)
    await update(request, METRIC, request.target("metric_id", "id"), request.body)
    return b'{"updated":true}'


async def delete_metric(request: APIRequest) -> bytes:
    """Delete a metric and its versions."""
    metric_id = request.target("metric_id")
    if not await request.store.change(_remove, metric_id):
        raise METRIC.not_found(metric_id)
    return b'{"deleted":true}'


def _remove(connection: Connection, metric_id: str) -> bool:
    definitions.remove_below(connection, METRIC_VERSION.name, metric_id)
    return definitions.remove(connection, METRIC.key(metric_id))


async def list_metric_versions(request: APIRequest) -> bytes:
    """Return the versions of a metric, the oldest first."""
    metric_id = request.path["metric_id"]
    found = await request.store.read(_versions, metric_id)
    if found is None:
        raise METRIC.not_found(metric_id)
    return orjson.dumps({"success": True, "data": [_public(each) for each in found]})


def _versions(connection: Connection, metric_id: str) -> list[Document] | None:
    if definitions.find(connection, METRIC.key(metric_id)) is None:
        return None
    return definitions.find_all(connection, METRIC_VERSION.name, parent=metric_id)


def _public(version: Document) -> Document:
    return {key: version[key] for key in version if key not in ("id", "metric_id")}


async def create_metric_version(request: APIRequest) -> bytes:
    """Add a version to a metric, and deploy it if the body asks for that."""
    metric_id, body = request.path["metric_id"], request.body
    content = _complete(request, body["content"])
    date = request.store.arrival()
    version = {
        "metric_id": metric_id,
        "full_sha": hashlib.sha1(write_json(content).encode(), usedforsecurity=False).hexdigest(),
        "message": body["message"],
        "date": iso(date),
        "deployed": False,
        "content": content,
    }
    deploy = body.get("deploy_immediately", False)
    made = await request.store.change(_add, version, date, deploy=deploy)
    if made is None:
        raise METRIC.not_found(metric_id)
    return orjson.dumps({"success": True, "data": _public(made)})


def _complete(request: APIRequest, sent: dict[str, Any]) -> Document:
    """Return the complete definition of a metric. Raises HTTPError (400) if a key is missing."""
    _check(sent)
    if sent["type"] == "LLM" and not (sent.get("model_provider") and sent.get("model_name")):
        raise HTTPError(400, "content: an LLM metric needs model_provider and model_name")
    enabled = {"enabled_in_prod": sent["type"] == "HUMAN"}
    return {**METRIC_FIELDS, **enabled, **known_fields(request, METRIC, sent), "needs_ground_truth": False}


def _add(connection: Connection, version: Document, date: int, *, deploy: bool) -> Document | None:
    metric_id = version["metric_id"]
    # This change has no effect, but it locks the metric while its versions are counted.
    if definitions.change(connection, METRIC.key(metric_id), lambda metric: metric, date) is None:
        return None
    name = f"v{len(definitions.find_all(connection, METRIC_VERSION.name, parent=metric_id)) + 1}"
    version = {"id": f"{metric_id}/{name}", "name": name, **version}
    row = definitions.row(METRIC_VERSION.key(version["id"]), key_project.get() or DEFAULT_PROJECT, version, date)
    definitions.insert(connection, [row])
    return _deploy(connection, metric_id, name, date) if deploy else version


async def deploy_metric_version(request: APIRequest) -> bytes:
    """Deploy a version: copy its content to the metric."""
    metric_id, name = request.path["metric_id"], request.path["version_name"]
    found = await request.store.change(_deploy, metric_id, name, request.store.arrival())
    if found is None:
        raise HTTPError(404, f"no version {name[:80]!r} of a metric with the id {metric_id[:80]!r}")
    return orjson.dumps({"success": True, "data": _public(found)})


def _deploy(connection: Connection, metric_id: str, name: str, date: int) -> Document | None:
    versions = definitions.find_all(connection, METRIC_VERSION.name, parent=metric_id)
    chosen = next((each for each in versions if each["name"] == name), None)
    if chosen is None:
        return None
    now = {**chosen["content"], "updated_at": iso(date)}
    definitions.change(connection, METRIC.key(metric_id), lambda metric: {**metric, **now}, date)
    for each in versions:
        definitions.change(
            connection,
            METRIC_VERSION.key(each["id"]),
            lambda stored: {**stored, "deployed": stored["name"] == name},
            date,
        )
    return {**chosen, "deployed": True}
