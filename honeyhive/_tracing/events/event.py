"""Sessions and events while they run: what is set on them is encoded there and then, and leaves when they end."""

import json
from time import perf_counter_ns, time
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self, Unpack

from ..delivery.records import Record
from ..payload.encoder import encode
from ..tracing import Fields
from . import context
from .new_id import new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..tracer import Tracer
    from ..tracing import EventType

_quote: Final = json.encoder.encode_basestring
_KEYS: Final = {
    name: f',"{name}":'.encode()
    for name in ("inputs", "outputs", "config", "metadata", "metrics", "feedback", "user_properties")
}
_LONGEST_NAME: Final = 1_000


class Shared(NamedTuple):
    """What a session has in common with every event inside of it, by whatever client."""

    metadata: bytes
    """In JSON; they carry it as well."""
    keep: "Callable[[bytes], None]"
    """Gets each of them as the JSON text that is sent, before it is handed over for delivery."""

    def joined(self, metadata: bytes) -> bytes:
        """The metadata of an event with this over it."""
        return (
            self.metadata
            if metadata == b"{}"
            else encode({**json.loads(metadata), **json.loads(self.metadata)}).encode()
        )


class _Field:
    """A settable part of an event: a snapshot of what it is set to; read, it is a copy that may be changed in place."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, span: "Span | None", owner: type) -> Any:
        if span is None:
            return self
        return span._thawed(self._name)

    def __set__(self, span: "Span", value: Any) -> None:
        span._freeze(self._name, value)


class Span:
    """What sessions and events have in common."""

    outputs: _Field = _Field()
    metrics: _Field = _Field()
    metadata: _Field = _Field()
    config: _Field = _Field()
    user_properties: _Field = _Field()

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
        self.tracer = tracer
        self.session_id = session_id
        """The id of the session, a UUID."""
        self._event_id = event_id
        self.original_id: str | None = None
        """The id of the session as the user gave it, where that is no UUID."""
        self.is_sampled = is_sampled
        """Whether it is sent at all."""
        self.notes: list[str] = []
        """Where it differs from what was set, and why."""
        self.shared: Shared | None = None
        """What every event inside of it has part in."""
        self._texts: dict[str, bytes] = {}
        self._live: dict[str, Any] = {}
        self._room = tracer.limits.bytes
        self._name = name if type(name) is str and len(name) <= _LONGEST_NAME else self._short("event_name", name)
        self._error: str | None = None
        self._is_ended = False
        self._outer = _beyond(tracer, context.current())
        self.birth: int = next(context.births)
        """Its place among all events by when they began."""
        self._entries: list[context.Entry] = []
        self._start_ms = int(time() * 1000)
        self._begun = perf_counter_ns()
        for field, value in fields.items():
            if value is not None:
                self._freeze(field, value)

    @property
    def error(self) -> str | None:
        """What went wrong, as a text; an exception may be set."""
        return self._error

    @error.setter
    def error(self, value: Any) -> None:
        self._error = self._short("error", value)

    @property
    def event_id(self) -> str:
        """The id of the event, a UUID; a session has its own id as that."""
        return self._event_id

    @property
    def child_parent_id(self) -> str:
        """What events inside of it name as their parent."""
        return self._event_id

    def event(self, name: str, *, type: "EventType" = "tool", inputs: Any = None, **rest: Unpack[Fields]) -> "Event":  # noqa: A002
        """An event inside of this one, whatever is current; see hh.event()."""
        return self.tracer.event_in(self, name, type, {"inputs": inputs, **rest})

    @property
    def elapsed(self) -> float:
        """Milliseconds since it began, to the microsecond."""
        return (perf_counter_ns() - self._begun) // 1_000 / 1_000

    @property
    def outer(self) -> "Span | None":
        """The one around the code that began this one, where that is another tracer's or in an experiment."""
        return self._outer

    def end(self) -> None:
        """End it and hand it over for delivery; again it changes nothing."""
        if not self._is_ended:
            self._is_ended = True
            with self.tracer.guarded:
                self._finish()

    def __enter__(self) -> Self:
        self._entries.append(context.enter(self))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._entries:
            context.leave(self._entries.pop())
        if error is not None and not isinstance(error, GeneratorExit):
            with self.tracer.guarded:
                self.error = error
        self.end()

    def _finish(self) -> None:
        raise NotImplementedError

    def _short(self, name: str, value: Any) -> str | None:
        text, notes = self.tracer.encoder.text(name, value)
        self.notes += notes
        return text

    def _freeze(self, name: str, value: Any) -> None:
        if not self.is_sampled:
            return
        if self._live:
            self._live.pop(name, None)
        if name in self._texts:
            self._room += len(self._texts[name])
        text, notes = self.tracer.encoder.field(name, value, self._room)
        self._room -= len(text)
        if notes:
            self.notes += notes
        self._texts[name] = text

    def _thawed(self, name: str) -> Any:
        if name not in self._live:
            self._live[name] = json.loads(self._texts.get(name, b"{}"))
        return self._live[name]

    def _log_event(self, kind: str, parent_id: str | None) -> None:
        if not self.is_sampled:
            self.tracer.worker.drop("sampled")
            return
        self._settle()
        inputs = self._texts.pop("inputs", b"{}")
        parent = f'"parent_id":"{parent_id}",' if parent_id else ""
        error = f',"error":{_quote(self._error)}' if self._error else ""
        head = (
            f'{{"event_id":"{self._event_id}","session_id":"{self.session_id}",{parent}'
            f'"event_type":"{kind}","event_name":{_quote(self._name or "unknown")},"source":{self.tracer.source},'
            f'"start_time":{self._start_ms},{self._ends()}{error},"inputs":'
        )
        body = head.encode("utf-8", "replace") + inputs + self._fields() + b"}"
        if self.shared is not None:
            self.shared.keep(body)
        self.tracer.worker.log(Record("event", self._event_id, self.session_id, body))

    def _settle(self) -> None:
        """Take what was changed in place, and the SDK's own entry in the metadata."""
        if self._live:
            for name, value in list(self._live.items()):
                self._freeze(name, value)
        if self.shared is not None:
            self._texts["metadata"] = self.shared.joined(self._texts.get("metadata", b"{}"))
        own = self.tracer.own_metadata(self)
        if own:
            self._texts["metadata"] = with_own(self._texts.get("metadata", b"{}"), own)

    def _fields(self) -> bytes:
        """The fields that were set, as the inside of an object, each with a comma before it."""
        return b"".join([part for name, text in self._texts.items() if text != b"{}" for part in (_KEYS[name], text)])

    def _ends(self) -> str:
        lasted = self.elapsed
        return f'"end_time":{self._start_ms + round(lasted)},"duration":{lasted}'


class Event(Span):
    """One step of a session, sent when it ends: use it in a ``with`` statement, or call ``end()``.

    ``outputs``, ``metrics``, ``feedback``, ``metadata``, ``config`` and ``user_properties`` take any object; another
    value travels under the key ``value``. What is assigned is what is sent, whatever happens to it later.
    """

    inputs: _Field = _Field()
    feedback: _Field = _Field()

    def __init__(
        self,
        tracer: "Tracer",
        name: Any,
        kind: str,
        parent: Span,
        fields: "Mapping[str, Any]",
        *,
        own_session: Span | None = None,
    ) -> None:
        super().__init__(tracer, name, parent.session_id, new_id(), fields, is_sampled=parent.is_sampled)
        self.original_id: str | None = parent.original_id
        self.shared: Shared | None = parent.shared
        self._own_session = own_session
        self.type = kind
        """model, tool or chain."""
        self._parent_id = parent.child_parent_id

    def keep_items(self, items: list[bytes], count: int) -> None:
        """Make the JSON texts of what was yielded the outputs; ``count`` says how many there were in all."""
        self._texts["outputs"] = b'{"value":[' + b",".join(items) + b"]}"
        if count > len(items):
            self.notes.append(f"outputs: {count - len(items)} more items were yielded")

    def _finish(self) -> None:
        try:
            self._log_event(self.type, self._parent_id)
        finally:
            if self._own_session is not None:
                self._own_session.end()


def _beyond(tracer: "Tracer", span: Span | None) -> Span | None:
    """What a new event keeps of those around it: a timer that sets itself anew in its event must not keep them all."""
    while span is not None and span.tracer is tracer and span.shared is None:
        span = span.outer
    return span


def with_own(metadata: bytes, own: "Mapping[str, Any]") -> bytes:
    """The metadata with the SDK's own entry in it."""
    found = json.loads(metadata)
    theirs = found.get("honeyhive")
    found["honeyhive"] = {**(theirs if isinstance(theirs, dict) else {}), **own}
    return encode(found).encode()
