# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/runs/{run_id}."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.run_status import RunStatus
    from ...models.run_updated import RunUpdated

OPERATION = OPERATIONS["updateRun"]


def build_request(
    run_id: str,
    *,
    name: str | None = None,
    description: str | None = None,
    status: RunStatus | None = None,
    metadata: Mapping[str, Any] | None = None,
    results: Mapping[str, Any] | None = None,
    event_ids: Sequence[str] | None = None,
    configuration: Mapping[str, Any] | None = None,
    evaluators: Sequence[Any] | None = None,
    session_ids: Sequence[str] | None = None,
    datapoint_ids: Sequence[str] | None = None,
    passing_ranges: Mapping[str, Any] | None = None,
) -> Request:
    """Change an experiment run.

    Only the keys that are sent change. The sessions that belong to the run go into `event_ids`.

    Args:
        run_id: The id of the run, a UUID.
        name: The name of the run.
        description: What it is about.
        status: The state of an experiment run.
        metadata: Anything else worth keeping.
        results: What came out of it.
        event_ids: The ids of the events at the roots of its sessions.
        configuration: What was tried, such as the model and its settings.
        evaluators: The evaluators that judged it.
        session_ids: The ids of its sessions.
        datapoint_ids: The ids of the datapoints it ran over.
        passing_ranges: Between which values each metric passes, by its name.

    Returns:
        The request, not yet checked or sent.

    Source: ``PUT /v1/runs/{run_id}`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "run_id": run_id,
    }
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    if name is not None:
        body_["name"] = name

    if description is not None:
        body_["description"] = description

    if status is not None:
        body_["status"] = status

    if metadata is not None:
        body_["metadata"] = metadata

    if results is not None:
        body_["results"] = results

    if event_ids is not None:
        body_["event_ids"] = event_ids

    if configuration is not None:
        body_["configuration"] = configuration

    if evaluators is not None:
        body_["evaluators"] = evaluators

    if session_ids is not None:
        body_["session_ids"] = session_ids

    if datapoint_ids is not None:
        body_["datapoint_ids"] = datapoint_ids

    if passing_ranges is not None:
        body_["passing_ranges"] = passing_ranges

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> RunUpdated:
    """What was answered: The run is changed.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.run_updated import RunUpdated

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return RunUpdated.from_dict(data or {})
