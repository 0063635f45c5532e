# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /events/model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.event_acknowledgement import EventAcknowledgement
    from ...models.model_event import ModelEvent

OPERATION = OPERATIONS["createModelEventLegacy"]


def build_request(
    *,
    model_event: ModelEvent | Mapping[str, Any],
) -> Request:
    """Log one model call, with fields named after it.

    The service sets `event_type` to `model` and moves the fields of the call into `inputs` and
    `outputs`. Replace it by an event of type `model`.

    Deprecated: use POST /v1/events.

    Args:
        model_event: A model call. Its deprecated fields are moved into `inputs` and `outputs` before it
            is stored.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /events/model`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    body_["model_event"] = model_event

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> EventAcknowledgement:
    """What was answered: The event is stored.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.event_acknowledgement import EventAcknowledgement

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return EventAcknowledgement.from_dict(data or {})
