"""Sessions and events while they run. Their fields are encoded when they are set, and sent at the end."""

import json
from time import perf_counter_ns, time
from typing import TYPE_CHECKING, Any, ClassVar, Final, Unpack

from ..delivery.records import Record
from ..reentry import NOTHING
from . import context
from .event_body import event_json, with_own
from .event_fields import OBJECT_KEYS, EventFields, check_keywords, warn_of_late_value
from .kept_steps import keep_value
from .labels import with_labels
from .running_span import RunningSpan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..tracer import Tracer
    from .event import Event
    from .event_body import Shared
    from .event_fields import EventType
    from .session import Session

_KEYS: Final = {name: f',"{name}":'.encode() for name in OBJECT_KEYS}
_INTERNAL: Final = frozenset(
    {
        *("child_parent_id", "is_placeholder", "is_sampled", "is_ended", "keep_outputs", "leave", "notes"),
        *("original_id", "outer", "sequence", "shared", "start_late", "tracer"),
    }
)
"""Names that only the SDK uses; ``dir()`` leaves them out."""


class JsonField:
    """A settable field of an event. Setting takes a snapshot; reading returns a copy that may be changed in place."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, span: "Span | None", owner: type) -> Any:
        try:
            return self if span is None else span._editable(self._name)
        except RecursionError:
            return {}

    def __set__(self, span: "Span", value: Any) -> None:
        try:
            if span._is_ended:
                warn_of_late_value(self._name)
            span._freeze(self._name, value)
            if span._is_kept:
                keep_value(span, self._name)
        except RecursionError:
            span.notes.append(f"{self._name}: left out, set at the recursion limit")


class Span(RunningSpan):
    """Base class of sessions and events. It has slots, so that setting a misspelt attribute is an AttributeError."""

    _name_field: ClassVar[str] = "event_name"
    __slots__ = (
        "__weakref__",
        "_bytes_left",
        "_edited",
        "_encoded",
        "_outer",
        "_source",
        "_start_ms",
        "_started_ns",
        "child_parent_id",
        "is_sampled",
        "original_id",
        "sequence",
        "shared",
    )
    is_placeholder: ClassVar[bool] = False
    """True for a placeholder of another tracer's session. It ends with the event that was begun in it."""
    feedback: JsonField = JsonField()
    outputs: JsonField = JsonField()
    metrics: JsonField = JsonField()
    metadata: JsonField = JsonField()
    config: JsonField = JsonField()
    user_properties: JsonField = JsonField()

    def __init__(
        self,
        tracer: "Tracer",
        name: Any,
        session_id: str,
        event_id: str,
        fields: "Mapping[str, Any]",
        *,
        is_sampled: bool,
        source: str | None = None,
    ) -> None:
        """``source`` is JSON; None stands for the client's source."""
        self.tracer: Tracer = tracer
        self._source = tracer.source if source is None else source
        self.session_id: str = session_id
        """The id of the session, a UUID."""
        self._event_id = event_id
        self.child_parent_id: str = event_id
        """The ``parent_id`` of events directly inside it."""
        self.original_id: str | None = None
        """The user's id of the session if it is not a UUID, otherwise None."""
        self.is_sampled: bool = is_sampled
        """True if it is sent."""
        self.notes: list[str] = []
        """Changes made to the values before sending, with reasons."""
        self.shared: Shared | None = None
        """Shared with the events of its session; None for an ordinary session."""
        self._encoded: dict[str, bytes] = {}
        self._edited: dict[str, Any] = {}
        self._bytes_left = tracer.limits.bytes
        self._name = name if type(name) is str and tracer.encoder.takes_label(name) else self._label(name)
        self._error: str | None = None
        self._is_ended = self._is_kept = self._is_watched = False
        self._record: Record | None = None
        self._tokens: list[context.ContextToken] = []
        around = context.current()
        is_own = around is None or (around.tracer is tracer and around._outer is None and around.shared is None)
        self._outer: Span | None = None if is_own else _foreign_outer(tracer, around)
        self.sequence: int = context.next_sequence()
        """Its number in the order in which all events began."""
        self._start_ms = int(time() * 1000)
        self._started_ns = perf_counter_ns()
        for field, value in fields.items():
            if value is not None:
                self._freeze(field, value)

    @property
    def name(self) -> str:
        """The name."""
        return self._name or "unknown"

    @property
    def event_id(self) -> str:
        """The id of the event, a UUID; for a session, the session's id."""
        return self._event_id

    @property
    def session(self) -> "Session":
        """Its session; a session returns itself."""
        raise NotImplementedError

    def event(
        self,
        name: str,
        *,
        type: "EventType" = "tool",  # noqa: A002 - the API's word
        inputs: Any = None,
        **rest: Unpack[EventFields],
    ) -> "Event":
        """Return an event inside this one, even if another event is current; see hh.event()."""
        try:
            if not rest:
                return self.tracer.event_in(self, name, type, {"inputs": inputs})
            check_keywords("event", rest)
            fields = with_labels(rest)
            source = fields.pop("source", None)
            return self.tracer.event_in(self, name, type, {"inputs": inputs, **fields}, source)
        except RecursionError:
            self.tracer.too_deep.calls += 1
            return NOTHING  # type: ignore[no-any-return]

    @property
    def elapsed(self) -> float:
        """Milliseconds since it began, to the microsecond."""
        return (perf_counter_ns() - self._started_ns) // 1_000 / 1_000

    @property
    def outer(self) -> "Span | None":
        """The span around the code that began this one.

        None unless it belongs to another tracer or to an experiment.
        """
        return self._outer

    def __dir__(self) -> list[str]:
        return [name for name in super().__dir__() if not name.startswith("_") and name not in _INTERNAL]

    def _label(self, value: Any) -> str | None:
        text, notes = self.tracer.encoder.label(self._name_field, value)
        self.notes += notes
        return text

    def _freeze(self, name: str, value: Any) -> None:
        if not self.is_sampled:
            return
        encoded = self._encoded
        if self._edited:
            self._edited.pop(name, None)
        freed = len(encoded[name]) if name in encoded else 0
        text, notes = self.tracer.encoder.field(name, value, self._bytes_left + freed)
        # Read again, because another thread or a method of the value may have set a field in the meantime.
        self._bytes_left += freed - len(text)
        if notes:
            self.notes += notes
        encoded[name] = text

    def _editable(self, name: str) -> Any:
        if name not in self._edited:
            self._edited[name] = json.loads(self._encoded.get(name, b"{}"))
        return self._edited[name]

    def _log_event(self, kind: str, parent_id: str | None) -> None:
        if not self.is_sampled:
            self.tracer.worker.drop("sampled")
            return
        self._settle()
        body = self._json(kind, parent_id, f'"start_time":{self._start_ms},{self._ends()}')
        record = Record("event", self._event_id, self.session_id, body)
        if self.shared is None:
            self._record = record
            self.tracer.worker.log(record)
        else:
            self.shared.keep(body)  # before the record is set: if a signal handler interrupts it, it is repeated
            self._log(record)

    def _log(self, record: Record) -> None:
        self._record = record
        worker = self.tracer.worker
        # The events of an experiment's row are never sampled out.
        (worker.log if self.shared is None else worker.deliver)(record)

    def _json(self, kind: str, parent_id: str | None, times: str) -> bytes:
        encoded = self._encoded
        fields = [b'"inputs":', encoded.get("inputs", b"{}")]
        for name, text in [*encoded.items()]:  # a copy, because another thread may set a field
            if name != "inputs" and text != b"{}":
                fields += (_KEYS[name], text)
        return event_json(
            self._event_id,
            self.session_id,
            parent_id,
            kind,
            self._name,
            self._source,
            times,
            self._error or None,
            fields,
        )

    def _settle(self) -> None:
        """Encode fields that were changed in place, and add the SDK's own entry to the metadata."""
        if self._edited:
            for name, value in list(self._edited.items()):
                self._freeze(name, value)
        if self.shared is not None:
            self._encoded["metadata"] = self.shared.joined(self._encoded.get("metadata", b"{}"))
        own = self.tracer.own_metadata(self)
        if own:
            self._encoded["metadata"] = with_own(self._encoded.get("metadata", b"{}"), own)

    def _rest(self) -> bytes:
        """Return the fields as JSON members, each after a comma, without the braces of an object."""
        found = [(name, text) for name, text in [*self._encoded.items()] if text != b"{}"]
        return b"".join([part for name, text in found for part in (_KEYS[name], text)])

    def _ends(self) -> str:
        """Return end time and duration as JSON members."""
        duration = self.elapsed
        return f'"end_time":{self._start_ms + round(duration)},"duration":{duration}'


def _foreign_outer(tracer: "Tracer", span: Span | None) -> Span | None:
    """Return the outer span to keep a reference to, or None.

    Only spans of other tracers or of an experiment: a timer that reschedules itself inside its event would otherwise
    retain every ancestor.
    """
    while span is not None and span.tracer is tracer and span.shared is None:
        span = span.outer
    return span
