# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/runs/{run_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.run_found import RunFound

OPERATION = OPERATIONS["getRun"]


def build_request(
    run_id: str,
) -> Request:
    """Read one experiment run.

    The run comes wrapped under `evaluation`.

    Args:
        run_id: The id of the run, a UUID.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /v1/runs/{run_id}`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "run_id": run_id,
    }
    query_: dict[str, Any] = {}
    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> RunFound:
    """What was answered: The run.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.run_found import RunFound

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return RunFound.from_dict(data or {})
