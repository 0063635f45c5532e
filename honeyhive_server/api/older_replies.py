"""Replies in the older shapes, for clients of the unversioned routes."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

import orjson

from ..contract.served_operations import ServedOperation
from ..model.event_model import DEFAULT_PROJECT, Document
from .older_clients import versioned

# The metric types of the v1 API, with their older names. A client of one API version reads only the names of that
# version.
_METRIC_TYPES: Final = {"PYTHON": "custom", "LLM": "model", "HUMAN": "human"}
_PARAMETER: Final = re.compile(r"\{[^{}]*\}")
_RETURN_TYPES: Final = ("boolean", "float", "string")


def is_reshaped(operation: ServedOperation, raw_path: str) -> bool:
    """Return True if an operation is called by its unversioned route, and that route's reply had another shape."""
    return versioned(raw_path) is not None and _route(operation) in _SHAPES


def older_reply(operation: ServedOperation, content: bytes) -> bytes:
    """Return the reply of an operation in the shape of its unversioned route."""
    return orjson.dumps(_SHAPES[_route(operation)](orjson.loads(content)))


def _route(operation: ServedOperation) -> str:
    return f"{operation.method} {_PARAMETER.sub('{}', operation.path)}"


def _datasets(reply: Document) -> Any:
    return {"testcases": [_older(each) for each in reply["datasets"]], **reply}


def _datapoints(reply: Document) -> Any:
    return {name: [_older(each) for each in found] for name, found in reply.items()}


def _created_datapoint(reply: Document) -> Any:
    return {**reply, "result": {"insertedId": reply["result"]["insertedIds"][0], **reply["result"]}}


def _metrics(reply: Document) -> Any:
    return [_metric(each) for each in reply["metrics"]]


def _metric(metric: Document) -> Document:
    known = metric["return_type"] if metric["return_type"] in _RETURN_TYPES else "string"
    older = {"task": DEFAULT_PROJECT, "type": _METRIC_TYPES.get(metric["type"], "custom"), "return_type": known}
    return _older({**metric, "description": metric.get("description") or "", **older})


def _configurations(reply: Document) -> Any:
    return [_configuration(each) for each in reply["configurations"]]


def _configuration(configuration: Document) -> Document:
    parameters = configuration.get("parameters") or {}
    needed = {
        "project": DEFAULT_PROJECT,
        "provider": configuration.get("provider") or "",
        "parameters": {"call_type": "chat", "model": "", **parameters},
    }
    return _older({**configuration, **needed})


def _exported(reply: Document) -> Any:
    return {**reply, "totalEvents": reply["count"]}


def _older(document: Document) -> Document:
    """Return a stored definition with the older name of its id and without null values, which older clients reject."""
    return {"_id": document["id"], **{key: value for key, value in document.items() if value is not None}}


_SHAPES: Final[Mapping[str, Callable[[Document], Any]]] = {
    "GET /v1/datasets": _datasets,
    "GET /v1/datapoints": _datapoints,
    "GET /v1/datapoints/{}": _datapoints,
    "POST /v1/datapoints": _created_datapoint,
    "GET /v1/metrics": _metrics,
    "GET /v1/configurations": _configurations,
    "POST /v1/events/export": _exported,
}
