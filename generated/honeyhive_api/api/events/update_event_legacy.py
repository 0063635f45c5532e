# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...operations import OPERATIONS
from ...types import UNSET, Request, Timestamp, Unset

OPERATION = OPERATIONS["updateEventLegacy"]


def build_request(
    *,
    event_id: str,
    metadata: Mapping[str, Any] | None = None,
    feedback: Mapping[str, Any] | None = None,
    metrics: Mapping[str, Any] | None = None,
    outputs: Mapping[str, Any] | None | Unset = UNSET,
    config: Mapping[str, Any] | None = None,
    user_properties: Mapping[str, Any] | None = None,
    duration: float | None = None,
    end_time: Timestamp | None = None,
    children_ids: Sequence[str] | None = None,
) -> Request:
    """Change an event whose id is in the body.

    Merges and replaces as `PUT /v1/events/{event_id}` does. The answer has no body.

    Deprecated: use PUT /v1/events/{event_id}.

    Args:
        metadata: Merged into what is stored.
        feedback: Merged into what is stored.
        metrics: Merged into what is stored.
        outputs: Takes the place of what is stored; null leaves it as it is.
        config: Merged into what is stored.
        user_properties: Merged into what is stored.
        duration: How long it took, in milliseconds.
        end_time: When it ended, in Unix milliseconds.
        children_ids: The ids of events directly below it; an empty list changes nothing.
        event_id: The id of the event.

    Returns:
        The request, not yet checked or sent.

    Source: ``PUT /events`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    if metadata is not None:
        body_["metadata"] = metadata

    if feedback is not None:
        body_["feedback"] = feedback

    if metrics is not None:
        body_["metrics"] = metrics

    if outputs is not UNSET:
        body_["outputs"] = outputs

    if config is not None:
        body_["config"] = config

    if user_properties is not None:
        body_["user_properties"] = user_properties

    if duration is not None:
        body_["duration"] = duration

    if end_time is not None:
        body_["end_time"] = end_time

    if children_ids is not None:
        body_["children_ids"] = children_ids

    body_["event_id"] = event_id

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> None:
    """Nothing: a success has no body."""
