"""Rules that keep a finished session regardless of the sample rate."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NamedTuple, TypeAlias

from ..limits import QueueLimits
from .records import Record

_BAD_WORDS: Final = frozenset({"bad", "down", "negative", "thumbs down", "thumbs_down", "thumbs-down", "dislike", "no"})


class FinishedSession(NamedTuple):
    """Summary of a session, as far as this process knows it, for the decision whether to send it."""

    session_id: str
    failed: bool
    """True if the session, or an event in it, has an error."""
    duration: float
    """Duration in milliseconds."""
    cost: float
    """Cost in US dollars: the sum of ``metadata.cost`` of the session's events."""
    feedback: list[dict[str, Any]]
    """The feedback of the session and of its events."""
    events: int


class Keep(NamedTuple):
    """Rules that keep a session regardless of the sample rate. One matching rule is enough."""

    failed: bool = True
    """Keep a session that has an error, or an event with an error."""
    slower_than: float | None = None
    """Keep a session that lasts longer than this many milliseconds; None for no such rule."""
    cost_over: float | None = None
    """Keep a session that costs more than this many US dollars; None for no such rule."""
    bad_feedback: bool | Callable[[dict[str, Any]], bool] = True
    """True keeps a session with feedback that is false, zero, negative or a word such as "bad".

    A function is called with each feedback instead, and returns True to keep the session.
    """

    def __call__(self, session: FinishedSession) -> bool:
        """Return True if the session is kept."""
        return (
            (self.failed and session.failed)
            or (self.slower_than is not None and session.duration > self.slower_than)
            or (self.cost_over is not None and session.cost > self.cost_over)
            or any(self._is_bad(feedback) for feedback in session.feedback)
        )

    def _is_bad(self, feedback: dict[str, Any]) -> bool:
        judge = self.bad_feedback
        return judge(feedback) if callable(judge) else judge and any(_is_bad(value) for value in feedback.values())


KeepFunction: TypeAlias = Callable[[FinishedSession], bool]


class SamplingRules(NamedTuple):
    """Rules that choose the sessions to send."""

    keep: KeepFunction
    keep_for: float
    """Seconds from the end of the session's last known block, event or span until the session is decided."""
    is_in_share: Callable[[str], bool]
    """Return True for the id of a session that is sent in any case."""
    limits: QueueLimits
    """Limits of the records that are held until their session is decided."""


def _is_bad(value: Any) -> bool:
    if isinstance(value, int | float):
        return value <= 0
    return isinstance(value, str) and value.strip().lower() in _BAD_WORDS


def finished_session(session_id: str, records: Iterable[Record]) -> FinishedSession:
    """Return the summary of a session from its records."""
    failed, cost, events = False, 0.0, 0
    feedback: list[dict[str, Any]] = []
    times: list[float] = []
    duration: float | None = None
    for record in records:
        body: dict[str, Any] = json.loads(record.body)
        metadata = _object(body.get("metadata"))
        is_session = record.event_id == session_id
        failed = failed or bool(body.get("error")) or (is_session and bool(metadata.get("error")))
        cost += next((metadata[name] for name in ("cost", "total_cost") if _is_number(metadata.get(name))), 0)
        if body.get("feedback"):
            feedback.append(_object(body["feedback"]))
        times += [body[name] for name in ("start_time", "end_time") if _is_number(body.get(name))]
        if is_session and _is_number(body.get("duration")):
            duration = body["duration"]
        events += record.kind == "event"
    if duration is None:
        duration = max(times) - min(times) if times else 0.0
    return FinishedSession(session_id, failed, duration, cost, feedback, events)


def _object(value: Any) -> dict[str, Any]:
    return {**value} if isinstance(value, Mapping) else {}


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
