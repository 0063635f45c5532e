# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/runs/{run_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.run_deleted import RunDeleted

OPERATION = OPERATIONS["deleteRun"]


def build_request(
    run_id: str,
) -> Request:
    """Delete an experiment run.

    Answers with the id of the run.

    Args:
        run_id: The id of the run, a UUID.

    Returns:
        The request, not yet checked or sent.

    Source: ``DELETE /v1/runs/{run_id}`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "run_id": run_id,
    }
    query_: dict[str, Any] = {}
    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> RunDeleted:
    """What was answered: The run is deleted.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.run_deleted import RunDeleted

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return RunDeleted.from_dict(data or {})
