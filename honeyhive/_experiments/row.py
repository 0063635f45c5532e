"""One row: a session around the function and its evaluators. The same code serves threads and asyncio."""

from collections.abc import Callable, Generator, Mapping, Sequence
from functools import partial
from inspect import isasyncgenfunction, iscoroutinefunction
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from .._tracing.events.deferred_session import DeferredSession
from .._tracing.events.event_body import Shared
from .._tracing.payload.plain_json import encode
from .binding import BY_NAME, OF_FUNCTION, Binding, bind
from .copies import copied
from .dataset import REPETITION
from .pacing import retry_delay
from .result import RowResult
from .row_record import StoredRowSession, add_scores, fill
from .row_trace import Trace, TraceRecorder
from .row_traceback import traceback_of
from .scoring import Evaluator, Scored, scored

if TYPE_CHECKING:
    from .._tracing.tracer import Tracer
    from .dataset import DatasetRow
    from .row_problems import RowProblems
    from .run_journal import RunJournal

_MAX_ERROR_LENGTH: Final = 2_000
_LABELS: Final = {"inputs": "inputs", "ground_truth": "ground truth", "datapoint": "inputs", "outputs": "outputs"}


class RowStep(NamedTuple):
    """A call that an executor makes for a row."""

    call: Callable[[], Any]
    blocks: bool
    """True if the function may block, so that asyncio must call it on a thread.

    False for a coroutine function or async generator.
    """
    timeout: float | None = None
    """Seconds after which the executor gives up and throws TimeoutError; None waits without limit."""


RowSteps: TypeAlias = Generator[RowStep, Any, RowResult]
"""Generator that yields the next call, gets the call's result or error, and returns the result of the row."""


class Target(NamedTuple):
    """The function of an experiment and its evaluators."""

    function: Callable[..., Any]
    binding: Binding
    is_async: bool
    evaluators: tuple[Evaluator, ...]

    @property
    def names(self) -> list[str]:
        """The names of the evaluators."""
        return [one.name for one in self.evaluators]


class StoredRow(NamedTuple):
    """A row that finished earlier, to be scored by new evaluators."""

    session: Mapping[str, Any]
    result: RowResult
    judged_by: set[str]
    """Names of the evaluators that have already scored the row."""


class RowOptions(NamedTuple):
    """Settings for calling the function of each row."""

    timeout: float | None = None
    """Seconds for one call of the function or of an evaluator; None for no limit."""
    retries: int = 0
    """Number of times to call the function again after it raised or timed out."""
    pause: Callable[[float], bool] = lambda _seconds: False
    """Blocks for some seconds or until the run is stopped; returns True if the run is stopped."""
    reserve: Callable[[], float] = lambda: 0.0
    """Reserves a slot of the rate limit, and returns the seconds until it begins."""
    stored_events: Callable[[str], list[dict[str, Any]]] = lambda _session_id: []
    """Fetches the events of a stored session, for new evaluators with a parameter ``trace``."""


def bind_target(function: Callable[..., Any], evaluators: tuple[Evaluator, ...]) -> Target:
    """Return the bound function and the evaluators. Raises InvalidRequestError if a parameter cannot be filled."""
    binding = bind(function, OF_FUNCTION, "function", BY_NAME[OF_FUNCTION])
    return Target(function, binding, is_async(function), evaluators)


class RowRunner:
    """Creates the steps of each row of one run."""

    def __init__(
        self,
        target: Target,
        tracer: "Tracer",
        journal: "RunJournal",
        name: str,
        shared: dict[str, Any],
        problems: "RowProblems",
        *,
        run_evaluators: Sequence[str],
        options: RowOptions | None = None,
    ) -> None:
        """``run_evaluators`` are the names of the evaluators that the run was created with."""
        self._target = target
        self._tracer = tracer
        self._journal = journal
        self._name = name
        self._shared = shared
        self._problems = problems
        self._options = options or RowOptions()
        self._blocking = {one.name: not is_async(one.function) for one in target.evaluators}
        self._traced = any(one.binding.takes_trace for one in target.evaluators)
        self._judged_by = None if {*run_evaluators} == {*target.names} else target.names

    def steps(self, row: "DatasetRow") -> RowSteps:
        """Run a row from start to end. When the generator returns, the row is in the journal and in the queue."""
        fields = {"inputs": row.inputs}
        if row.ground_truth is not None:
            fields["feedback"] = {"ground_truth": row.ground_truth}
        recorder = TraceRecorder(self._journal.add) if self._traced else None
        keep = self._journal.add if recorder is None else recorder.add
        delay = self._options.reserve()
        if delay > 0:  # the session must not begin before the pause, because it measures the duration of the function
            yield RowStep(partial(self._options.pause, delay), blocks=True)
        session = DeferredSession(self._tracer, self._name, fields, self._shared_of(row), keep)
        result = RowResult(
            row.datapoint_id, session.session_id, row.inputs, row.ground_truth, repetition=row.repetition
        )
        copy = partial(self._copy, set())
        with session:
            try:
                yield from self._function(row, result, copy)
                session.stop_clock()
                if result.error is None:
                    session.outputs = result.outputs
                    trace = None if recorder is None else partial(recorder.trace, session.elapsed)
                    yield from self._judge(row, result, copy, self._target.evaluators, trace)
            except GeneratorExit:
                session.abandon()  # an interrupted row has not finished
                raise
            fill(session, row, result, self._judged_by)
        self._problems.encoded(row.datapoint_id, session.notes)
        return result

    def judge(self, row: "DatasetRow", stored: StoredRow) -> RowSteps:
        """Run the evaluators that have not yet scored a stored row, and add their scores to it."""
        result = stored.result
        new = [one for one in self._target.evaluators if one.name not in stored.judged_by]
        shared = Shared(encode(self._shared_of(row)).encode(), self._journal.add)
        session = StoredRowSession(self._tracer, result.session_id, shared)
        trace = None
        if any(one.binding.takes_trace for one in new):
            events = yield RowStep(partial(self._options.stored_events, result.session_id), blocks=True)
            trace = partial(Trace, events, result.duration)
        with session:
            try:
                yield from self._judge(row, result, partial(self._copy, set()), new, trace)
            except GeneratorExit:
                session.abandon()
                raise
            add_scores(session, stored.session, result, sorted(stored.judged_by | {one.name for one in new}))
        return result

    def _shared_of(self, row: "DatasetRow") -> dict[str, Any]:
        repetition = {REPETITION: row.repetition} if row.repetition > 1 else {}
        return {**self._shared, "datapoint_id": row.datapoint_id, **repetition}

    def _function(
        self, row: "DatasetRow", result: RowResult, copy: Callable[..., Any]
    ) -> Generator[RowStep, Any, None]:
        function, binding, is_async, _ = self._target
        timeout, retries, pause, reserve, _ = self._options
        values = {"inputs": row.inputs, "ground_truth": row.ground_truth, "datapoint": row.datapoint}
        for attempt in range(1, retries + 2):
            if attempt > 1:
                delay = reserve() + retry_delay(attempt - 1)
                if (yield RowStep(partial(pause, delay), blocks=True)):
                    return  # the run is stopped; the result keeps the error of the last attempt
            result.attempts = attempt
            try:
                outputs = yield RowStep(partial(binding.call, function, values, copy), not is_async, timeout)
                result.outputs = copy("outputs", outputs)  # the function may keep and change the object
                result.error = result.traceback = None
            except GeneratorExit:
                raise
            except BaseException as error:  # SystemExit and pytest's exceptions are failures of this row alone
                result.error, result.traceback = in_words(error), traceback_of(error)
                if not isinstance(error, Exception):
                    return
            else:
                return

    def _judge(
        self,
        row: "DatasetRow",
        result: RowResult,
        copy: Callable[..., Any],
        evaluators: Sequence[Evaluator],
        trace: Callable[[], Trace] | None,
    ) -> Generator[RowStep, Any, None]:
        values = {
            "outputs": result.outputs,
            "inputs": row.inputs,
            "ground_truth": row.ground_truth,
            "datapoint": row.datapoint,
        }
        for name, function, binding in evaluators:
            if trace is not None and binding.takes_trace:
                values["trace"] = trace()
            try:
                step = RowStep(
                    partial(binding.call, function, values, copy), self._blocking[name], self._options.timeout
                )
                returned = yield step
                faults = _add(result, scored(name, returned))
            except GeneratorExit:
                raise
            except BaseException as error:
                faults = [in_words(error)]
                result.traceback = result.traceback or traceback_of(error)
            if faults:
                result.evaluator_errors[name] = "; ".join(faults)[:_MAX_ERROR_LENGTH]

    def _copy(self, reported: set[tuple[str, str]], name: str, value: Any) -> Any:
        if name == "trace":  # a trace needs no copy, because it is made for this call
            return value
        return copied(value, partial(self._problems.uncopied, reported, _LABELS[name]))


def _add(result: RowResult, found: Scored) -> list[str]:
    """Add the valid scores to the row, and return the faults of the invalid scores."""
    faults = [*found.faults]
    for metric, score in found.metrics.items():
        if metric in result.metrics:
            faults.append(f"metric {metric!r} was already set by another evaluator")
        else:
            result.metrics[metric] = score
    result.comments.update(found.comments)
    result.passed.update(found.passed)
    return faults


def in_words(error: BaseException) -> str:
    """Return the error as "Type: message", cut for display."""
    try:
        text = str(error)
    except Exception:  # the error's own __str__ may fail
        text = ""
    kind = type(error).__name__
    return f"{kind}: {text}"[:_MAX_ERROR_LENGTH] if text else kind


def is_async(function: Callable[..., Any]) -> bool:
    """Return True for a coroutine function, an async generator function, and an object with such a ``__call__``."""
    called = getattr(function, "__call__", None)  # noqa: B004 - of an object that is called like a function
    return any(iscoroutinefunction(one) or isasyncgenfunction(one) for one in (function, called))
