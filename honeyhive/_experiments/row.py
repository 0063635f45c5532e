"""One row: a session around the function and its evaluators, written once for threads and for asyncio."""

from collections.abc import Callable, Generator, Mapping, Sequence
from functools import partial
from inspect import isasyncgenfunction, iscoroutinefunction
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from .._tracing.events.deferred_session import DeferredSession
from .._tracing.events.event import Shared
from .._tracing.payload.encoder import encode
from .binding import OF_FUNCTION, Convention, convention
from .copies import copied
from .result import RowResult
from .row_record import StoredRowSession, add_scores, fill
from .scoring import Evaluator, scored

if TYPE_CHECKING:
    from .._tracing.tracer import Tracer
    from .dataset import Row
    from .row_problems import RowProblems
    from .run_journal import Journal

_LONGEST_ERROR: Final = 2_000


class Step(NamedTuple):
    """Something of the user's to call next."""

    call: Callable[[], Any]
    blocks: bool
    """True if asyncio has to call it in a thread: it is neither a coroutine function nor an asynchronous generator."""


Steps: TypeAlias = Generator[Step, Any, RowResult]
"""Yields what to call and is sent what it gave, or thrown what it raised; returns what came of the row."""


class Target(NamedTuple):
    """The function of an experiment and its evaluators."""

    function: Callable[..., Any]
    convention: Convention
    is_async: bool
    evaluators: tuple[Evaluator, ...]

    @property
    def names(self) -> list[str]:
        """The names of the evaluators."""
        return [one.name for one in self.evaluators]


class Stored(NamedTuple):
    """A row that finished before, to be judged by evaluators that have not judged it."""

    session: Mapping[str, Any]
    result: RowResult
    judged_by: set[str]


def target(function: Callable[..., Any], evaluators: tuple[Evaluator, ...]) -> Target:
    """The function as it will be called. Raises InvalidRequestError if it asks for more than a row has."""
    return Target(function, convention(function, OF_FUNCTION, "function"), _is_async(function), evaluators)


class Attempts:
    """Makes the steps of each row of one run."""

    def __init__(
        self,
        target: Target,
        tracer: "Tracer",
        journal: "Journal",
        name: str,
        shared: dict[str, str],
        problems: "RowProblems",
        *,
        run_evaluators: Sequence[str],
    ) -> None:
        """``run_evaluators`` are those that the run was created with."""
        self._target = target
        self._tracer = tracer
        self._journal = journal
        self._name = name
        self._shared = shared
        self._problems = problems
        self._blocking = {one.name: not _is_async(one.function) for one in target.evaluators}
        self._judged_by = None if {*run_evaluators} == {*target.names} else target.names

    def steps(self, row: "Row") -> Steps:
        """The row from its beginning to its end; when it returns, the row is in the journal and on its way."""
        fields = {"inputs": row.inputs}
        if row.ground_truth is not None:
            fields["feedback"] = {"ground_truth": row.ground_truth}
        session = DeferredSession(self._tracer, self._name, fields, self._shared_of(row), self._journal.add)
        result = RowResult(row.datapoint_id, session.session_id, row.inputs, row.ground_truth)
        with session:
            try:
                yield from self._function(row, result)
                session.stop_clock()
                if result.error is None:
                    session.outputs = result.outputs
                    yield from self._judge(row, result, self._target.evaluators)
            except GeneratorExit:
                session.abandon()  # cut short, it has not finished
                raise
            fill(session, row, result, self._judged_by)
        self._problems.encoded(row.datapoint_id, session.notes)
        return result

    def judge(self, row: "Row", stored: Stored) -> Steps:
        """Judge a row that finished before by the evaluators that have not judged it."""
        result = stored.result
        new = [one for one in self._target.evaluators if one.name not in stored.judged_by]
        shared = Shared(encode(self._shared_of(row)).encode(), self._journal.add)
        session = StoredRowSession(self._tracer, result.session_id, shared)
        with session:
            try:
                yield from self._judge(row, result, new)
            except GeneratorExit:
                session.abandon()
                raise
            add_scores(session, stored.session, result, sorted(stored.judged_by | {one.name for one in new}))
        return result

    def _shared_of(self, row: "Row") -> dict[str, str]:
        return {**self._shared, "datapoint_id": row.datapoint_id}

    def _function(self, row: "Row", result: RowResult) -> Generator[Step, Any, None]:
        function, how, is_async, _ = self._target
        values = {"inputs": row.inputs, "ground_truth": row.ground_truth, "datapoint": row.datapoint}
        copy = partial(self._copy, row.datapoint_id)
        try:
            outputs = yield Step(partial(how.call, function, values, copy), not is_async)
            result.outputs = copy("outputs", outputs)  # what happens to them later does not change the result
        except GeneratorExit:
            raise
        except BaseException as error:  # SystemExit and what pytest raises are failures of this row alone
            result.error = in_words(error)

    def _judge(self, row: "Row", result: RowResult, evaluators: Sequence[Evaluator]) -> Generator[Step, Any, None]:
        values = {
            "outputs": result.outputs,
            "inputs": row.inputs,
            "ground_truth": row.ground_truth,
            "datapoint": row.datapoint,
        }
        copy = partial(self._copy, row.datapoint_id)
        for name, function, how in evaluators:
            try:
                answer = yield Step(partial(how.call, function, values, copy), self._blocking[name])
                faults = _add(result, name, answer)
            except GeneratorExit:
                raise
            except BaseException as error:
                faults = [in_words(error)]
            if faults:
                result.evaluator_errors[name] = "; ".join(faults)[:_LONGEST_ERROR]

    def _copy(self, datapoint_id: str, name: str, value: Any) -> Any:
        return copied(value, partial(self._problems.uncopied, datapoint_id, _WORDS[name]))


_WORDS: Final = {"inputs": "inputs", "ground_truth": "ground truth", "datapoint": "inputs", "outputs": "outputs"}


def _add(result: RowResult, evaluator: str, answer: Any) -> list[str]:
    """Add the scores to the row, and return what is wrong with the others."""
    metrics, faults = scored(evaluator, answer)
    for name, score in metrics.items():
        if name in result.metrics:
            faults.append(f"gave {name}, which another evaluator gave already")
        else:
            result.metrics[name] = score
    return faults


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
