"""Finished rows of an earlier execution of a run: from the service, or from the journal if they were not delivered."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .._tracing.events.deferred_session import redeliver
from . import runs_api
from .dataset import DatasetRow
from .result import RowResult
from .row import StoredRow
from .row_record import judged_by, result_of
from .run_journal import JournalEntry

if TYPE_CHECKING:
    from honeyhive_api.namespaces import SyncNamespaces

    from .._tracing.tracer import Tracer


class FinishedRows:
    """The stored sessions of rows that finished earlier, by row key."""

    def __init__(self, sessions: Mapping[str, Mapping[str, Any]], run_evaluators: Sequence[str]) -> None:
        """``run_evaluators`` are the names of the evaluators that the run was created with."""
        self._sessions = sessions
        self._run_evaluators = run_evaluators

    def get(self, row: DatasetRow) -> StoredRow | None:
        """Return the stored row; None if it has not finished."""
        session = self._sessions.get(row.key)
        if session is None:
            return None
        return StoredRow(session, result_of(row, session), judged_by(session, self._run_evaluators))


def finished_rows(
    client: "SyncNamespaces",
    tracer: "Tracer",
    run_id: str,
    entries: Mapping[str, list[JournalEntry]],
    *,
    run_evaluators: Sequence[str],
    retry_failed: bool,
) -> FinishedRows:
    """Return the finished rows of a run, and deliver again the rows that are missing at the service.

    With ``retry_failed``, failed rows do not count as finished, and their stored sessions are moved out of the run.
    """
    sessions: dict[str, Mapping[str, Any]] = dict(runs_api.rows_of(client, run_id))
    stored = {*sessions}
    for key, its in entries.items():
        sessions.setdefault(key, its[-1].event)
    if retry_failed:
        failed = {key: session for key, session in sessions.items() if _failed(session)}
        if again := {str(session["session_id"]) for key, session in failed.items() if key in stored}:
            runs_api.set_aside(client, run_id, again)
        sessions = {key: session for key, session in sessions.items() if key not in failed}
    for key, its in entries.items():
        if key in sessions.keys() - stored:
            for event, body in its:
                redeliver(tracer, event, body)
    return FinishedRows(sessions, run_evaluators)


def stored_results(client: "SyncNamespaces", run_id: str) -> list[RowResult]:
    """Return the stored results of an earlier run."""
    found = []
    for session in runs_api.rows_of(client, run_id).values():
        row = DatasetRow(session["metadata"]["datapoint_id"], session.get("inputs"), None, {})
        found.append(result_of(row, session))
    return found


def _failed(session: Mapping[str, Any]) -> bool:
    return bool(session.get("error") or (session.get("metadata") or {}).get("evaluator_errors"))
