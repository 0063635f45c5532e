# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/sessions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ...operations import OPERATIONS
from ...types import Request, Timestamp

if TYPE_CHECKING:
    from ...models.session import Session

OPERATION = OPERATIONS["createSession"]


def build_request(
    *,
    session_id: str | UUID | None = None,
    session_name: str | None = None,
    event_name: str | None = None,
    source: str | None = None,
    start_time: Timestamp | None = None,
    end_time: Timestamp | None = None,
    duration: float | None = None,
    config: Mapping[str, Any] | None = None,
    inputs: Mapping[str, Any] | None = None,
    outputs: Mapping[str, Any] | None = None,
    metadata: Mapping[str, Any] | None = None,
    user_properties: Mapping[str, Any] | None = None,
    children_ids: Sequence[str] | None = None,
) -> Request:
    """Start a session, or add to one that exists.

    No field is required; each has a fallback. Sending a `session_id` that exists merges `metadata` and
    `user_properties` into that session and answers with it, so the request can be repeated safely.

    Args:
        session_id: Your id for the session, a UUID. The service makes one (version 4) if it is left out
            or is no UUID.
        session_name: The name to show.
        event_name: The name of the session's own event. Falls back to `session_name`, then to
            `unknown`.
        source: Where the session comes from, as in `sdk-python`. Falls back to `unknown`.
        start_time: When it started, in Unix milliseconds.
        end_time: When it ended, in Unix milliseconds.
        duration: How long it took, in milliseconds.
        config: The configuration the session runs with.
        inputs: What went into the session.
        outputs: What came out of the session.
        metadata: Anything else worth keeping. Merged when the session exists.
        user_properties: What is known about the user. Merged when the session exists.
        children_ids: The ids of events directly below the session.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /v1/sessions`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    if session_id is not None:
        body_["session_id"] = session_id

    if session_name is not None:
        body_["session_name"] = session_name

    if event_name is not None:
        body_["event_name"] = event_name

    if source is not None:
        body_["source"] = source

    if start_time is not None:
        body_["start_time"] = start_time

    if end_time is not None:
        body_["end_time"] = end_time

    if duration is not None:
        body_["duration"] = duration

    if config is not None:
        body_["config"] = config

    if inputs is not None:
        body_["inputs"] = inputs

    if outputs is not None:
        body_["outputs"] = outputs

    if metadata is not None:
        body_["metadata"] = metadata

    if user_properties is not None:
        body_["user_properties"] = user_properties

    if children_ids is not None:
        body_["children_ids"] = children_ids

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> Session:
    """What was answered: The session as it is stored.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.session import Session

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return Session.from_dict(data or {})
