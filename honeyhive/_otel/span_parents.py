"""Where spans stand among sessions and events, so that both kinds nest in each other."""

from collections.abc import Mapping
from typing import Any, Final, Generic, NamedTuple, TypeVar

from opentelemetry.trace import SpanContext

from .._semconv import event_id_of, session_id_of
from .._tracing.events import propagation
from .._tracing.events.event import Shared

K = TypeVar("K")
V = TypeVar("V")
_MOST: Final = 5_000
NO_ATTRIBUTES: Final[Mapping[str, Any]] = {}


class Recent(Generic[K, V]):
    """A mapping that keeps what was used recently: at least ``most`` entries, at most twice as many; takes no lock."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._halves: tuple[dict[K, V], dict[K, V]] = ({}, {})
        """The young and the old; of two threads that turn at the same time, both turn the same."""

    def __setitem__(self, key: K, value: V) -> None:
        self._turned()[key] = value

    def claim(self, key: K, value: V) -> bool:
        """Put a value that is new to the key; of several threads that try, one succeeds. ``value`` is no other's."""
        return self.get(key) is None and self._turned().setdefault(key, value) is value

    def get(self, key: K) -> V | None:
        """The value, or None if it was never there or long ago."""
        young, old = self._halves
        found = young.get(key)
        if found is None and (found := old.get(key)) is not None:
            self[key] = found
        return found

    def pop(self, key: K) -> V | None:
        """The same, and forget it."""
        found = [half.pop(key, None) for half in self._halves]
        return found[0] if found[0] is not None else found[1]

    def _turned(self) -> dict[K, V]:
        halves = self._halves
        if len(halves[0]) >= self._most and self._halves is halves:
            self._halves = ({}, halves[0])
        return self._halves[0]


class Place(NamedTuple):
    """What is below a span belongs to this session and hangs under this event."""

    birth: int
    """When the span began, among all events; 0 for one of another process."""
    session_id: str
    event_id: str
    is_ours: bool
    """Whether the session was begun by this SDK, here or elsewhere, and not by the trace."""
    is_sampled: bool
    shared: Shared | None = None
    """What the events of its session have in common."""


class Places:
    """The places of the spans of this process, by their ids, and of what other processes say theirs are."""

    def __init__(self) -> None:
        self._known: Recent[tuple[int, int], Place] = Recent()

    def put(self, context: SpanContext, place: Place) -> None:
        """Remember the place of a span that begins."""
        self._known[context.trace_id, context.span_id] = place

    def at(self, context: SpanContext | None) -> Place | None:
        """The place of a span that began in this process and was seen then."""
        return None if context is None else self._known.get((context.trace_id, context.span_id))

    def of(self, context: SpanContext) -> Place | None:
        """The place of a span, None if there is no span."""
        if not context.is_valid:
            return None
        return self._known.get((context.trace_id, context.span_id)) or self._elsewhere(context)

    def _elsewhere(self, context: SpanContext) -> Place:
        trace_id, span_id = f"{context.trace_id:032x}", f"{context.span_id:016x}"
        named = context.trace_state.get("honeyhive") if context.trace_state else None
        origin = propagation.origin_of(trace_id, span_id, context.trace_flags, named)
        if origin.is_ours:
            parent_id = origin.parent_id or origin.session_id
            return Place(0, origin.session_id, parent_id, is_ours=True, is_sampled=origin.is_sampled)
        session_id = session_id_of(trace_id, NO_ATTRIBUTES, NO_ATTRIBUTES)
        return Place(0, session_id, event_id_of(trace_id, span_id), is_ours=False, is_sampled=True)
