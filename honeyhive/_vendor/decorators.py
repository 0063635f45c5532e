"""``atrace``, ``trace_class``, ``evaluator`` and ``aevaluator``: decorators of the vendor's package."""

from collections.abc import Callable
from typing import Any, Final, TypeVar, overload

from .._client.module_tracing import trace
from .._tracing.events.trace_options import deprecated
from .deprecated_use import warn_of_use

_NAMES: Final = {"event_type": "type", "event_name": "name"}
FunctionT = TypeVar("FunctionT", bound=Callable[..., Any])


@overload
@deprecated("use trace, which takes coroutine functions too")
def atrace(function: FunctionT, /) -> FunctionT: ...


@overload
@deprecated("use trace, which takes coroutine functions too")
def atrace(**options: Any) -> Callable[[FunctionT], FunctionT]: ...


def atrace(function: Any = None, /, **options: Any) -> Any:
    """Trace a coroutine function: each call becomes an event. Deprecated, because ``trace`` does the same."""
    warn_of_use("atrace", "use trace, which takes coroutine functions too")
    renamed = {_NAMES.get(name, name): value for name, value in options.items()}
    return trace(function, **renamed)


@deprecated("use trace, which takes classes too")
def trace_class(target: FunctionT, /) -> FunctionT:
    """Trace the public methods of a class. The names of the events have the class and the method."""
    warn_of_use("trace_class", "use trace, which takes classes too")
    return trace(target)


@overload
@deprecated("pass the plain function to evaluate(evaluators=[...])")
def evaluator(function: FunctionT, /) -> FunctionT: ...


@overload
@deprecated("pass the plain function to evaluate(evaluators=[...])")
def evaluator(**settings: Any) -> Callable[[FunctionT], FunctionT]: ...


def evaluator(function: Any = None, /, **settings: Any) -> Any:
    """Return the function unchanged, because every function is an evaluator. Settings have no effect."""
    return _unchanged("evaluator", function, settings)


@overload
@deprecated("pass the plain function to evaluate(evaluators=[...])")
def aevaluator(function: FunctionT, /) -> FunctionT: ...


@overload
@deprecated("pass the plain function to evaluate(evaluators=[...])")
def aevaluator(**settings: Any) -> Callable[[FunctionT], FunctionT]: ...


def aevaluator(function: Any = None, /, **settings: Any) -> Any:
    """Return the coroutine function unchanged. Settings have no effect."""
    return _unchanged("aevaluator", function, settings)


def _unchanged(name: str, function: Any, settings: dict[str, Any]) -> Any:
    ignored = f"; {', '.join(settings)} has no effect" if settings else ""
    warn_of_use(name, f"pass the plain function to evaluate(evaluators=[...]){ignored}")
    return (lambda decorated: decorated) if function is None else function
