# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import UNSET, Request, Unset

if TYPE_CHECKING:
    from ...models.run_created import RunCreated
    from ...models.run_status import RunStatus

OPERATION = OPERATIONS["createRun"]


def build_request(
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
    run_id: str | None = None,
    dataset_id: str | None | Unset = UNSET,
) -> Request:
    """Create an experiment run.

    No field is required. A name is trimmed and must not be blank.

    Args:
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
        run_id: Your id for the run, a UUID. The service makes one if it is left out.
        dataset_id: The id of the dataset it runs over.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /v1/runs`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
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

    if run_id is not None:
        body_["run_id"] = run_id

    if dataset_id is not UNSET:
        body_["dataset_id"] = dataset_id

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> RunCreated:
    """What was answered: The run is created.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.run_created import RunCreated

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return RunCreated.from_dict(data or {})
