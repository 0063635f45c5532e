"""Writes the result of a row to its session, and reads the result back in the same shape."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from .._tracing.events.deferred_session import DeferredSession
from .._tracing.events.event_body import Shared
from .._tracing.events.session import Session
from .._tracing.payload.json_forms import json_form
from .result import RowResult
from .scoring import scores_of

if TYPE_CHECKING:
    from .._tracing.tracer import Tracer
    from .dataset import DatasetRow

_OWN: Final = "honeyhive"
_SHAPE: Final = "outputs_are"
_OBJECT: Final = "object"
_JUDGED_BY: Final = "evaluators"


class StoredRowSession(Session):
    """The session of a stored row while new evaluators score the row. New fields are added to the stored fields."""

    def __init__(self, tracer: "Tracer", session_id: str, shared: Shared) -> None:
        super().__init__(tracer, None, session_id, None, {}, is_sampled=True, is_resumed=True)
        self.shared: Shared | None = shared

    def abandon(self) -> None:
        """Discard the session, because its row was interrupted."""
        self._is_ended = True


def fill(session: DeferredSession, row: "DatasetRow", result: RowResult, judged_by: Sequence[str] | None) -> None:
    """Write the result of a row to the row's session.

    ``judged_by`` are the names of the evaluators that scored the row; None if they are those of the run.
    """
    result.duration = session.elapsed
    session.error = result.error
    if result.metrics:
        session.metrics = result.metrics
    own: dict[str, Any] = {}
    if result.error is None and _is_ambiguous(result.outputs):
        own[_SHAPE] = _OBJECT
    if result.error is None and judged_by is not None:
        own[_JUDGED_BY] = list(judged_by)
    metadata = {**row.metadata, **_details(result)}
    if own:
        metadata[_OWN] = own
    if metadata:
        session.metadata = metadata


def add_scores(
    session: StoredRowSession, stored: Mapping[str, Any], result: RowResult, judged_by: Sequence[str]
) -> None:
    """Add the scores of new evaluators to a stored row; nested metadata is sent whole, as the service replaces it."""
    session.metrics = result.metrics
    own = _metadata(stored).get(_OWN)
    metadata: dict[str, Any] = {_OWN: {**(own if isinstance(own, dict) else {}), _JUDGED_BY: list(judged_by)}}
    session.metadata = {**metadata, **_details(result)}


def _details(result: RowResult) -> dict[str, Any]:
    """Return the details of a result that have no field of their own in a session; they are stored as metadata."""
    found = {
        "evaluator_errors": result.evaluator_errors,
        "evaluator_comments": result.comments,
        "evaluator_verdicts": result.passed,
        "attempts": result.attempts if result.attempts > 1 else None,
    }
    return {name: value for name, value in found.items() if value}


def result_of(row: "DatasetRow", stored: Mapping[str, Any]) -> RowResult:
    """Return the result of a row that ran earlier, from the stored session of the row."""
    metadata = _metadata(stored)
    attempts = metadata.get("attempts")
    return RowResult(
        row.datapoint_id,
        stored["session_id"],
        row.inputs,
        row.ground_truth,
        outputs=outputs_of(stored),
        error=stored.get("error"),
        metrics=scores_of(stored.get("metrics")),
        evaluator_errors=_dict(metadata, "evaluator_errors"),
        duration=stored.get("duration"),
        was_done=True,
        comments=_dict(metadata, "evaluator_comments"),
        passed=_dict(metadata, "evaluator_verdicts"),
        repetition=row.repetition,
        attempts=attempts if isinstance(attempts, int) else 1,
    )


def outputs_of(stored: Mapping[str, Any]) -> Any:
    """Return the outputs of a stored session in their original shape.

    Outputs that were not a JSON object are stored under the key ``value``, and are taken out of it.
    """
    outputs = stored.get("outputs")
    own = _metadata(stored).get(_OWN)
    if isinstance(own, dict) and own.get(_SHAPE) == _OBJECT:
        return outputs or {}
    if isinstance(outputs, dict) and outputs.keys() == {"value"}:
        return outputs["value"]
    return outputs or None


def judged_by(stored: Mapping[str, Any], run_evaluators: Sequence[str]) -> set[str]:
    """Return the names of the evaluators that scored a stored row. By default, they are the evaluators of the run."""
    own = _metadata(stored).get(_OWN)
    names = own.get(_JUDGED_BY) if isinstance(own, dict) else None
    return {*(names if isinstance(names, list) else run_evaluators)}


def _metadata(stored: Mapping[str, Any]) -> Mapping[str, Any]:
    metadata = stored.get("metadata")
    return metadata if isinstance(metadata, Mapping) else {}


def _dict(metadata: Mapping[str, Any], key: str) -> dict[str, Any]:
    found = metadata.get(key)
    return dict(found) if isinstance(found, dict) else {}


def _is_ambiguous(outputs: Any) -> bool:
    """Return True for a JSON object that is empty or has only the key ``value``.

    Without a mark, such an object would be read back as another value.
    """
    if type(outputs) is dict:
        return not outputs or outputs.keys() == {"value"}
    try:
        form, pairs = json_form(outputs, 2)
        return form == "pairs" and [key for key, _ in islice(pairs, 2)] in ([], ["value"])
    except Exception:  # a user's object raised it, and is stored as a placeholder
        return False
