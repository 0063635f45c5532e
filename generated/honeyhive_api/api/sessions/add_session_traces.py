# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /session/{session_id}/traces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.acknowledgement import Acknowledgement
    from ...models.trace_event import TraceEvent

OPERATION = OPERATIONS["addSessionTraces"]


def build_request(
    session_id: str,
    *,
    events: Sequence[TraceEvent | Mapping[str, Any]] | None = None,
    logs: Sequence[TraceEvent | Mapping[str, Any]] | None = None,
) -> Request:
    """Add events to a session of the legacy API.

    Takes exactly one of `events` and its older name `logs`; both or neither is refused.

    Deprecated: use POST /v1/sessions/{session_id}/events/batch.

    Args:
        session_id: The id of the session; the legacy API takes any text.
        events: The events to add.
        logs: The older name of `events`. Deprecated: use events.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /session/{session_id}/traces`` on the host ``legacy``.
    """
    path_: dict[str, Any] = {
        "session_id": session_id,
    }
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    if events is not None:
        body_["events"] = events

    if logs is not None:
        body_["logs"] = logs

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> Acknowledgement:
    """What was answered: The events are added.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.acknowledgement import Acknowledgement

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return Acknowledgement.from_dict(data or {})
