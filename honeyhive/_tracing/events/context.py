"""Which event the running code belongs to, and how to take that along to where Python does not."""

from collections.abc import Callable
from contextvars import ContextVar, Token, copy_context
from functools import wraps
from itertools import count
from typing import TYPE_CHECKING, Any, Final, ParamSpec, Protocol, TypeAlias, TypeVar

if TYPE_CHECKING:
    from .event import Span

P = ParamSpec("P")
R = TypeVar("R")
Entry: TypeAlias = "Token[Span | None]"

births: Final = count(1)
"""Numbers events in the order in which they begin, whichever tracer begins them."""


class Surroundings(Protocol):
    """What another tracer in this process, such as OpenTelemetry, knows about the running code."""

    def innermost(self, own: "Span | None") -> "Span | None":
        """The innermost event or session of this tracer, or a stand-in for one of the other's that is further in."""
        ...

    def session(self) -> "Span | None":
        """A stand-in for the other tracer's innermost, if that one's session is not one of this tracer's."""
        ...


_current: Final[ContextVar["Span | None"]] = ContextVar("honeyhive_span", default=None)


def current() -> "Span | None":
    """The innermost event or session around the running code, of whatever client."""
    return _current.get()


def enter(span: "Span") -> Entry:
    """Make it the innermost."""
    return _current.set(span)


def leave(entry: Entry) -> None:
    """Make the one before it the innermost again."""
    try:
        _current.reset(entry)
    except ValueError:
        # Left in another context than it was entered in, as an async generator does that is closed by the loop. There
        # the event never was the innermost.
        return


def carry(function: Callable[P, R]) -> Callable[P, R]:
    """The function, run inside the events of the code that calls ``carry``, whichever thread runs it.

    For threads and executors, which begin outside of every event: ``pool.submit(carry(work), item)``. Tasks of asyncio
    and ``asyncio.to_thread`` take the context along by themselves.
    """
    context = copy_context()

    @wraps(function)
    def carried(*args: Any, **kwargs: Any) -> Any:
        # A copy for each call: no two threads can be in the same context.
        return context.copy().run(function, *args, **kwargs)

    return carried
