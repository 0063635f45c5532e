"""Tracer of one client: makes its sessions and events, and passes them to its worker."""

import json
from collections.abc import Callable, Mapping
from copy import copy
from functools import partial
from random import SystemRandom
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from .._core.exchange import Clocks
from .._core.real_time import real_clock
from .delivery.counters import Stats
from .delivery.queue import MemoryStore
from .delivery.worker import Connect, MakeStore, Worker
from .events import context, propagation
from .events.base_span import Span
from .events.event import Event
from .events.event_fields import EVENT_TYPES
from .events.feedback import log_feedback
from .events.field_warnings import warn_of_type
from .events.labels import with_defaults
from .events.new_id import new_id
from .events.prebuilt import log_prebuilt, prebuilt_json
from .events.session import NestedSession, Session
from .flushed import Flushed
from .guard import Guard
from .option_checks import check_ranges, labels_of, left_out, ready_masks
from .options import Options
from .payload.encoder import Encoder
from .payload.masks.masked_place import MaskedPlace
from .payload.plain_json import encode
from .rate_limited_log import RateLimitedLog
from .recursion import TooDeep
from .worker_choice import worker_for

if TYPE_CHECKING:
    from .limits import EncodingLimits

# Not Python's shared random generator: an application that seeds it expects to get all its numbers.
CLOCKS: Final = Clocks(real_clock("monotonic"), real_clock("time"), SystemRandom().random)


class HasNotes(Protocol):
    """An event with notes on changes to the user's values."""

    original_id: str | None
    notes: list[str]


class Preview(NamedTuple):
    """An event as it would be sent."""

    event: dict[str, Any]
    """The JSON that would be sent."""
    masked: list[MaskedPlace]
    """Each masked place, and the rule that masked it."""


class Tracer:
    """Makes the sessions and events of one client. Never raises for a value."""

    def __init__(
        self,
        connect: Connect,
        options: Options,
        clocks: Clocks = CLOCKS,
        *,
        open_spool: "Callable[[RateLimitedLog, Clocks], MakeStore] | None" = None,
        too_deep: TooDeep | None = None,
    ) -> None:
        """``open_spool`` returns the function that makes the store on disk; without it, records wait in memory."""
        check_ranges(options)
        self.is_enabled: bool = options.enabled is not False
        """False if nothing is recorded."""
        self.reports_drops: bool = True
        """False if events do not report the number of dropped records."""
        self.ambient_session: Session | None = None
        """The session of events outside of every other session. If it is None, each such event gets its own session."""
        self.result_key: str | None = None
        """Key in the outputs for the result of a traced function. None: a returned dict becomes the outputs."""
        self.fills_sessions: bool = True
        """True if a session without inputs or outputs takes those of its root event."""
        self._rate = options.sample_rate if self.is_enabled else 0.0
        self.limits: EncodingLimits = options.encoding
        self.encoder: Encoder = Encoder(
            options.encoding, options.mask, ready=ready_masks(options.masks), left_out=left_out(options)
        )
        self.source: str = encode(options.source)
        """Default source of events, as JSON."""
        self.labels: dict[str, Any] = labels_of(options)
        """Default metadata of sessions."""
        self.notices: RateLimitedLog = RateLimitedLog(clocks.monotonic)
        """The log of this client, which limits repeated messages."""
        self.guarded: Guard = Guard(self.notices)
        """Context manager that keeps bugs of the SDK out of the application, and logs them."""
        self.too_deep: TooDeep = too_deep or TooDeep()
        """Number of log calls without room below the recursion limit."""
        self.foreign_tracer: context.ForeignTracer | None = None
        """Another tracer in this process, whose spans and our events nest in each other; None if there is none."""
        in_memory = partial(MemoryStore, limits=options.queue)
        # A forked child calls this function again, because it has its own records.
        make_store: MakeStore = in_memory if open_spool is None else open_spool(self.notices, clocks)
        self.worker: Worker = worker_for(options, self.is_chosen, is_enabled=self.is_enabled)(
            connect,
            clocks,
            self.notices,
            options.exit_timeout,
            options.delivery,
            make_store,
            sessions_in_batches=options.sessions_in_batches,
            live=options.live,
        )

    def session(
        self, name: Any, session_id: Any, fields: Mapping[str, Any], source: Any = None, *, starts: bool = True
    ) -> Session:
        """Return a new session. Its start is sent at once, or by ``start_late`` if ``starts`` is false.

        Inside a foreign trace or a row of an experiment, return a NestedSession, which becomes a chain event there.
        """
        around = self._around() if session_id is None else None
        if around is not None:
            return NestedSession(self, name, around, fields, source)
        if self.labels:
            fields = with_defaults(self.labels, fields)
        known, original = self.id_of(session_id)
        return Session(
            self, name, known, original, fields, is_sampled=self.is_recorded(known), source=source, starts=starts
        )

    def resumed(self, session_id: Any, parent_id: Any) -> Session:
        """Return a session that began elsewhere."""
        known, original = self.id_of(session_id)
        parent = None if parent_id is None else self.id_of(parent_id)[0]
        return Session(
            self, None, known, original, {}, is_sampled=self.is_recorded(known), is_resumed=True, parent_id=parent
        )

    def continued(self, headers: Mapping[str, str], name: Any) -> Session:
        """Return the session that the headers of a request name, or else a new session."""
        with self.guarded:
            origin = propagation.origin(headers)
            if origin is not None:
                return Session(
                    self,
                    name,
                    origin.session_id,
                    origin.original_id,
                    {} if origin.is_ours or not self.labels else with_defaults(self.labels, {}),
                    is_sampled=self.is_recorded(origin.session_id, is_in_share=origin.is_sampled),
                    is_in_share=origin.is_sampled,
                    is_resumed=origin.is_ours,
                    parent_id=origin.parent_id,
                )
        return self.session(name, None, {})

    def headers(self) -> dict[str, str]:
        """Return the headers that continue the current event elsewhere; empty outside of every session."""
        span = self.innermost()
        if span is None or not self.is_enabled:
            return {}
        return propagation.headers(span.session_id, span.child_parent_id, is_sampled=self.is_announced(span))

    def event(self, name: Any, kind: Any, fields: Mapping[str, Any], source: Any = None) -> Event:
        """Return an event in the innermost event or session; without one, in the ambient session or one of its own."""
        parent = context.current()
        # Usually the innermost span is of this client, which needs no further call.
        if parent is None or parent.tracer is not self or self.foreign_tracer is not None:
            parent = self.innermost() or self.ambient_session
        if parent is None:
            own = self.session(name, None, {}, starts=False)
            event = Event(self, name, kind, own, fields, own_session=own, source=source)
            own.start_late()
            return event
        placeholder = parent if parent.is_placeholder else None
        return Event(self, name, kind, parent, fields, own_session=placeholder, source=source)

    def event_in(self, parent: Span, name: Any, kind: Any, fields: Mapping[str, Any], source: Any = None) -> Event:
        """Return an event inside this parent."""
        return Event(self, name, kind, parent, fields, source=source)

    # Assigned without a wrapper, so that a log call has no extra function call.
    log = log_prebuilt

    def preview(self, event: Any) -> Preview:
        """Return the event as ``log`` would send it, and its masked places."""
        found: list[MaskedPlace] = []
        shown = copy(self)
        shown.reports_drops = False
        shown.encoder = self.encoder.reporting(found)
        return Preview(json.loads(prebuilt_json(shown, event)), found)

    def feedback(self, event_id: Any, feedback: Any, session: Span | None = None) -> None:
        """Add feedback to a stored event or session."""
        log_feedback(self, event_id, feedback, session)

    def _around(self) -> Span | None:
        """Return the span of a foreign trace or experiment in which a new session is nested; None if there is none."""
        foreign = None if self.foreign_tracer is None else self.foreign_tracer.session()
        if foreign is not None:
            return foreign
        own = self.own_innermost()
        return own if own is not None and own.shared is not None else None

    def innermost(self) -> Span | None:
        """Return the innermost event or session around the running code, of this client or of a foreign tracer."""
        own = self.own_innermost()
        return own if self.foreign_tracer is None else self.foreign_tracer.innermost(own)

    def own_innermost(self) -> Span | None:
        """Return the innermost event or session of this client, or of an experiment; None outside of all."""
        span = context.current()
        while span is not None and span.tracer is not self and (span.shared is None or not self.is_enabled):
            span = span.outer
        return span

    def own_metadata(self, span: HasNotes) -> dict[str, Any]:
        """Return the SDK's own entry in the metadata of an event, under ``honeyhive``; usually empty."""
        own: dict[str, Any] = {}
        if span.original_id is not None:
            own["session_id"] = self.encoder.label("session_id", span.original_id)[0]
        if span.notes:
            # Notes have keys of the user's objects, so they are masked.
            own["changes"] = [self.encoder.label("changes", note)[0] for note in span.notes]
        if self.reports_drops and self.worker.counters.losses:
            dropped = self.worker.counters.unreported_drops()
            if dropped:
                own["dropped"] = dropped
        return own

    def flush(self, timeout: float) -> Flushed:
        """Wait at most ``timeout`` seconds until everything is delivered."""
        self._count_too_deep()
        return self.worker.flush(timeout)

    def decide_all(self) -> None:
        """Decide all undecided sessions now, including open ones."""
        if self.worker.undecided is not None:
            self.worker.undecided.decide(0.0, open_too=True)

    def close(self, timeout: float) -> Flushed:
        """Deliver as much as possible within ``timeout`` seconds, then accept no further records."""
        self._count_too_deep()
        return self.worker.close(timeout)

    def stats(self) -> Stats:
        """Return the counters."""
        self._count_too_deep()
        return self.worker.stats()

    def _count_too_deep(self) -> None:
        calls, self.too_deep.calls = self.too_deep.calls, 0
        if calls:
            for _ in range(calls):
                self.worker.drop("error")
            self.warn("recursion", f"{calls} events were dropped: they were logged at the recursion limit")

    def failed(self, what: str, error: Exception) -> None:
        """Count an event that could not be logged because of a bug of the SDK, and log the error."""
        self.worker.drop("error")
        self.guarded.report(what, error)

    def id_of(self, given: Any) -> tuple[str, str | None]:
        """Return the UUID for an id, or a new one for None; and the original id, or None if that is a UUID itself."""
        if given is None:
            return new_id(), None
        text = given if type(given) is str else self.encoder.unmasked("id", given)[0]
        return propagation.mapped_id(text)

    def is_chosen(self, session_id: str) -> bool:
        """Return True if the session is in the sampled share."""
        return self._rate >= 1 or propagation.is_chosen(session_id, self._rate)

    def source_json(self, source: Any) -> str:
        """Return a source as JSON, after masking it."""
        return encode(self.encoder.label("source", source)[0])

    def is_recorded(self, session_id: str, *, is_in_share: bool = True) -> bool:
        """Return True if the session is in the sampled share, or may still be kept."""
        return self.worker.undecided is not None or (is_in_share and self.is_chosen(session_id))

    def is_announced(self, span: Span) -> bool:
        """Return True if other services should send the session too."""
        undecided = self.worker.undecided
        if undecided is None or span.shared is not None:
            return span.is_sampled
        return span.is_sampled and undecided.is_announced(span.session_id)

    def warn(self, cause: str, message: str) -> None:
        """Log a warning, at most once a minute for each cause."""
        self.notices.warn(cause, message)
        self.notices.emit()

    def type_of(self, kind: Any) -> str:
        """Return the type to send. An unknown type becomes a chain, because the service would refuse it."""
        if type(kind) is str and kind in EVENT_TYPES:
            return kind
        warn_of_type(self, self.encoder.unmasked("type", kind)[0])
        return "chain"
