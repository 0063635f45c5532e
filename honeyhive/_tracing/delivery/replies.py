"""Classification of replies: each confirms its request, or is a failure with a cause."""

import json
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from ..._core.errors import APIConnectionError, APITimeoutError
from ..._core.messages import HttpResponse
from ..._core.retry import retry_after
from .batches import BatchKind

Cause: TypeAlias = Literal[
    "refused",
    "too_large",
    "denied",
    "missing",
    "overloaded",
    "failed",
    "doubtful",
    "reset",
    "timeout",
    "unreachable",
]
"""Cause of a failure.

- refused: 400, 409 or 422, the service rejects the data.
- too_large: 413.
- denied: 401, 403, 404 and other 4xx, because of a bad key or of something in front of the service.
- missing: 404 for a change of an event.
- overloaded: 429 or 503.
- failed: any other status code.
- doubtful: a 2xx without the documented body, or a truncated reply.
- reset: the connection ended without a reply.
- timeout: no reply in time.
- unreachable: no connection.
"""

BATCH_KEYS: Final = frozenset({"success", "event_ids"})
"""Documented keys of the reply to a batch."""
SESSION_KEYS: Final = frozenset({"session_id", "event_id", "event_type", "project_id", "org_id", "workspace_id"})
"""Documented keys that every reply to a session start has."""
_DOCUMENTED: Final[dict[str, frozenset[str]]] = {
    "event": BATCH_KEYS,
    # Older and newer servers answer a session start with different keys.
    "start": SESSION_KEYS | BATCH_KEYS,
}
_REFUSED: Final = frozenset({400, 409, 422})
_RETRIED: Final = frozenset({408, 425})
_OVERLOADED: Final = frozenset({429, 503})
_WITHOUT_BODY: Final = frozenset({201, 202, 204})


class Failure(NamedTuple):
    """A request that was not confirmed."""

    cause: Cause
    words: str
    """Description for the log, such as "the service answered 503"."""
    retry_after: float = 0.0
    """Seconds that the service asked to wait; 0 if it did not ask."""
    status: int = 0
    """Status code; 0 without a reply."""


def failure_of(outcome: HttpResponse | APIConnectionError, kind: BatchKind, unix: float) -> Failure | None:
    """Return the failure for a reply or a missing reply; None if the reply confirms the request."""
    if isinstance(outcome, APIConnectionError):
        return _failure_without_reply(outcome)
    answer = outcome
    cause = _cause_of(answer, kind)
    if cause is None:
        return None
    if cause == "doubtful":
        detail = ", but its body does not confirm the request; is there a proxy or a login page?"
    elif cause == "refused":
        detail = _code(answer)
    else:
        detail = ""
    words = f"the service answered {answer.status}{detail}"
    return Failure(cause, words, retry_after(answer.headers, unix), answer.status)


def _failure_without_reply(error: APIConnectionError) -> Failure:
    """Return the failure for a request without a complete reply."""
    if not error.request_sent:
        return Failure("unreachable", str(error))
    if error._has_reply:
        return Failure("doubtful", str(error))
    return Failure("timeout" if isinstance(error, APITimeoutError) else "reset", str(error))


def _cause_of(answer: HttpResponse, kind: BatchKind) -> Cause | None:
    status = answer.status
    if 200 <= status < 300:
        return None if _confirms(answer, kind) else "doubtful"
    if status == 413:
        return "too_large"
    if status in _REFUSED:
        return "refused"
    if status in _OVERLOADED:
        return "overloaded"
    if status == 404 and kind == "change":
        return "missing"
    return "denied" if 400 <= status < 500 and status not in _RETRIED else "failed"


def _confirms(answer: HttpResponse, kind: BatchKind) -> bool:
    """Return True if the body of a 2xx response has the documented shape."""
    if not answer.body or answer.body.isspace():
        # The reply to a change has no documented body. Other replies may lack a body only with these status codes.
        return kind == "change" or answer.status in _WITHOUT_BODY
    try:
        data = json.loads(answer.body)
    except (ValueError, RecursionError):
        return False
    if not isinstance(data, dict) or data.get("success") is False or data.get("errors"):
        return False
    # An empty object confirms too: the hosted service may omit keys. Only unknown keys mean another program.
    return kind == "change" or not data or not _DOCUMENTED[kind].isdisjoint(data)


def _code(answer: HttpResponse) -> str:
    """Return the error code of a reply in brackets, or "". Messages are not logged: they may repeat user data."""
    try:
        code: Any = json.loads(answer.body).get("errorCode")
    except (ValueError, RecursionError, AttributeError):
        return ""
    return f" [{code[:60]}]" if isinstance(code, str) and code.isidentifier() else ""
