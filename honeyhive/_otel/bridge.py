"""What OpenTelemetry and one tracer of this SDK know of each other."""

from typing import TYPE_CHECKING, Final
from weakref import WeakSet, WeakValueDictionary

from opentelemetry import trace
from opentelemetry.trace import SpanContext

from .._client.internal import AnyClient, tracer_of
from .._tracing.events.event import Span
from .._tracing.events.session import Session
from .._tracing.tracer import Tracer
from .span_parents import Place, Places
from .trace_sessions import Sessions

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider


class Bridge:
    """The surroundings of one tracer: its sessions and events nest in spans."""

    def __init__(self, tracer: Tracer) -> None:
        self.tracer = tracer
        self.places: Places = Places()
        self.sessions: Sessions = Sessions(tracer)
        self.providers: WeakSet[TracerProvider] = WeakSet()
        """Whose spans come here, by ``instrument``."""

    def innermost(self, own: Span | None) -> Span | None:
        """The own one, or a stand-in for the current span if that is further in."""
        with self.tracer.guarded:
            place = self.places.of(trace.get_current_span().get_span_context())
            if place is not None and (own is None or place.birth > own.sequence):
                return self._stand_in(place)
        return own

    def session(self) -> Span | None:
        """What stands for the current span, or an event in it, if a new session is to be a part of its session."""
        with self.tracer.guarded:
            place = self.places.of(trace.get_current_span().get_span_context())
            if place is None or (place.is_ours and place.shared is None):
                return None
            own = self.tracer.own_innermost()
            if own is None or own.sequence < place.birth:
                return self._stand_in(place)
            return own if own.session_id == place.session_id else None
        return None

    def place_of(self, context: SpanContext, own: Span | None) -> Place | None:
        """Where the code stands that is in a span, and in an event of this tracer."""
        place = self.places.of(context)
        if own is not None and (place is None or own.sequence > place.birth):
            parent_id, shared = own.child_parent_id, own.shared
            return Place(
                own.sequence, own.session_id, parent_id, is_ours=True, is_sampled=own.is_sampled, shared=shared
            )
        return place

    def _stand_in(self, place: Place) -> Span:
        if place.is_sampled:
            self.sessions.announce(place.session_id)
        made = Session(
            self.tracer,
            None,
            place.session_id,
            None,
            {},
            is_sampled=place.is_sampled,
            is_resumed=True,
            parent_id=place.event_id,
        )
        made.shared = place.shared
        return made


# By the id of the tracer, which its bridge keeps alive; exporters and processors keep the bridge.
_bridges: Final["WeakValueDictionary[int, Bridge]"] = WeakValueDictionary()


def bridge_of(hh: AnyClient) -> Bridge:
    """The one bridge of a client, made when it is first asked for."""
    tracer = tracer_of(hh)
    made = Bridge(tracer)
    return _bridges.setdefault(id(tracer), made)
