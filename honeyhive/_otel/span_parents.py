"""Maps each span to its session and parent event."""

from collections.abc import Mapping
from typing import Any, Final, Generic, NamedTuple, TypeVar

from opentelemetry.trace import SpanContext

from .._semconv import event_id_of, session_id_of
from .._tracing.events import propagation
from .._tracing.events.event_body import Shared
from .._tracing.events.root_event import RootEvent

K = TypeVar("K")
V = TypeVar("V")
_CAPACITY: Final = 5_000
"""Number of remembered spans: far more than a process has open at once. An entry takes about 500 bytes."""
NO_ATTRIBUTES: Final[Mapping[str, Any]] = {}


class LRUCache(Generic[K, V]):
    """Lock-free LRU cache that keeps between ``capacity`` and twice as many entries."""

    def __init__(self, capacity: int = _CAPACITY) -> None:
        self._capacity = capacity
        self._halves: tuple[dict[K, V], dict[K, V]] = ({}, {})
        """The young and the old entries. If two threads rotate the halves at once, both produce the same result."""

    def __setitem__(self, key: K, value: V) -> None:
        self._young()[key] = value

    def claim(self, key: K, value: V) -> bool:
        """Store a value if the key has none. Return True for exactly one of several competing threads.

        The threads must pass distinct objects, because these are compared by identity.
        """
        return self.get(key) is None and self._young().setdefault(key, value) is value

    def get(self, key: K) -> V | None:
        """Return the value; None if the key was never stored or has been evicted."""
        young, old = self._halves
        found = young.get(key)
        if found is None and (found := old.get(key)) is not None:
            self[key] = found
        return found

    def pop(self, key: K) -> V | None:
        """Remove the key and return its value, or None."""
        found = [half.pop(key, None) for half in self._halves]
        return found[0] if found[0] is not None else found[1]

    def _young(self) -> dict[K, V]:
        halves = self._halves
        if len(halves[0]) >= self._capacity and self._halves is halves:
            self._halves = ({}, halves[0])
        return self._halves[0]


class SpanParent(NamedTuple):
    """The session and the event that children of a span belong to."""

    sequence: int
    """Start order of the span among all spans and events of this process; 0 for a span of another process."""
    session_id: str
    event_id: str
    is_ours: bool
    """True if this SDK started the session, in any process; False if the trace itself is the session."""
    is_sampled: bool
    shared: Shared | None = None
    """Metadata that all events of the session share."""
    root: RootEvent | None = None
    """Copies inputs and outputs of the span to its session. None unless the span is directly in an SDK session."""
    is_repeat: bool = False
    """True for a span that is not logged, because another span describes the same call.

    The children of such a span belong to its parent.
    """
    is_in_share: bool = True
    """False if the calling service does not send the session, or sends it only if that service's ``keep`` matches."""


class SpanParents:
    """The spans that may be parents: those of this process, which are recorded, and remote spans."""

    def __init__(self, *, decides_late: bool = False) -> None:
        """With ``decides_late``, sessions that the calling service does not send are recorded too."""
        self._decides_late = decides_late
        self._known: LRUCache[tuple[int, int], SpanParent] = LRUCache()

    def record(self, context: SpanContext, parent: SpanParent) -> None:
        """Record a span that starts in this process, as a parent."""
        self._known[context.trace_id, context.span_id] = parent

    def recorded(self, context: SpanContext | None) -> SpanParent | None:
        """Return the span as a parent; None if it started in another process, or before ``instrument`` was called."""
        return None if context is None else self._known.get((context.trace_id, context.span_id))

    def of(self, context: SpanContext) -> SpanParent | None:
        """Return the span, local or remote, as a parent; None without a valid span."""
        if not context.is_valid:
            return None
        return self._known.get((context.trace_id, context.span_id)) or self._remote_parent(context)

    def _remote_parent(self, context: SpanContext) -> SpanParent:
        trace_id, span_id = f"{context.trace_id:032x}", f"{context.span_id:016x}"
        named = context.trace_state.get("honeyhive") if context.trace_state else None
        origin = propagation.origin_of(trace_id, span_id, context.trace_flags, named)
        if origin.is_ours:
            parent_id = origin.parent_id or origin.session_id
            is_sampled = origin.is_sampled or self._decides_late
            is_in_share = origin.is_sampled
            return SpanParent(
                0, origin.session_id, parent_id, is_ours=True, is_sampled=is_sampled, is_in_share=is_in_share
            )
        session_id = session_id_of(trace_id, NO_ATTRIBUTES, NO_ATTRIBUTES)
        return SpanParent(0, session_id, event_id_of(trace_id, span_id), is_ours=False, is_sampled=True)
