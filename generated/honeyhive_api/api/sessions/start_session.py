# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /session/start."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.create_session_request import CreateSessionRequest
    from ...models.session import Session

OPERATION = OPERATIONS["startSession"]


def build_request(
    *,
    session: CreateSessionRequest | Mapping[str, Any],
) -> Request:
    """Start a session given under the key `session`.

    Does what `POST /v1/sessions` does, with the session wrapped in an object.

    Deprecated: use POST /v1/sessions.

    Args:
        session: A session to start. Every field may be left out.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /session/start`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    body_["session"] = session

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> Session:
    """What was answered: The session as it is stored.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.session import Session

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return Session.from_dict(data or {})
