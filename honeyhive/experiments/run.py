"""``evaluate``: runs a function over a dataset and makes an experiment of it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final, Literal
from uuid import uuid4

from ..errors import HoneyHiveError, InvalidRequestError
from ..tracing.propagation import mapped_id
from ..tracing.whole import redeliver
from . import dataset as datasets
from . import stored
from .attempt import Attempts, Target, target
from .dataset import Dataset, Row
from .journal import DEFAULT_DIRECTORY, Entry, Journal
from .progress import progress as progress_bar
from .progress import say
from .result import Experiment, RowResult
from .room import QueueRoom
from .scoring import Evaluators, evaluators_of, name_of
from .summary import summarized
from .work import Work

if TYPE_CHECKING:
    from honeyhive_api.models.run import Run

    from ..clients import HoneyHive

_DELIVERY_TIMEOUT_STOPPED: Final = 5.0
_TOLD_FIRST: Final = "stopping: the rows under way end first; press Ctrl-C again to leave them"


def evaluate(
    function: Callable[..., Any],
    *,
    dataset: datasets.Source,
    evaluators: Evaluators = (),
    name: str | None = None,
    client: "HoneyHive | None" = None,
    concurrency: int = 10,
    run_id: str | None = None,
    compare_with: str | None = None,
    configuration: Mapping[str, Any] | None = None,
    metadata: Mapping[str, Any] | None = None,
    journal_dir: str | PurePath | None = DEFAULT_DIRECTORY,
    delivery_timeout: float = 60.0,
    progress: bool = True,
    table: bool = True,
) -> Experiment:
    """Run a function over each row of a dataset, judge what it returns, and store all of it as an experiment.

    ``function`` and the evaluators are called with what their parameters name: ``inputs``, ``ground_truth``,
    ``datapoint`` (the whole row) and, for evaluators, ``outputs``; other parameters take their places in the order
    ``inputs, ground_truth`` and ``outputs, inputs, ground_truth``. Coroutine functions run in an event loop, others on
    threads, ``concurrency`` rows at a time. An evaluator gives a number, a bool, a text, or a dict of them.

    ``dataset`` is the id of a stored one, the path of a JSONL file, or a list of dicts with ``inputs`` and perhaps
    ``ground_truth`` and ``id``; a dict without ``inputs`` is all inputs. ``run_id`` names the run, and goes on with it
    if it exists: rows that have finished are not run again. ``compare_with`` is the id of an earlier run, or "last" for
    the newest one over the same dataset, if there is one. ``client`` is one from the environment if left out.
    ``journal_dir`` keeps the rows that have finished until the service has them, for which ``delivery_timeout`` seconds
    are waited. ``progress`` and ``table`` say whether to show a bar on stderr, where that is a terminal, and the result
    on stdout.

    A row that fails is recorded with its error and stops nothing. Raises InvalidRequestError before any row runs if an
    argument is wrong, and KeyboardInterrupt after Ctrl-C, when what is done has been kept.
    """
    if not isinstance(concurrency, int) or concurrency < 1:
        raise InvalidRequestError(f"concurrency: a whole number from 1 on, not {concurrency!r}")
    tried = target(function, evaluators_of(evaluators))
    with _client(client) as connected:
        run = _Run(
            connected,
            tried,
            datasets.read(dataset, connected),
            run_id=str(uuid4()) if run_id is None else mapped_id(run_id)[0],
            name=name or name_of(function),
            journal_dir=journal_dir,
            shown=progress,
        )
        try:
            run.begin(compare_with, configuration, metadata)
            run.work(concurrency)
            experiment = run.finish(delivery_timeout)
        finally:
            run.close()
    if table:
        from .table import print_table

        print_table(experiment)
    return experiment


@contextmanager
def _client(given: "HoneyHive | None") -> "Iterator[HoneyHive]":
    from ..clients import HoneyHive

    if given is None:
        with HoneyHive() as own:
            yield own
    elif isinstance(given, HoneyHive):
        yield given
    else:
        raise InvalidRequestError(f"client: give a HoneyHive, not {type(given).__name__}")


class _Run:
    """One run, from its beginning to its end."""

    def __init__(
        self,
        client: "HoneyHive",
        tried: Target,
        dataset: Dataset,
        *,
        run_id: str,
        name: str,
        journal_dir: str | PurePath | None,
        shown: bool,
    ) -> None:
        self._client = client
        self._tracer = client._tracing()
        self._target = tried
        self._dataset = dataset
        self._run_id = run_id
        self._name = name
        self._shown = shown
        self._journal = Journal(None if journal_dir is None else Path(journal_dir) / f"{run_id}.jsonl")
        self._done: dict[str, RowResult] = {}
        self._old: Run | None = None
        self._seconds = 0.0
        before = self._tracer.flush(0)
        self._lost_before = before.failed + before.dropped

    def begin(
        self, compare_with: str | None, configuration: Mapping[str, Any] | None, metadata: Mapping[str, Any] | None
    ) -> None:
        """Create the run, or find out which rows of it are done."""
        dataset_id = self._dataset.dataset_id
        known = stored.find(self._client, self._run_id)
        if known is not None and stored.dataset_of(known) not in (None, dataset_id):
            raise InvalidRequestError(
                f"run_id: run {self._run_id} is over another dataset, {stored.dataset_of(known)}; give the same rows"
            )
        if compare_with is not None:
            self._old = stored.earlier(self._client, compare_with, self._run_id, dataset_id)
        entries = self._journal.read()
        self._journal.open()
        if known is None:
            names = [one.name for one in self._target.evaluators]
            stored.create(
                self._client,
                run_id=self._run_id,
                name=self._name,
                dataset_id=dataset_id,
                evaluators=names,
                configuration=configuration,
                metadata=metadata,
            )
        else:
            self._name = known.name or self._name
            self._client.experiments.update(self._run_id, status="running")
        if known is not None or entries:
            self._recover(entries)

    def work(self, concurrency: int) -> None:
        """Run the rows that are not done. Raises KeyboardInterrupt after Ctrl-C, with what is done kept."""
        rows = [row for row in self._dataset.rows if row.datapoint_id not in self._done]
        shared = {"run_id": self._run_id, "dataset_id": self._dataset.dataset_id}
        attempts = Attempts(self._target, self._tracer, self._journal, self._name, shared)
        work = Work(rows, attempts.steps, QueueRoom(self._tracer, self._client._tracing_options))
        begun = perf_counter()
        try:
            with progress_bar(len(self._dataset.rows), shown=self._shown) as report:

                def told() -> None:
                    results = [*work.results.values()]
                    report(len(self._done) + len(results), sum(one.failed for one in results))

                work.run(concurrency, is_async=self._target.is_async, report=told, warn=lambda: self._say(_TOLD_FIRST))
                told()
        except KeyboardInterrupt as error:
            self._take(work)
            self._stop(error)
            raise
        finally:
            self._seconds = perf_counter() - begun
        self._take(work)

    def finish(self, timeout: float) -> Experiment:
        """Deliver what is left, complete the run and compare it."""
        rows = [self._done[row.datapoint_id] for row in self._dataset.rows]
        metrics = summarized(row.metrics for row in rows)
        experiment = Experiment(
            self._run_id, self._name, self._dataset.dataset_id, rows, metrics, seconds=self._seconds
        )
        problems = self._deliver(timeout)
        try:
            self._update("completed", rows, {name: one.to_dict() for name, one in metrics.items()})
            if self._old is not None and not problems:
                experiment.comparison = stored.compared(self._client, self._run_id, self._old)
        except HoneyHiveError as error:
            problems.append(f"the run could not be completed: {error}")
        if problems:
            problems.append(f"to try again, run the same with the run id {self._run_id}: no row runs twice")
        else:
            self._journal.close(remove=True)
        experiment.problems = problems
        return experiment

    def close(self) -> None:
        """Let go of the journal, however the run ended."""
        self._journal.close()

    def _recover(self, entries: Mapping[str, list[Entry]]) -> None:
        """Take the rows that have finished before, and send again those of them that the service does not have."""
        sessions = stored.rows_of(self._client, self._run_id)
        for datapoint_id, its in entries.items():
            if datapoint_id not in sessions:
                sessions[datapoint_id] = its[-1].event
                for event, body in its:
                    redeliver(self._tracer, event, body)
        for row in self._dataset.rows:
            if row.datapoint_id in sessions:
                self._done[row.datapoint_id] = _result_of(row, sessions[row.datapoint_id])

    def _take(self, work: Work) -> None:
        self._done.update((result.datapoint_id, result) for result in work.results.values())

    def _stop(self, error: KeyboardInterrupt) -> None:
        rows = [self._done[row.datapoint_id] for row in self._dataset.rows if row.datapoint_id in self._done]
        words = f"stopped after {len(rows)} of {len(self._dataset.rows)} rows; to go on, give the run id {self._run_id}"
        error.add_note(words)
        self._say(words)
        self._deliver(_DELIVERY_TIMEOUT_STOPPED)
        with suppress(HoneyHiveError):
            self._update("cancelled", rows, {})

    def _deliver(self, timeout: float) -> list[str]:
        """Wait until the rows are stored; what may not be is told."""
        flushed = self._tracer.flush(timeout)
        problems = [self._journal.problem] if self._journal.problem else []
        if flushed.pending:
            problems.append(f"{flushed.pending} events wait for the service")
        if lost := flushed.failed + flushed.dropped - self._lost_before:
            problems.append(f"{lost} events were refused or dropped; the log of honeyhive says why")
        return problems

    def _update(
        self, status: Literal["completed", "cancelled"], rows: list[RowResult], metrics: dict[str, Any]
    ) -> None:
        session_ids = [row.session_id for row in rows]
        self._client.experiments.update(
            self._run_id,
            status=status,
            event_ids=session_ids,
            session_ids=session_ids,
            datapoint_ids=[row.datapoint_id for row in rows],
            results={"rows": len(rows), "failed": sum(row.failed for row in rows), "metrics": metrics},
        )

    def _say(self, words: str) -> None:
        if self._shown:
            say(words)


def _result_of(row: Row, session: Mapping[str, Any]) -> RowResult:
    """The result of a row that finished before, from its stored session."""
    metadata = session.get("metadata") or {}
    return RowResult(
        row.datapoint_id,
        session["session_id"],
        row.inputs,
        row.ground_truth,
        outputs=session.get("outputs") or None,
        error=session.get("error"),
        metrics=dict(session.get("metrics") or {}),
        evaluator_errors=dict(metadata.get("evaluator_errors") or {}),
        duration=session.get("duration"),
        was_done=True,
    )
