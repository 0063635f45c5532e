"""One run of an experiment: created or resumed, executed, delivered, completed and compared."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from .._client.internal import options_of, own_calls, settings_of, tracer_of
from .._core.errors import ConfigurationError, HoneyHiveError, InvalidRequestError
from .._terminal import Report, progress, say
from . import event_loop, runs_api
from .backpressure import QueueBackpressure
from .dataset import Dataset, bare_id
from .delivered import deliver
from .fingerprint import fingerprint
from .pacing import RateLimit
from .repetitions import with_repetitions
from .result import Experiment, RowResult
from .resume import FinishedRows, finished_rows
from .row import RowOptions, RowRunner, Target
from .row_problems import RowProblems
from .row_results import RowResults, exceeds
from .run_journal import JournalEntry, RunJournal
from .run_lock import RunLock
from .run_options import RunOptions
from .scheduler import Scheduler, Start
from .stored_run import StoredRun
from .summary_scores import summary_scores

if TYPE_CHECKING:
    from honeyhive_api.models.run import Run

    from .._client import HoneyHive

_DELIVERY_TIMEOUT_STOPPED: Final = 5.0
"""Seconds to wait for delivery after Ctrl-C. The time is short, because the user is waiting for the prompt."""
_WARNING: Final = "stopping when the rows in progress have ended; press Ctrl-C again to abandon them"


class ExperimentRun:
    """One run, from start to end."""

    def __init__(self, client: "HoneyHive", target: Target, dataset: Dataset, options: RunOptions) -> None:
        self._client = client
        self._api = own_calls(client)
        self._tracer = tracer_of(client)
        if not self._tracer.is_enabled:
            raise ConfigurationError(
                "evaluate() records the events of each row, but tracing is off: unset HH_TRACING, and pass a client "
                "without Options(enabled=False)"
            )
        self._target = target
        self._dataset = dataset
        self._options = options
        self._stored = StoredRun(self._api, options, dataset, target.names)
        uuid = runs_api.ids_of(options.run_id)[-1]
        self._journal = RunJournal(None if options.journal_dir is None else Path(options.journal_dir) / f"{uuid}.jsonl")
        self._lock = RunLock([*settings_of(client).urls.values()], options.run_id, uuid)
        self._finished = FinishedRows({}, ())
        self._results = RowResults(keeps_rows=options.keep_rows)
        self._stopped = threading.Event()
        self._row_problems = RowProblems()
        self._notes: list[str] = []
        self._old: Run | None = None
        self._seconds = 0.0
        self._before = self._tracer.stats()

    def begin(self) -> None:
        """Create the run, or find its finished rows. Raises InvalidRequestError for a run that cannot be used."""
        if not_locked := self._lock.acquire():
            self._notes.append(not_locked)
        known = runs_api.find(self._api, self._options.run_id)
        if known is not None:
            self._stored.take_over(known)
        rows = self._dataset.rows if self._dataset.size is not None else ()
        if self._options.compare_with is not None:
            self._old = runs_api.earlier(
                self._api,
                self._options.compare_with,
                run_id=self._stored.run_id,
                name=self._stored.name,
                dataset_id=self._dataset.dataset_id,
                rows=frozenset(bare_id(row.datapoint_id) for row in rows),
            )
        entries = self._journal.read()
        self._journal.open()
        code = fingerprint(self._target, rows)
        if known is None:
            self._stored.create(code)
        else:
            self._notes += self._stored.resume(known, code)
        if known is not None or entries:
            self._recover(entries)

    def execute(self, concurrency: int) -> None:
        """Run the remaining rows. After Ctrl-C, keep the finished rows and raise KeyboardInterrupt."""
        scheduler = self._scheduler()
        with self._progress() as report:
            try:
                scheduler.run(
                    self._workers(concurrency),
                    is_async=self._target.is_async,
                    report=partial(self._report, report),
                    warn=lambda: self._say(_WARNING),
                )
            except KeyboardInterrupt as error:
                self._stop(error)
                raise
            finally:
                self._seconds = scheduler.seconds
            self._report(report)
        if scheduler.leftovers:
            names = event_loop.in_words(scheduler.leftovers)
            self._notes.append(
                f"tasks started by rows were still running after {event_loop.LEFTOVER_TIMEOUT:g} s: {names}"
            )

    async def execute_async(self, concurrency: int) -> None:
        """Run the remaining rows as tasks of the current event loop."""
        scheduler = self._scheduler()
        with self._progress() as report:
            try:
                await scheduler.run_async(self._workers(concurrency), partial(self._report, report))
            finally:
                self._seconds = scheduler.seconds
            self._report(report)

    def finish(self, timeout: float) -> Experiment:
        """Deliver the remaining events, complete the run, and compare it with an earlier run if one was given."""
        rows, totals = self._results.rows(), self._results.totals
        if not totals.rows and self._dataset.size is None:
            self.stop()
            raise InvalidRequestError("has no rows", argument="dataset")
        metrics = totals.metrics()
        if self._options.repetitions > 1:
            metrics = with_repetitions(metrics, rows)
        summary, problems = summary_scores(self._options.summary_evaluators, rows)
        experiment = Experiment(
            self._stored.run_id,
            self._stored.name,
            self._dataset.dataset_id,
            rows,
            metrics,
            notes=[*self._notes, *self._row_problems.notes(), *self._unknown_directions({*metrics, *summary})],
            seconds=self._seconds,
            lower_is_better=self._options.lower_is_better,
            summary=summary,
            totals=totals,
        )
        is_cancelled = self._exceeds_failures()
        if is_cancelled:
            problems.append(f"stopped after {totals.failed} failed rows, more than tolerate_failures allows")
        delivered = deliver(self._tracer, self._journal, timeout, self._before)
        problems += [*self._row_problems.problems(), *delivered.problems]
        is_retried = delivered.is_retried or is_cancelled
        try:
            if delivered.is_refused:
                problems += self._stored.missing(rows)
            means = {name: one.to_dict() for name, one in metrics.items()}
            self._stored.update("cancelled" if is_cancelled else "completed", rows, totals, {**means, **summary})
            if self._old is not None:
                experiment.comparison = self._stored.compared(self._old, rows)
        except HoneyHiveError as error:
            problems.append(f"the run could not be completed: {error}")
            is_retried = True
        if is_retried:
            run_id = self._stored.run_id
            problems.append(
                f"to continue, run the same evaluation with the run id {run_id}; finished rows do not run again"
            )
        elif not delivered.problems:
            self._journal.close(remove=True)
        experiment.problems = problems
        return experiment

    def stop(self) -> None:
        """After an interruption: deliver the finished rows and mark the run as cancelled."""
        deliver(self._tracer, self._journal, _DELIVERY_TIMEOUT_STOPPED, self._before)
        with suppress(HoneyHiveError):
            self._stored.update("cancelled", self._results.rows(), self._results.totals, {})

    def close(self) -> None:
        """Close the journal and release the lock, however the run ended."""
        self._journal.close()
        self._lock.release()

    def _recover(self, entries: Mapping[str, list[JournalEntry]]) -> None:
        self._finished = finished_rows(
            self._api,
            self._tracer,
            self._stored.run_id,
            entries,
            run_evaluators=self._stored.evaluators,
            retry_failed=self._options.retry_failed,
        )

    def _scheduler(self) -> Scheduler:
        backpressure = QueueBackpressure(self._tracer, options_of(self._client))
        return Scheduler(self._pending(), backpressure, self.add, self._stopped)

    def _workers(self, concurrency: int) -> int:
        return concurrency if self._dataset.size is None else min(concurrency, self._dataset.size)

    def _pending(self) -> Iterator[tuple[int, Start]]:
        """Yield the rows to run, or to score with a new evaluator; record all other rows as done."""
        runner = self.runner()
        names = {*self._target.names}
        for index, row in enumerate(self._dataset.rows):
            stored = self._finished.get(row)
            if stored is None:
                yield index, partial(runner.steps, row)
            elif stored.result.error is None and names - stored.judged_by:
                yield index, partial(runner.judge, row, stored)
            else:
                self._results.add(index, stored.result)

    def runner(self) -> RowRunner:
        """Return the runner of this run's rows."""
        options = self._options
        return RowRunner(
            self._target,
            self._tracer,
            self._journal,
            self._stored.name,
            {"run_id": self._stored.run_id, "dataset_id": self._dataset.dataset_id},
            self._row_problems,
            run_evaluators=self._stored.evaluators,
            options=RowOptions(
                timeout=options.timeout,
                retries=options.retries,
                pause=self._stopped.wait,
                reserve=RateLimit(options.rate_limit).reserve if options.rate_limit else lambda: 0.0,
                stored_events=partial(runs_api.events_of, self._api),
            ),
        )

    def add(self, index: int, result: RowResult) -> None:
        """Add the result of a row, and stop the run if too many rows have failed. Any thread may call this method."""
        self._results.add(index, result)
        if result.failed and self._exceeds_failures():
            self._stopped.set()

    def _exceeds_failures(self) -> bool:
        return exceeds(self._results.totals.failed, self._dataset.size, self._options.tolerate_failures)

    def _progress(self) -> Any:
        total = self._dataset.size
        return progress(total, "", shown=self._options.shows_progress and total != 0, in_lines=False)

    def _report(self, report: Report) -> None:
        done, failed, total = self._results.totals.rows, self._results.totals.failed, self._dataset.size
        count = f"{done} rows" if total is None else f"{done}/{total} rows"
        report(done, count + (f", {failed} failed" if failed else ""))

    def _stop(self, error: KeyboardInterrupt) -> None:
        done, count = self._results.totals.rows, self._dataset.size
        total = "" if count is None else f" of {count}"
        words = f"stopped after {done}{total} rows; to continue, pass the run id {self._stored.run_id}"
        error.add_note(words)
        self._say(words)
        self.stop()

    def _unknown_directions(self, metrics: set[str]) -> list[str]:
        unknown = sorted(self._options.lower_is_better - metrics)
        if not unknown or not metrics:
            return []
        return [
            f"lower_is_better: no metric is named {', '.join(unknown)}; the metrics are {', '.join(sorted(metrics))}"
        ]

    def _say(self, words: str) -> None:
        if self._options.shows_progress:
            say(words)
