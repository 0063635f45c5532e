"""Sessions and events while they run. A value that is set on them is encoded at once, and sent when they end."""

import json
from time import perf_counter_ns, time
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple, Self, Unpack

from ..delivery.records import Record
from ..interrupts import is_interrupt, suppressed
from ..payload.encoder import encode
from . import context
from .event_fields import OBJECT_KEYS, EventFields, check_keywords, warn_of_late_value
from .merging import merge_fields
from .model_call import message_fields, usage_metadata
from .new_id import new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..tracer import Tracer
    from .event_fields import EventType, Updates
    from .session import Session

quote: Final = json.encoder.encode_basestring
"""Return a string in JSON, quotes included."""
_KEYS: Final = {name: f',"{name}":'.encode() for name in OBJECT_KEYS}
_INTERNAL: Final = frozenset(
    {
        *("child_parent_id", "is_placeholder", "is_sampled", "is_ended", "keep_outputs", "leave", "notes"),
        *("original_id", "outer", "sequence", "shared", "tracer"),
    }
)
"""Names that only the SDK uses; ``dir()`` leaves them out."""


def event_json(
    event_id: str,
    session_id: str,
    parent_id: str | None,
    kind: str,
    name: str | None,
    source: str,
    times: str,
    error: str | None,
    fields: bytes,
) -> bytes:
    """Return the JSON of a stored event. ``source`` and ``times`` are JSON already, ``fields`` the inside of an object.

    An f-string takes half the time of encoding a dict, and all events pass here.
    """
    parent = f'"parent_id":"{parent_id}",' if parent_id else ""
    failed = "" if error is None else f'"error":{quote(error)},'
    head = (
        f'{{"event_id":"{event_id}","session_id":"{session_id}",{parent}"event_type":"{kind}",'
        f'"event_name":{quote(name or "unknown")},"source":{source},{times},{failed}'
    )
    # A name may hold half of a surrogate pair, which UTF-8 cannot encode.
    return head.encode("utf-8", "replace") + fields + b"}"


class Shared(NamedTuple):
    """Metadata and a callback that a session shares with every event inside it, by any client."""

    metadata: bytes
    """JSON, merged into the metadata of each event."""
    keep: "Callable[[bytes], None]"
    """Receives the JSON of each event before it is queued."""

    def joined(self, metadata: bytes) -> bytes:
        """Return the metadata of an event with the shared metadata over it."""
        if metadata == b"{}":
            return self.metadata
        return encode({**json.loads(metadata), **json.loads(self.metadata)}).encode()


class _JsonField:
    """A settable field of an event. Setting takes a snapshot; reading returns a copy that may be changed in place."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, span: "Span | None", owner: type) -> Any:
        return self if span is None else span._editable(self._name)

    def __set__(self, span: "Span", value: Any) -> None:
        if span._is_ended:
            warn_of_late_value(self._name)
        span._freeze(self._name, value)
        if span._is_kept:
            span._keep_value(self._name)


class Span:
    """Base class of sessions and events. It has slots, so that setting a misspelt attribute is an AttributeError."""

    _name_field: ClassVar[str] = "event_name"
    __slots__ = (
        "__weakref__",
        "_bytes_left",
        "_edited",
        "_encoded",
        "_error",
        "_event_id",
        "_is_ended",
        "_is_kept",
        "_name",
        "_outer",
        "_record",
        "_start_ms",
        "_started_ns",
        "_tokens",
        "is_sampled",
        "notes",
        "original_id",
        "sequence",
        "session_id",
        "shared",
        "tracer",
    )
    is_placeholder: ClassVar[bool] = False
    """True for a session that represents one of another tracer, and ends with the event that was begun in it."""
    feedback: _JsonField = _JsonField()
    outputs: _JsonField = _JsonField()
    metrics: _JsonField = _JsonField()
    metadata: _JsonField = _JsonField()
    config: _JsonField = _JsonField()
    user_properties: _JsonField = _JsonField()

    def __init__(
        self,
        tracer: "Tracer",
        name: Any,
        session_id: str,
        event_id: str,
        fields: "Mapping[str, Any]",
        *,
        is_sampled: bool,
    ) -> None:
        self.tracer: Tracer = tracer
        self.session_id: str = session_id
        """The id of the session, a UUID."""
        self._event_id = event_id
        self.original_id: str | None = None
        """The user's id of the session if it is not a UUID, otherwise None."""
        self.is_sampled: bool = is_sampled
        """True if it is sent."""
        self.notes: list[str] = []
        """Differences between the sent values and those that were set, with reasons."""
        self.shared: Shared | None = None
        """Shared with the events of its session; None for an ordinary session."""
        self._encoded: dict[str, bytes] = {}
        self._edited: dict[str, Any] = {}
        self._bytes_left = tracer.limits.bytes
        self._name = name if type(name) is str and tracer.encoder.takes_label(name) else self._label(name)
        self._error: str | None = None
        self._is_ended = False
        self._is_kept = False
        self._record: Record | None = None
        self._outer = _foreign_outer(tracer, context.current())
        self.sequence: int = context.next_sequence()
        """Its number among all events, in the order in which they began."""
        self._tokens: list[context.ContextToken] = []
        self._start_ms = int(time() * 1000)
        self._started_ns = perf_counter_ns()
        for field, value in fields.items():
            if value is not None:
                self._freeze(field, value)

    @property
    def error(self) -> str | None:
        """The error as a string; may be set to an exception."""
        return self._error

    @error.setter
    def error(self, value: Any) -> None:
        if self._is_ended:
            warn_of_late_value("error")
        self._error = self._short("error", value)
        if self._is_kept:
            self._keep_value("error")

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
        """The session that it belongs to; of a session, itself."""
        raise NotImplementedError

    @property
    def child_parent_id(self) -> str:
        """The ``parent_id`` of events directly inside it."""
        return self._event_id

    def event(
        self,
        name: str,
        *,
        type: "EventType" = "tool",  # noqa: A002 - the API's word
        inputs: Any = None,
        **rest: Unpack[EventFields],
    ) -> "Event":
        """Return an event inside this one, even if another one is current; see hh.event()."""
        if rest:
            check_keywords("event", rest)
        return self.tracer.event_in(self, name, type, {"inputs": inputs, **rest})

    @property
    def is_ended(self) -> bool:
        """True after the end."""
        return self._is_ended

    @property
    def elapsed(self) -> float:
        """Milliseconds since it began, to the microsecond."""
        return (perf_counter_ns() - self._started_ns) // 1_000 / 1_000

    @property
    def outer(self) -> "Span | None":
        """The span around the code that began this one; None unless it is another tracer's or in an experiment."""
        return self._outer

    def _update(self, given: "Mapping[str, Any]") -> None:
        late = next((name for name, value in given.items() if value is not None), None)
        if self._is_ended and late is not None:
            warn_of_late_value(late, stacklevel=4)
            return
        merge_fields(self, given)

    def __dir__(self) -> list[str]:
        return [name for name in super().__dir__() if not name.startswith("_") and name not in _INTERNAL]

    def end(self) -> None:
        """End it and queue it for delivery. A second call changes nothing."""
        if not self._is_ended:
            self._is_ended = True
            with self.tracer.guarded:
                try:
                    self._finish()
                except BaseException as error:
                    if not isinstance(error, Exception) or is_interrupt(error):
                        self._finish_after_interrupt()
                    raise

    def _finish_after_interrupt(self) -> None:
        """Finish once more after a signal handler raised: nobody ends an event twice."""
        if self._record is None:
            self._finish()
        elif not self._record.number:
            self.tracer.worker.log(self._record)

    def __enter__(self) -> Self:
        around = context.current()
        try:
            self._tokens.append(context.enter(self))
        except BaseException:  # of a signal handler: the block does not begin
            context.enter(around)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._tokens:
                context.leave(self._tokens[-1])
                del self._tokens[-1]
            if error is not None and not self._is_ended and not isinstance(error, GeneratorExit):
                with self.tracer.guarded:
                    self.error = error
        except BaseException:  # of a signal handler: the block ends all the same
            self._leave_after_interrupt()
            raise
        self.end()

    def _leave_after_interrupt(self) -> None:
        if self._tokens:
            with suppressed(RuntimeError):  # it was left just before
                context.leave(self._tokens.pop())
        self.end()

    def leave(self) -> None:
        """Make the event or session around it current again, without ending it."""
        if self._tokens:
            context.leave(self._tokens.pop())

    def _finish(self) -> None:
        raise NotImplementedError

    def _label(self, value: Any) -> str | None:
        text, notes = self.tracer.encoder.label(self._name_field, value)
        self.notes += notes
        return text

    def _short(self, name: str, value: Any) -> str | None:
        text, notes = self.tracer.encoder.text(name, value)
        self.notes += notes
        return text

    def _freeze(self, name: str, value: Any) -> None:
        if not self.is_sampled:
            return
        if self._edited:
            self._edited.pop(name, None)
        if name in self._encoded:
            self._bytes_left += len(self._encoded[name])
        text, notes = self.tracer.encoder.field(name, value, self._bytes_left)
        self._bytes_left -= len(text)
        if notes:
            self.notes += notes
        self._encoded[name] = text

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
        if self.shared is not None:
            self.shared.keep(body)
        self._log(Record("event", self._event_id, self.session_id, body))

    def _json(self, kind: str, parent_id: str | None, times: str) -> bytes:
        fields = b'"inputs":' + self._encoded.get("inputs", b"{}") + self._rest("inputs")
        return event_json(
            self._event_id,
            self.session_id,
            parent_id,
            kind,
            self._name,
            self.tracer.source,
            times,
            self._error or None,
            fields,
        )

    def _keep_value(self, name: str) -> None:
        """Add a value to what outlives the process."""
        text = encode(self._error).encode("utf-8", "replace") if name == "error" else self._encoded[name]
        self.tracer.worker.write_step("change", self._event_id, self.session_id, b'{"%b":%b}' % (name.encode(), text))

    def _log(self, record: Record) -> None:
        self._record = record
        self.tracer.worker.log(record)

    def _settle(self) -> None:
        """Encode what was changed in place, and add the SDK's own entry to the metadata."""
        if self._edited:
            for name, value in list(self._edited.items()):
                self._freeze(name, value)
        if self.shared is not None:
            self._encoded["metadata"] = self.shared.joined(self._encoded.get("metadata", b"{}"))
        own = self.tracer.own_metadata(self)
        if own:
            self._encoded["metadata"] = with_own(self._encoded.get("metadata", b"{}"), own)

    def _rest(self, without: str | None = None) -> bytes:
        """Return the fields that were set, as the inside of an object, each after a comma."""
        found = [(name, text) for name, text in self._encoded.items() if text != b"{}" and name != without]
        return b"".join([part for name, text in found for part in (_KEYS[name], text)])

    def _ends(self) -> str:
        """Return end time and duration, as the inside of an object."""
        duration = self.elapsed
        return f'"end_time":{self._start_ms + round(duration)},"duration":{duration}'


class Event(Span):
    """One step of a session, sent when it ends: use it in a ``with`` block, or call ``end()``.

    ``outputs``, ``metrics``, ``feedback``, ``metadata``, ``config`` and ``user_properties`` take any object; another
    value is sent under the key ``value``. Assigning takes a snapshot: later changes of the value are not sent.
    """

    __slots__ = ("_own_session", "_parent_id", "_session", "type")
    inputs: _JsonField = _JsonField()

    def __init__(
        self,
        tracer: "Tracer",
        name: Any,
        kind: Any,
        parent: Span,
        fields: "Mapping[str, Any]",
        *,
        own_session: Span | None = None,
    ) -> None:
        super().__init__(tracer, name, parent.session_id, new_id(), fields, is_sampled=parent.is_sampled)
        self.original_id: str | None = parent.original_id
        self.shared: Shared | None = parent.shared
        self._own_session = own_session
        self._session = parent.session
        self.type: str = tracer.type_of(kind)
        """model, tool or chain."""
        if self.type != kind:
            self._update({"metadata": {"event_type": kind}})
        self._parent_id = parent.child_parent_id
        # Steps of an experiment are not kept: a run that is resumed runs their rows again.
        if tracer.worker.keeps_steps and self.is_sampled and self.shared is None:
            with tracer.guarded:
                self._keep_beginning()

    def _keep_beginning(self) -> None:
        """Have the step outlive the process, as interrupted, until it ends."""
        times = f'"start_time":{self._start_ms}'
        body = self._json(self.type, self._parent_id, times)
        self._is_kept = True
        self.tracer.worker.write_step("event", self._event_id, self.session_id, body)

    @property
    def session(self) -> "Session":
        """The session that it belongs to."""
        return self._session

    def update(
        self,
        *,
        name: str | None = None,
        type: "EventType | None" = None,  # noqa: A002 - the API's word
        inputs: Any = None,
        **fields: Unpack["Updates"],
    ) -> Self:
        """Merge objects into its fields, set its name, type or error, and return it. Another value replaces ``value``.

        None changes nothing. Each value is a snapshot, as when it is assigned.
        """
        check_keywords("event.update", fields)
        self._update({"inputs": inputs, **fields})
        if name is not None:
            self._name = self._short("event_name", name)
        if type is not None:
            self.type = self.tracer.type_of(type)
            if self.type != type:
                self._update({"metadata": {"event_type": type}})
        if self._is_kept and (name is not None or type is not None):
            labels = encode({"event_name": self._name or "unknown", "event_type": self.type})
            self.tracer.worker.write_step("change", self._event_id, self.session_id, labels.encode("utf-8", "replace"))
        return self

    def usage(
        self,
        *,
        prompt_tokens: int | None = None,
        completion_tokens: int | None = None,
        cached_tokens: int | None = None,
        cost: float | None = None,
    ) -> Self:
        """Record token counts and the cost in US dollars of a model call, and return the event.

        ``cached_tokens`` are those of the prompt that were read from a cache.
        """
        return self.update(metadata=usage_metadata(prompt_tokens, completion_tokens, cached_tokens, cost))

    def messages(
        self,
        prompt: "Sequence[Mapping[str, Any]] | str | None" = None,
        completion: "Mapping[str, Any] | str | None" = None,
    ) -> Self:
        """Record the messages of a model call as a conversation, and return the event.

        A message is an object with ``role`` and ``content``; a string is the content of one.
        """
        return self.update(**message_fields(prompt, completion))

    def __repr__(self) -> str:
        return f"<Event {self.name!r} ({self.type}): event_id={self.event_id} session_id={self.session_id}>"

    def keep_outputs(self, text: bytes, notes: "Sequence[str]" = ()) -> None:
        """Set the outputs to this JSON, with notes on what was changed in it."""
        if not self.tracer.encoder.leaves_out("outputs"):
            self._encoded["outputs"] = text
            self.notes.extend(notes)

    def _finish(self) -> None:
        try:
            self._log_event(self.type, self._parent_id)
        finally:
            if self._own_session is not None:
                self._own_session.end()


def _foreign_outer(tracer: "Tracer", span: Span | None) -> Span | None:
    """Return the outer span to keep a reference to, None without one.

    Only spans of other tracers or of an experiment: a timer that reschedules itself inside its event would otherwise
    retain every ancestor.
    """
    while span is not None and span.tracer is tracer and span.shared is None:
        span = span.outer
    return span


def with_own(metadata: bytes, own: "Mapping[str, Any]") -> bytes:
    """Return the metadata with the SDK's own entry in it."""
    found = json.loads(metadata)
    theirs = found.get("honeyhive")
    found["honeyhive"] = {**(theirs if isinstance(theirs, dict) else {}), **own}
    return encode(found).encode()
