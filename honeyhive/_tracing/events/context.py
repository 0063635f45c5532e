"""The current event or session, and a function that carries it into other threads."""

from collections.abc import Callable
from contextvars import ContextVar, Token, copy_context
from functools import wraps
from itertools import count
from typing import TYPE_CHECKING, Any, Final, ParamSpec, Protocol, TypeAlias, TypeVar

from ..interrupts import is_interrupt

if TYPE_CHECKING:
    from .base_span import Span

P = ParamSpec("P")
R = TypeVar("R")
ContextToken: TypeAlias = "Token[Span | None]"

next_sequence: Final = count(1).__next__
"""Return the next sequence number. Events of all tracers share one sequence."""


class ForeignTracer(Protocol):
    """Another tracer in this process, such as OpenTelemetry, whose spans and our events nest in each other."""

    def innermost(self, own: "Span | None") -> "Span | None":
        """Return ``own``, our innermost event or session, or a placeholder of a foreign span that is inside it."""
        ...

    def session(self) -> "Span | None":
        """Return the span in which a new session is nested; None if the session is independent of foreign spans."""
        ...


_current: Final[ContextVar["Span | None"]] = ContextVar("honeyhive_span", default=None)
current: Final = _current.get
"""Return the innermost event or session around the running code, of any client."""
enter: Final = _current.set
"""Make this event or session the innermost one, and return the token for ``leave``."""
reset: Final = _current.reset
"""Restore the event or session that was innermost before ``enter``. Raises ValueError in another context."""


def leave(token: ContextToken) -> None:
    """Restore the event or session that was innermost before ``enter``. In another context, do nothing."""
    try:
        _current.reset(token)
    except ValueError as error:
        if is_interrupt(error):
            raise
        # If the event loop closes an async generator, ``leave`` runs in another context than ``enter`` did. In that
        # context the event never was the innermost.
        return


def carry(function: Callable[P, R]) -> Callable[P, R]:
    """Return a function that calls ``function`` inside the event that is current now, on any thread.

    Use it for threads and executors, which start outside of every event: ``pool.submit(carry(work), item)``. asyncio
    tasks and ``asyncio.to_thread`` carry the current event by themselves.
    """
    context = copy_context()

    @wraps(function)
    def carried(*args: Any, **kwargs: Any) -> Any:
        # Each call gets a copy, because only one thread at a time can enter a context.
        return context.copy().run(function, *args, **kwargs)

    return carried
