"""``evaluate`` and ``aevaluate``: run a function over a dataset as an experiment."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from .._client.internal import own_calls
from .._core.errors import InvalidRequestError
from . import dataset as datasets
from . import event_loop
from .argument_checks import check_arguments
from .columns import Columns
from .result import Experiment
from .row import bind_target
from .run import ExperimentRun
from .run_journal import DEFAULT_DIRECTORY
from .run_options import RunOptions
from .scoring import Evaluators, evaluators_of, name_of
from .vendor_arguments import with_vendor_arguments

if TYPE_CHECKING:
    from .._client import HoneyHive


@with_vendor_arguments
def evaluate(
    function: Callable[..., Any],
    *,
    dataset: datasets.Source,
    evaluators: Evaluators = (),
    summary_evaluators: Evaluators = (),
    name: str | None = None,
    client: "HoneyHive | None" = None,
    concurrency: int = 10,
    repetitions: int = 1,
    limit: int | None = None,
    columns: Columns | None = None,
    timeout: float | None = None,
    retries: int = 0,
    rate_limit: float | None = None,
    tolerate_failures: float | None = None,
    keep_rows: bool = True,
    run_id: str | None = None,
    retry_failed: bool = False,
    compare_with: str | None = None,
    lower_is_better: Iterable[str] = (),
    configuration: Mapping[str, Any] | None = None,
    metadata: Mapping[str, Any] | None = None,
    journal_dir: str | PurePath | None = DEFAULT_DIRECTORY,
    delivery_timeout: float = 60.0,
    progress: bool = True,
    table: bool = True,
) -> Experiment:
    """Run a function over each row of a dataset, score its outputs, and store everything as an experiment.

    Parameters of the function and the evaluators are filled by name: ``inputs``, ``ground_truth``, ``datapoint`` (the
    whole row) and, for evaluators, ``outputs`` and ``trace`` (the events of the row). Other parameters are filled by
    position: ``inputs, ground_truth`` for the function, ``outputs, inputs, ground_truth`` for evaluators. Each call
    gets copies of these values, and a copy of the caller's context variables. Async functions run in one event loop
    that the process shares, plain functions on threads. A row that fails is stored with its error, and the other rows
    still run.

    Args:
        function: The function to evaluate, plain or async.
        dataset: The id or name of a stored dataset, the path of a JSONL, JSON or CSV file, a data frame, or an iterable
            of dicts with ``inputs`` and optionally ``ground_truth`` and ``id``. Other keys become metadata. If a dict
            has no ``inputs``, all its keys are inputs. Iterables other than lists are read lazily.
        evaluators: Functions that return a number, bool, string, ``Score``, a dict of them or a list of ``Score``.
        summary_evaluators: Functions that score all rows together. They have the parameters of evaluators, but each
            value is a list over all rows. A parameter ``rows`` gets the list of row results.
        name: The name of the run; by default, the name of the function.
        client: The client to use; by default, a new client with the settings of the environment.
        concurrency: Number of rows that run at a time.
        repetitions: Number of times that each row runs, each in its own session.
        limit: Number of rows to use, from the start of the dataset; None for all.
        columns: Maps columns to ``inputs``, ``ground_truth``, ``metadata`` or ``id``; other columns become metadata.
        timeout: Seconds for one call of the function or of an evaluator; None for no limit.
        retries: Number of times to call the function again after it raised or timed out, with growing delays.
        rate_limit: Number of function calls that may start in a second; None for no limit.
        tolerate_failures: Number of rows that may fail before the run is stopped. A number below 1 is a share of
            all rows.
        keep_rows: False to drop finished rows, so that the memory does not grow with their content.
        run_id: The id of the run. An existing run is resumed: finished rows do not run again.
        retry_failed: True to run failed rows of a resumed run again. Needs ``run_id``.
        compare_with: The id of an earlier run, or "last" for the newest completed run that has the same name and shares
            rows with this run.
        lower_is_better: Names of the metrics for which a lower value is better.
        configuration: Settings of the function, stored with the run.
        metadata: Metadata of the run.
        journal_dir: Folder that keeps finished rows until the service has stored them; None for no journal.
        delivery_timeout: Seconds to wait at the end until the service has stored everything.
        progress: True to show progress on stderr, if stderr is a terminal.
        table: True to print the result to stdout.

    Returns:
        The experiment with its rows, metrics and comparison.

    Raises:
        InvalidRequestError: Before any row runs, if an argument is wrong or another process works on the run.
        KeyboardInterrupt: After Ctrl-C, once the finished rows are stored.
    """
    arguments = locals()
    event_loop.check_thread()
    with _prepared(arguments) as start, start() as run:
        run.execute(concurrency)
        experiment = run.finish(delivery_timeout)
    return _shown(experiment, table)


async def aevaluate(
    function: Callable[..., Any],
    *,
    dataset: datasets.Source,
    evaluators: Evaluators = (),
    summary_evaluators: Evaluators = (),
    name: str | None = None,
    client: "HoneyHive | None" = None,
    concurrency: int = 10,
    repetitions: int = 1,
    limit: int | None = None,
    columns: Columns | None = None,
    timeout: float | None = None,
    retries: int = 0,
    rate_limit: float | None = None,
    tolerate_failures: float | None = None,
    keep_rows: bool = True,
    run_id: str | None = None,
    retry_failed: bool = False,
    compare_with: str | None = None,
    lower_is_better: Iterable[str] = (),
    configuration: Mapping[str, Any] | None = None,
    metadata: Mapping[str, Any] | None = None,
    journal_dir: str | PurePath | None = DEFAULT_DIRECTORY,
    delivery_timeout: float = 60.0,
    progress: bool = True,
    table: bool = True,
) -> Experiment:
    """Run ``evaluate`` in the current event loop, without blocking it.

    Async functions and evaluators run as tasks of this loop, plain functions and evaluators on threads. The arguments
    and the result are those of ``evaluate``. If the awaiting task is cancelled, finished rows are stored, and the run
    can be resumed.
    """
    arguments = locals()
    with _prepared(arguments) as start:
        # begin() and finish() call the service and block, so they run on threads.
        scope = start()
        run = await asyncio.to_thread(scope.__enter__)
        try:
            await run.execute_async(concurrency)
            experiment = await asyncio.to_thread(run.finish, delivery_timeout)
        except asyncio.CancelledError:
            await asyncio.shield(asyncio.to_thread(run.stop))
            raise
        finally:
            run.close()
    return _shown(experiment, table)


@contextmanager
def _prepared(arguments: Mapping[str, Any]) -> "Iterator[Callable[[], Any]]":
    """Check the arguments, and yield a function that opens the run as a context manager."""
    check_arguments(arguments)
    function = arguments["function"]
    target = bind_target(function, evaluators_of(arguments["evaluators"]))
    run_id, name = arguments["run_id"], arguments["name"] or name_of(function)
    options = RunOptions(
        run_id=str(uuid4()) if run_id is None else run_id,
        name=name,
        lower_is_better=frozenset(arguments["lower_is_better"]),
        shows_progress=arguments["progress"],
        summary_evaluators=evaluators_of(arguments["summary_evaluators"], is_summary=True),
        **{key: arguments[key] for key in _PASSED_ON},
    )
    with _client(arguments["client"]) as connected:
        read = partial(
            datasets.read,
            arguments["dataset"],
            own_calls(connected),
            run_name=name,
            **{key: arguments[key] for key in ("limit", "columns", "repetitions")},
        )

        @contextmanager
        def start() -> Iterator[ExperimentRun]:
            run = ExperimentRun(connected, target, read(), options)
            try:
                run.begin()
                yield run
            finally:
                run.close()

        yield start


_PASSED_ON = (
    "compare_with",
    "configuration",
    "metadata",
    "retry_failed",
    "journal_dir",
    "repetitions",
    "timeout",
    "retries",
    "rate_limit",
    "tolerate_failures",
    "keep_rows",
)
"""Arguments of ``evaluate`` that are passed to RunOptions unchanged."""


def _shown(experiment: Experiment, table: bool) -> Experiment:
    if table:
        from .result_table import print_table

        print_table(experiment)
    return experiment


@contextmanager
def _client(given: "HoneyHive | None") -> "Iterator[HoneyHive]":
    from .._client import HoneyHive

    if given is None:
        with HoneyHive() as own:
            yield own
    elif isinstance(given, HoneyHive):
        yield given
    else:
        raise InvalidRequestError(f"is a {type(given).__name__}; pass a HoneyHive", argument="client")
