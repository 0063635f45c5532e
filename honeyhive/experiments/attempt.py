"""One row: a session around the function and its evaluators, written once for threads and for asyncio."""

from collections.abc import Callable, Generator
from functools import partial
from inspect import isasyncgenfunction, iscoroutinefunction
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from ..tracing.whole import WholeSession
from .calling import OF_FUNCTION, Convention, convention
from .result import RowResult
from .scoring import Evaluator, Score, metrics_of

if TYPE_CHECKING:
    from ..tracing.tracer import Tracer
    from .dataset import Row
    from .journal import Journal

_LONGEST_ERROR: Final = 2_000


class Step(NamedTuple):
    """Something of the user's to call next."""

    call: Callable[[], Any]
    blocks: bool
    """Whether asyncio has to call it in a thread: it is neither a coroutine function nor an asynchronous generator."""


Steps: TypeAlias = Generator[Step, Any, RowResult]
"""Yields what to call and is sent what it gave, or thrown what it raised; returns what came of the row."""


class Target(NamedTuple):
    """What an experiment tries, and how that is judged."""

    function: Callable[..., Any]
    convention: Convention
    is_async: bool
    evaluators: tuple[Evaluator, ...]


def target(function: Callable[..., Any], evaluators: tuple[Evaluator, ...]) -> Target:
    """The function as it will be called. Raises InvalidRequestError if it asks for more than a row has."""
    return Target(function, convention(function, OF_FUNCTION, "function"), _is_async(function), evaluators)


class Attempts:
    """Makes the steps of each row of one run."""

    def __init__(self, target: Target, tracer: "Tracer", journal: "Journal", name: str, shared: dict[str, str]) -> None:
        self._target = target
        self._tracer = tracer
        self._journal = journal
        self._name = name
        self._shared = shared

    def steps(self, row: "Row") -> Steps:
        """The row from its beginning to its end; when it returns, the row is in the journal and on its way."""
        fields = {"inputs": row.inputs}
        if row.ground_truth is not None:
            fields["feedback"] = {"ground_truth": row.ground_truth}
        shared = {**self._shared, "datapoint_id": row.datapoint_id}
        session = WholeSession(self._tracer, self._name, fields, shared, self._journal.add)
        result = RowResult(row.datapoint_id, session.session_id, row.inputs, row.ground_truth)
        with session:
            try:
                yield from self._function(row, result)
                session.stop_clock()
                if result.error is None:
                    session.outputs = result.outputs
                    yield from self._evaluators(row, result)
            except GeneratorExit:
                session.abandon()  # cut short, it has not finished
                raise
            _fill(session, result)
        return result

    def _function(self, row: "Row", result: RowResult) -> Generator[Step, Any, None]:
        function, how, is_async, _ = self._target
        values = {"inputs": row.inputs, "ground_truth": row.ground_truth, "datapoint": row.datapoint}
        try:
            result.outputs = yield Step(partial(how.call, function, values), not is_async)
        except GeneratorExit:
            raise
        except BaseException as error:  # SystemExit and what pytest raises are failures of this row alone
            result.error = in_words(error)

    def _evaluators(self, row: "Row", result: RowResult) -> Generator[Step, Any, None]:
        values = {
            "outputs": result.outputs,
            "inputs": row.inputs,
            "ground_truth": row.ground_truth,
            "datapoint": row.datapoint,
        }
        for name, function, how in self._target.evaluators:
            try:
                answer = yield Step(partial(how.call, function, values), not _is_async(function))
                _add(result.metrics, metrics_of(name, answer))
            except GeneratorExit:
                raise
            except BaseException as error:
                result.evaluator_errors[name] = in_words(error)


def _add(metrics: dict[str, Score], new: dict[str, Score]) -> None:
    if taken := metrics.keys() & new.keys():
        raise ValueError(f"gave {', '.join(sorted(taken))}, which another evaluator gave already")
    metrics.update(new)


def _fill(session: WholeSession, result: RowResult) -> None:
    result.duration = session.elapsed
    session.error = result.error
    if result.metrics:
        session.metrics = result.metrics
    if result.evaluator_errors:
        session.metadata = {"evaluator_errors": result.evaluator_errors}


def in_words(error: BaseException) -> str:
    """The error as one text, of a length that can be shown."""
    try:
        text = str(error)
    except Exception:  # its own __str__ fails
        text = ""
    kind = type(error).__name__
    return f"{kind}: {text}"[:_LONGEST_ERROR] if text else kind


def _is_async(function: Callable[..., Any]) -> bool:
    called = getattr(function, "__call__", None)  # noqa: B004 - of an object that is called like a function
    return any(iscoroutinefunction(one) or isasyncgenfunction(one) for one in (function, called))
