"""A function whose calls become events: the name of its events, and the recorded parts of a call."""

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..recursion import TooDeep
from .event import Event

if TYPE_CHECKING:
    from ..tracer import Tracer
    from .trace_options import TraceSettings


class TracedFunction:
    """Makes the event of a call, and records its result."""

    def __init__(self, tracer: "Callable[[], Tracer]", function: Callable[..., Any], settings: "TraceSettings") -> None:
        """``tracer`` returns the tracer of each call."""
        self._tracer = tracer
        self._settings = settings
        self.records_outputs: bool = settings.outputs is not False
        """True if returned or yielded values are recorded."""
        self.has_reduce: bool = settings.reduce is not None
        """True if the user's ``reduce`` takes the items of a stream as a list."""
        self.chooses_outputs: bool = callable(settings.outputs)
        """True if a function of the user chooses the outputs."""
        self.own_name: str = local_name(function)
        """Name of the function in the code; for a method, with its class."""
        self.name: str = settings.name or self.own_name
        owner = getattr(tracer, "__self__", None)
        self.too_deep: TooDeep = getattr(owner, "too_deep", None) or TooDeep()
        """Number of calls without an event, because the recursion limit left no room for it."""
        self._names: list[str] = []
        self._rest: str | None = None
        for parameter in _parameters(function):
            if parameter.kind is parameter.VAR_POSITIONAL:
                self._rest = parameter.name
            elif parameter.kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD):
                self._names.append(parameter.name)

    def event(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Event:
        """Return the event of a call with these arguments."""
        settings = self._settings
        kind, choose, fields = settings.kind, settings.inputs, settings.fields
        if choose is False:
            return self._tracer().event(self.name, kind, fields)
        inputs = self._inputs(args, kwargs)
        if choose is True:
            return self._tracer().event(self.name, kind, {"inputs": inputs, **fields})
        event = self._tracer().event(self.name, kind, fields)
        _record_chosen(event, "inputs", choose, inputs)
        return event

    def returned(self, event: Event, value: Any) -> None:
        """Record the returned value, unless outputs are off."""
        choose = self._settings.outputs
        if choose is True:
            if value is None:
                return
            key = event.tracer.result_key
            if key is None:
                event.outputs = value
            else:
                event.update(outputs={key: value})
        elif choose:
            _record_chosen(event, "outputs", choose, value)

    def reduced(self, event: Event, items: list[Any]) -> None:
        """Record the result of the user's ``reduce`` for the items of a stream."""
        reduce, choose = self._settings.reduce, self._settings.outputs
        if reduce is None:
            return
        if callable(choose):
            _record_chosen(event, "outputs", lambda given: choose(reduce(given)), items)
        else:
            _record_chosen(event, "outputs", reduce, items, "reduce")

    def _inputs(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
        inputs = dict(zip(self._names, args, strict=False))
        if self._names and self._names[0] in ("self", "cls"):
            inputs.pop(self._names[0], None)
        if self._rest is not None and len(args) > len(self._names):
            inputs[self._rest] = args[len(self._names) :]
        inputs.update(kwargs)
        return inputs


def local_name(function: Callable[..., Any]) -> str:
    """Return the name of a function with its class, but without enclosing functions."""
    name: str = getattr(function, "__qualname__", type(function).__qualname__)
    return name.rpartition(".<locals>.")[2]


def _record_chosen(
    event: Event, field: str, choose: Callable[[Any], Any], value: Any, keyword: str | None = None
) -> None:
    """Record the result of the user's function. If the function fails, record nothing: the value may be private."""
    if not event.is_sampled:
        return
    try:
        chosen = choose(value)
    except Exception as error:
        words = f"the function in trace({keyword or field}=)"
        event.notes.append(f"{field}: left out, because {words} raised {type(error).__name__}")
        event.tracer.warn("choice", f"{words} of {event.name} raised {type(error).__name__}")
        return
    if chosen is not None:
        setattr(event, field, chosen)


def _parameters(function: Callable[..., Any]) -> list[inspect.Parameter]:
    try:
        return list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):  # some built-in functions have no signature
        return []
