"""One run of an experiment: created or resumed, worked through, delivered, completed and compared."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from .._client.internal import options_of, settings_of, tracer_of
from .._core.errors import HoneyHiveError, InvalidRequestError
from .._terminal import progress, say
from . import event_loop
from . import runs_api as stored
from .backpressure import QueueRoom
from .comparison import compared
from .dataset import Dataset, Row, bare_id
from .delivered import deliver
from .fingerprint import KEY, changes, fingerprint
from .result import Experiment, RowResult
from .resume import Finished, finished_rows
from .row import Attempts, Steps, Stored, Target
from .row_problems import RowProblems
from .row_record import result_of
from .run_journal import Entry, Journal
from .run_lock import RunLock
from .scheduler import Work
from .summary import summarized

if TYPE_CHECKING:
    from honeyhive_api.models.run import Run

    from .._client import HoneyHive

_DELIVERY_TIMEOUT_STOPPED: Final = 5.0
_TOLD_FIRST: Final = "stopping: the rows under way end first; press Ctrl-C again to leave them"


class Wish(NamedTuple):
    """The caller's arguments for a run, beside the function and the rows."""

    run_id: str
    name: str
    compare_with: str | None
    configuration: Mapping[str, Any] | None
    metadata: Mapping[str, Any] | None
    lower_is_better: frozenset[str]
    retry_failed: bool
    journal_dir: str | PurePath | None
    """None keeps no journal."""
    shown: bool
    """True to show the progress."""


class ExperimentRun:
    """One run, from its beginning to its end."""

    def __init__(self, client: "HoneyHive", target: Target, dataset: Dataset, wish: Wish) -> None:
        self._client = client
        self._tracer = tracer_of(client)
        self._target = target
        self._dataset = dataset
        self._wish = wish
        self._run_id = stored.ids_of(wish.run_id)[0]
        self._name = wish.name
        uuid = stored.ids_of(wish.run_id)[-1]
        self._journal = Journal(None if wish.journal_dir is None else Path(wish.journal_dir) / f"{uuid}.jsonl")
        self._lock = RunLock([*settings_of(client).urls.values()], wish.run_id, uuid)
        self._evaluators = target.names
        self._done: dict[str, RowResult] = {}
        self._to_judge: dict[str, Stored] = {}
        self._row_problems = RowProblems()
        self._notes: list[str] = []
        self._old: Run | None = None
        self._seconds = 0.0
        self._before = self._tracer.stats()

    def begin(self) -> None:
        """Create the run, or find out which rows of it are done. Raises InvalidRequestError."""
        if not_locked := self._lock.acquire():
            self._notes.append(not_locked)
        dataset_id = self._dataset.dataset_id
        known = stored.find(self._client, self._wish.run_id)
        if known is not None and stored.dataset_of(known) not in (None, dataset_id):
            raise InvalidRequestError(
                f"run {known.run_id} is over another dataset, {stored.dataset_of(known)}; give the same rows",
                argument="run_id",
                separator=": ",
            )
        self._name = (known and known.name) or self._name
        if self._wish.compare_with is not None:
            self._old = stored.earlier(
                self._client,
                self._wish.compare_with,
                run_id=known.run_id if known else self._run_id,
                name=self._name,
                dataset_id=dataset_id,
                rows=frozenset(bare_id(row.datapoint_id) for row in self._dataset.rows),
            )
        entries = self._journal.read()
        self._journal.open()
        code = fingerprint(self._target, self._dataset.rows)
        if known is None:
            self._create(code)
        else:
            self._resume(known, code)
        if known is not None or entries:
            self._recover(entries)

    def work(self, concurrency: int) -> None:
        """Run the rows that are not done. Raises KeyboardInterrupt after Ctrl-C, with what is done kept."""
        rows = [row for row in self._dataset.rows if row.datapoint_id not in self._done]
        rows += [row for row in self._dataset.rows if row.datapoint_id in self._to_judge]
        work = Work(rows, self._steps(), QueueRoom(self._tracer, options_of(self._client)))
        try:
            total = len(self._dataset.rows)
            is_shown = self._wish.shown and total > 0
            with progress(total, "", shown=is_shown, in_lines=False) as report:

                def told() -> None:
                    new = {one.datapoint_id: one for one in [*work.results.values()]}
                    done, failed = len(self._done.keys() | new.keys()), sum(one.failed for one in new.values())
                    report(done, f"{done}/{total} rows" + (f", {failed} failed" if failed else ""))

                work.run(concurrency, is_async=self._target.is_async, report=told, warn=lambda: self._say(_TOLD_FIRST))
                told()
        except KeyboardInterrupt as error:
            self._take(work)
            self._stop(error)
            raise
        self._take(work)
        if work.leftovers:
            self._notes.append(
                f"tasks that rows left behind had not ended after {event_loop.LEFTOVER_TIMEOUT:g} s: "
                f"{event_loop.in_words(work.leftovers)}"
            )

    def finish(self, timeout: float) -> Experiment:
        """Deliver what is left, complete the run and compare it."""
        rows = [self._done[row.datapoint_id] for row in self._dataset.rows]
        metrics = summarized(row.metrics for row in rows)
        experiment = Experiment(
            self._run_id,
            self._name,
            self._dataset.dataset_id,
            rows,
            metrics,
            notes=[*self._notes, *self._row_problems.notes()],
            seconds=self._seconds,
            lower_is_better=self._wish.lower_is_better,
        )
        delivered = deliver(self._tracer, self._journal, timeout, self._before)
        problems, is_retried = [*self._row_problems.problems(), *delivered.problems], delivered.is_retried
        try:
            if delivered.is_refused:
                problems += self._not_stored(rows)
            self._update("completed", rows, {name: one.to_dict() for name, one in metrics.items()})
            if self._old is not None:
                experiment.comparison = self._compared(self._old, rows)
        except HoneyHiveError as error:
            problems.append(f"the run could not be completed: {error}")
            is_retried = True
        if is_retried:
            problems.append(f"to try again, run the same with the run id {self._run_id}: no row runs twice")
        elif not delivered.problems:
            self._journal.close(remove=True)
        experiment.problems = problems
        return experiment

    def close(self) -> None:
        """Let go of the journal and of the lock, however the run ended."""
        self._journal.close()
        self._lock.release()

    def _create(self, code: dict[str, Any]) -> None:
        directions = {"lower_is_better": sorted(self._wish.lower_is_better)} if self._wish.lower_is_better else {}
        self._run_id = stored.create(
            self._client,
            self._wish.run_id,
            name=self._name,
            status="running",
            dataset_id=self._dataset.dataset_id,
            evaluators=self._evaluators,
            configuration=self._wish.configuration or {},
            metadata={
                **(self._wish.metadata or {}),
                "dataset_id": self._dataset.dataset_id,
                KEY: code,
                **directions,
            },
        )

    def _resume(self, known: "Run", code: dict[str, Any]) -> None:
        self._run_id = known.run_id
        self._evaluators = stored.evaluators_of(known)
        self._notes += changes(known.metadata.get(KEY), code)
        self._client.experiments.update(self._run_id, status="running")

    def _recover(self, entries: Mapping[str, list[Entry]]) -> None:
        finished: Finished = finished_rows(
            self._client,
            self._tracer,
            self._run_id,
            self._dataset.rows,
            entries,
            run_evaluators=self._evaluators,
            retry_failed=self._wish.retry_failed,
        )
        self._done = {key: one.result for key, one in finished.rows.items()}
        self._to_judge = finished.to_judge(self._target)

    def _steps(self) -> Any:
        shared = {"run_id": self._run_id, "dataset_id": self._dataset.dataset_id}
        attempts = Attempts(
            self._target,
            self._tracer,
            self._journal,
            self._name,
            shared,
            self._row_problems,
            run_evaluators=self._evaluators,
        )

        def begin(row: Row) -> Steps:
            before = self._to_judge.get(row.datapoint_id)
            return attempts.steps(row) if before is None else attempts.judge(row, before)

        return begin

    def _take(self, work: Work) -> None:
        self._seconds = work.seconds
        self._done.update((result.datapoint_id, result) for result in work.results.values())

    def _stop(self, error: KeyboardInterrupt) -> None:
        rows = [self._done[row.datapoint_id] for row in self._dataset.rows if row.datapoint_id in self._done]
        words = f"stopped after {len(rows)} of {len(self._dataset.rows)} rows; to go on, give the run id {self._run_id}"
        error.add_note(words)
        self._say(words)
        deliver(self._tracer, self._journal, _DELIVERY_TIMEOUT_STOPPED, self._before)
        with suppress(HoneyHiveError):
            self._update("cancelled", rows, {})

    def _compared(self, old: "Run", rows: list[RowResult]) -> Any:
        found = {}
        for key, session in stored.rows_of(self._client, old.run_id).items():
            row = Row(key, session.get("inputs"), None, {})
            found[key] = result_of(row, session)
        return compared(
            rows,
            found,
            old_run_id=old.run_id,
            old_name=old.name or old.run_id,
            old_created_at=old.created_at,
            lower_is_better=self._wish.lower_is_better,
        )

    def _not_stored(self, rows: list[RowResult]) -> list[str]:
        known = stored.rows_of(self._client, self._run_id)
        missing = [row.datapoint_id for row in rows if bare_id(row.datapoint_id) not in known]
        return [f"rows that the service does not have: {event_loop.in_words(missing)}"] if missing else []

    def _update(self, status: Literal["completed", "cancelled"], rows: list[RowResult], metrics: Any) -> None:
        session_ids = [row.session_id for row in rows]
        names = dict.fromkeys([*self._evaluators, *self._target.names]) if status == "completed" else self._evaluators
        self._client.experiments.update(
            self._run_id,
            status=status,
            event_ids=session_ids,
            session_ids=session_ids,
            datapoint_ids=[row.datapoint_id for row in rows],
            evaluators=list(names),
            results={"rows": len(rows), "failed": sum(row.failed for row in rows), "metrics": metrics},
        )

    def _say(self, words: str) -> None:
        if self._wish.shown:
            say(words)
