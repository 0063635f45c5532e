"""The rows of a run that finished before: from the service, and from the journal what the service does not have."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .._tracing.events.deferred_session import redeliver
from . import runs_api as stored
from .dataset import Row, bare_id
from .row import Stored, Target
from .row_record import judged_by, result_of
from .run_journal import Entry

if TYPE_CHECKING:
    from .._client import HoneyHive
    from .._tracing.tracer import Tracer


class Finished:
    """The rows that finished before, by the bare ids of their datapoints."""

    def __init__(self, sessions: Mapping[str, Mapping[str, Any]], rows: Iterable[Row], judged: Sequence[str]) -> None:
        """``judged`` names the evaluators that the run was created with."""
        self.rows: dict[str, Stored] = {}
        for row in rows:
            session = sessions.get(bare_id(row.datapoint_id))
            if session is not None:
                self.rows[row.datapoint_id] = Stored(session, result_of(row, session), judged_by(session, judged))

    def to_judge(self, target: Target) -> dict[str, Stored]:
        """Return the rows that have outputs and that not every evaluator has judged."""
        names = {*target.names}
        return {key: one for key, one in self.rows.items() if one.result.error is None and names - one.judged_by}


def finished_rows(
    client: "HoneyHive",
    tracer: "Tracer",
    run_id: str,
    rows: Sequence[Row],
    entries: Mapping[str, list[Entry]],
    *,
    run_evaluators: Sequence[str],
    retry_failed: bool,
) -> Finished:
    """Return the rows of a run that finished, and send those that the service does not have.

    With ``retry_failed`` rows that failed have not finished; what is stored of them is taken out of the run.
    """
    sessions: dict[str, Mapping[str, Any]] = dict(stored.rows_of(client, run_id))
    stored_ids = {*sessions}
    for datapoint_id, its in entries.items():
        sessions.setdefault(bare_id(datapoint_id), its[-1].event)
    if retry_failed:
        failed = {key: session for key, session in sessions.items() if _failed(session)}
        if again := {str(session["session_id"]) for key, session in failed.items() if key in stored_ids}:
            stored.set_aside(client, run_id, again)
        sessions = {key: session for key, session in sessions.items() if key not in failed}
    for datapoint_id, its in entries.items():
        if bare_id(datapoint_id) in sessions.keys() - stored_ids:
            for event, body in its:
                redeliver(tracer, event, body)
    return Finished(sessions, rows, run_evaluators)


def _failed(session: Mapping[str, Any]) -> bool:
    return bool(session.get("error") or (session.get("metadata") or {}).get("evaluator_errors"))
