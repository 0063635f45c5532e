"""Kinds of stored definitions (metrics, datasets, datapoints, runs...), and look-ups by id."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from ..model.event_model import DEFAULT_PROJECT, Document
from ..model.http_messages import HTTPError
from ..store import definitions
from ..store.definitions import DefinitionKey
from ..store.run_queries import RUN_KIND
from ..store.session_deletion import KIND


@dataclass(frozen=True)
class DefinitionKind:
    """One kind of definition, such as dataset or metric."""

    name: str
    fields: Mapping[str, Any]
    """The stored keys, with their defaults."""
    fixed: Mapping[str, Any] = field(default_factory=dict)
    """Initial values of keys that a body cannot set."""
    also: frozenset[str] = frozenset()
    """Keys of a body that are used, but not stored unchanged."""

    def key(self, identifier: str, project: str | None = None) -> DefinitionKey:
        """Return the store's key of a definition. Without a project, it matches any project."""
        return DefinitionKey(self.name, identifier, project)

    def not_found(self, identifier: str) -> HTTPError:
        """Return the error (404) for an unknown id."""
        return HTTPError(404, f"no {self.name.replace('_', ' ')} has the id {identifier[:80]!r}")


DATASET = DefinitionKind(
    "dataset", {"name": "Untitled Dataset", "description": None}, also=frozenset({"datapoints", "dataset_id"})
)
DATAPOINT = DefinitionKind(
    "datapoint",
    {"inputs": {}, "history": [], "ground_truth": None, "metadata": None, "linked_event": None},
    also=frozenset({"linked_datasets"}),
)
METRIC_FIELDS: dict[str, Any] = {
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
# openapi.yaml accepts the keys in `also`, but they have no effect.
METRIC = DefinitionKind(
    "metric",
    METRIC_FIELDS,
    {"updated_at": None, "needs_ground_truth": False},
    also=frozenset({"id", "needs_ground_truth", "child_metrics"}),
)
METRIC_VERSION = DefinitionKind("metric_version", {})
SESSION_DELETION = DefinitionKind(KIND, {"status": "pending", "pending": [], "completed": []})
EVALUATOR = DefinitionKind("evaluator", {})
EVALUATOR_VERSION = DefinitionKind("evaluator_version", {})
RUN = DefinitionKind(
    RUN_KIND,
    {
        "name": None,
        "description": None,
        "status": "pending",
        "dataset_id": None,
        "metadata": {},
        "results": {},
        "configuration": {},
        "event_ids": [],
        "session_ids": [],
        "datapoint_ids": [],
        "evaluators": [],
        "passing_ranges": {},
    },
    {"updated_at": None, "is_active": True, "scope_type": "project", "scope_id": DEFAULT_PROJECT},
    also=frozenset({"run_id"}),
)


def dataset_names(connection: Connection, ids: Iterable[str]) -> dict[str, str | None]:
    """Return the names of the stored datasets among these ids, by id."""
    return {each["id"]: each["name"] for each in definitions.find_by_id(connection, DATASET.name, ids).values()}


def datapoints_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, Document]:
    """Return the stored datapoints among these ids, by id."""
    return definitions.find_by_id(connection, DATAPOINT.name, ids)
