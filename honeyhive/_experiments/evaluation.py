"""``evaluate``: runs a function over a dataset and makes an experiment of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from .._core.errors import InvalidRequestError
from . import dataset as datasets
from . import event_loop
from .result import Experiment
from .row import target
from .run import ExperimentRun, Wish
from .run_journal import DEFAULT_DIRECTORY
from .scoring import Evaluators, evaluators_of, name_of

if TYPE_CHECKING:
    from .._client import HoneyHive


def evaluate(
    function: Callable[..., Any],
    *,
    dataset: datasets.Source,
    evaluators: Evaluators = (),
    name: str | None = None,
    client: "HoneyHive | None" = None,
    concurrency: int = 10,
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
    """Run a function over each row of a dataset, judge what it returns, and store all of it as an experiment.

    ``function`` and the evaluators are called with what their parameters name: ``inputs``, ``ground_truth``,
    ``datapoint`` (the whole row) and, for evaluators, ``outputs``; other parameters take their places in the order
    ``inputs, ground_truth`` and ``outputs, inputs, ground_truth``. Each call gets copies, in a copy of the caller's
    context. Everything awaitable runs in one event loop of this process, plain functions on threads, ``concurrency``
    rows at a time. An evaluator returns a number, a bool, a string, or a dict of them.

    ``dataset`` is the id of a stored dataset, the path of a JSON or JSONL file, or a list of dicts with ``inputs`` and
    perhaps ``ground_truth`` and ``id``; other keys are metadata, and a dict without ``inputs`` is all inputs.
    ``run_id`` names the run, and resumes it if it exists: rows that have finished do not run again, except those that
    failed if ``retry_failed``. ``compare_with`` is the id of an earlier run, or "last" for the newest completed one of
    the same name that shares rows, if there is one; ``lower_is_better`` names the metrics of which less is better.
    ``client`` is one from the environment if left out. ``journal_dir`` keeps the rows that have finished until the
    service has them, for up to ``delivery_timeout`` seconds. ``progress`` and ``table`` show a bar on stderr, where
    that is a terminal, and the result on stdout.

    A row that fails is recorded with its error and stops nothing. Raises InvalidRequestError before any row runs if an
    argument is wrong or another process works on the run, and KeyboardInterrupt after Ctrl-C, when what is done has
    been kept.
    """
    event_loop.check_thread()
    _check(concurrency=concurrency, run_id=run_id, delivery_timeout=delivery_timeout, journal_dir=journal_dir)
    if compare_with is not None and not isinstance(compare_with, str):
        raise InvalidRequestError(
            f"give the id of a run as a string, or 'last', not {compare_with!r}",
            argument="compare_with",
            separator=": ",
        )
    for argument, value in (("configuration", configuration), ("metadata", metadata)):
        if value is not None and not isinstance(value, Mapping):
            raise InvalidRequestError(f"give a dict, not {type(value).__name__}", argument=argument, separator=": ")
    if isinstance(lower_is_better, str):
        raise InvalidRequestError(
            "give a list of names of metrics, not a string", argument="lower_is_better", separator=": "
        )
    tried = target(function, evaluators_of(evaluators))
    wish = Wish(
        run_id=str(uuid4()) if run_id is None else run_id,
        name=name or name_of(function),
        compare_with=compare_with,
        configuration=configuration,
        metadata=metadata,
        lower_is_better=frozenset(lower_is_better),
        retry_failed=retry_failed,
        journal_dir=journal_dir,
        shown=progress,
    )
    with _client(client) as connected:
        run = ExperimentRun(connected, tried, datasets.read(dataset, connected), wish)
        try:
            run.begin()
            run.work(concurrency)
            experiment = run.finish(delivery_timeout)
        finally:
            run.close()
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
        raise InvalidRequestError(f"give a HoneyHive, not {type(given).__name__}", argument="client", separator=": ")


def _check(
    *, concurrency: int, run_id: str | None, delivery_timeout: float, journal_dir: str | PurePath | None
) -> None:
    if not isinstance(concurrency, int) or concurrency < 1:
        raise InvalidRequestError(f"an integer from 1, not {concurrency!r}", argument="concurrency", separator=": ")
    if run_id is not None and not isinstance(run_id, str):
        raise InvalidRequestError(f"give a string, not {run_id!r}", argument="run_id", separator=": ")
    if run_id is not None and not run_id.strip():  # a variable that is not set, say: all such runs would be one
        raise InvalidRequestError("give a string that is not empty, or leave it out", argument="run_id", separator=": ")
    if not isinstance(delivery_timeout, int | float):
        raise InvalidRequestError(
            f"give seconds, not {delivery_timeout!r}", argument="delivery_timeout", separator=": "
        )
    if journal_dir is not None and not isinstance(journal_dir, str | PurePath):
        raise InvalidRequestError(
            f"give the path of a folder, or None, not {journal_dir!r}", argument="journal_dir", separator=": "
        )
