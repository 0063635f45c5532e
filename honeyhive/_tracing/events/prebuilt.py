"""Events that are already complete when logged: made by other code, read from a file, or timed elsewhere."""

from collections.abc import Callable, Mapping
from functools import partial
from json import loads
from time import time
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from honeyhive_api.times import LAST_SECONDS, are_seconds, unix_ms

from ..._core.errors import InvalidRequestError
from ..delivery.records import LazyRecord, Record
from ..guard import LossGuard
from ..interrupts import is_interrupt
from ..payload.plain_json import encode
from . import context
from .event_body import Shared, event_json, quote, with_own
from .event_fields import EVENT_TYPES, OBJECT_KEYS, OTHER_KEYS, TIME_KEYS
from .field_warnings import warn_of_keys, warn_of_seconds
from .labels import LABELS, as_object, with_defaults, with_labels
from .new_id import new_id
from .session import session_json

if TYPE_CHECKING:
    from ..tracer import Tracer

_MAX_MS: Final = 1e15
"""Times beyond the year 33000 are refused: the server's columns hold no more."""
_START_BYTES: Final = 1_000
"""Estimated size of a session start or end before it is built."""
Make: TypeAlias = Callable[[], Mapping[str, Any]]


def log_prebuilt(tracer: "Tracer", given: Any) -> str:
    """Log an event with the keys of the API, and return its id. Missing or wrong values are repaired, with a note."""
    event_id = new_id()
    try:
        event = given if type(given) is dict or isinstance(given, Mapping) else {"inputs": given}
        chosen = event.get("event_id")
        if chosen is not None:
            event_id = tracer.id_of(chosen)[0]
        _PrebuiltEvent(tracer, event, event_id).log()
    except RecursionError:
        raise
    except Exception as error:
        if is_interrupt(error):
            raise
        tracer.failed(f"the event {event_id}", error)
    return event_id


def prebuilt_json(tracer: "Tracer", given: Any) -> bytes:
    """Return the JSON of an event that ``log_prebuilt`` would queue."""
    event = given if isinstance(given, Mapping) else {"inputs": given}
    chosen = event.get("event_id")
    return _PrebuiltEvent(tracer, event, new_id() if chosen is None else tracer.id_of(chosen)[0]).body()


def log_lazy(
    tracer: "Tracer", event_id: str, session_id: str, size: int, make: Make, shared: Shared | None = None
) -> None:
    """Log an event that ``make`` builds when it is sent, so that the caller does not wait.

    Both ids are UUIDs, and ``size`` estimates the bytes of its JSON. With ``shared``, it is built at once.
    """

    def body(event: Mapping[str, Any]) -> bytes:
        named = {**event, "event_id": event_id, "session_id": session_id}
        return _PrebuiltEvent(tracer, {"parent_id": session_id, **named}, event_id, shared).body()

    if shared is not None:
        with LossGuard(tracer):
            text = _built(tracer, make, body)
            shared.keep(text)
            tracer.worker.deliver(Record("event", event_id, session_id, text))
        return
    _log_lazy(tracer, LazyRecord("event", event_id, session_id, size, partial(_built, tracer, make, body)))


def log_session_start(tracer: "Tracer", session_id: str, make: Make) -> None:
    """Log the start of a session that other code began, with the fields that ``make`` builds when it is sent."""

    def body(session: Mapping[str, Any]) -> bytes:
        source = session.get("source")
        encoded = tracer.source if source is None else tracer.source_json(source)
        name = tracer.encoder.label("session_name", session.get("session_name"))[0]
        session = with_defaults(tracer.labels, session) if tracer.labels else session
        return session_json(session_id, name, encoded, _session_fields(tracer, session))

    _log_lazy(tracer, LazyRecord("start", session_id, session_id, _START_BYTES, partial(_built, tracer, make, body)))


def log_session_end(tracer: "Tracer", session_id: str, make: Make) -> None:
    """Log the end of a session that other code began: its ``end_time``, ``duration`` and changed fields."""

    def body(session: Mapping[str, Any]) -> bytes:
        return b"{" + _session_fields(tracer, session) + b"}"

    _log_lazy(tracer, LazyRecord("change", session_id, session_id, _START_BYTES, partial(_built, tracer, make, body)))


def _log_lazy(tracer: "Tracer", record: LazyRecord) -> None:
    with LossGuard(tracer):
        if tracer.is_recorded(record.session_id):
            tracer.worker.log(record)
        else:
            tracer.worker.drop("sampled")


def _built(tracer: "Tracer", make: Make, body: Callable[[Mapping[str, Any]], bytes]) -> bytes:
    with tracer.guarded:
        return body(make())
    # An accepted event is sent, even if none of it could be read.
    return body({"metadata": {"honeyhive": {"changes": ["left out: it could not be read"]}}})


def _session_fields(tracer: "Tracer", session: Mapping[str, Any]) -> bytes:
    """Return times and fields of a session as JSON members."""
    times = [f'"{name}":{encode(session[name])}' for name in TIME_KEYS if session.get(name) is not None]
    fields = tracer.encoder.fields({name: session[name] for name in OBJECT_KEYS if name in session})[0][1:-1]
    return b",".join(part for part in (",".join(times).encode(), fields) if part)


class _PrebuiltEvent:
    """One complete event on its way into the queue."""

    def __init__(self, tracer: "Tracer", event: Mapping[str, Any], event_id: str, shared: Shared | None = None) -> None:
        self._tracer = tracer
        self._event = event
        self._event_id = event_id
        self.notes: list[str] = []
        given = event.get("session_id")
        has_place = given is not None and event.get("parent_id") is not None
        innermost = context.current()
        # Usually it is of this client, which needs no further call.
        if innermost is None or innermost.tracer is not tracer or tracer.foreign_tracer is not None:
            innermost = tracer.own_innermost() if has_place else tracer.innermost()
        if given is None and innermost is not None:
            self._session_id, self.original_id = innermost.session_id, innermost.original_id
            self._is_sampled = innermost.is_sampled
        else:
            self._session_id, self.original_id = tracer.id_of(given)
            self._is_sampled = tracer.is_recorded(self._session_id)
        is_inside = innermost is not None and innermost.session_id == self._session_id
        self._source = innermost._source if innermost is not None and is_inside else tracer.source
        self._shared = innermost.shared if innermost is not None and is_inside else shared
        self._parent_id = self._session_id
        if event.get("parent_id") is not None:
            self._parent_id = tracer.id_of(event["parent_id"])[0]
        elif innermost is not None and is_inside:
            self._parent_id = innermost.child_parent_id

    def log(self) -> None:
        """Queue it, unless its session is not sampled."""
        worker = self._tracer.worker
        if not self._is_sampled:
            worker.drop("sampled")
            return
        body = self.body()
        if self._shared is not None:
            self._shared.keep(body)
        (worker.log if self._shared is None else worker.deliver)(
            Record("event", self._event_id, self._session_id, body)
        )

    def body(self) -> bytes:
        """Return its JSON."""
        get = self._event.get
        source, error = get("source"), get("error")
        # In this order, because each part may add notes, which are part of the fields.
        name = get("event_name")
        if type(name) is not str or not self._tracer.encoder.takes_label(name):
            name = self._label(name, "event_name")
        encoded_source = quote(self._label(source, "source") or "") if source else self._source
        times, given = self._times(), get("event_type", "tool")
        kind = given if type(given) is str and given in EVENT_TYPES else self._tracer.type_of(given)
        return event_json(
            self._event_id,
            self._session_id,
            self._parent_id,
            kind,
            name,
            encoded_source,
            times,
            None if error is None else self._text(error, "error"),
            (self._fields(None if kind == given else given)[1:-1],),
        )

    def _label(self, value: Any, name: str) -> str | None:
        """Return a name as a string, masked."""
        if value is None or (type(value) is str and self._tracer.encoder.takes_label(value)):
            return value
        text, notes = self._tracer.encoder.label(name, value)
        self.notes += notes
        return text

    def _text(self, value: Any, name: str) -> str | None:
        text, notes = self._tracer.encoder.text(name, value)
        self.notes += notes
        return text

    def _fields(self, unknown_type: Any) -> bytes:
        fields = self._objects()
        if unknown_type is not None:
            fields["metadata"] = {**as_object(fields.get("metadata")), "event_type": unknown_type}
        text, notes = self._tracer.encoder.fields(fields)
        self.notes += notes
        own = self._tracer.own_metadata(self)
        if not own and self._shared is None:
            return text
        event = loads(text)
        if self._shared is not None:
            event["metadata"] = {**event.get("metadata", {}), **loads(self._shared.metadata)}
        if own:
            event["metadata"] = loads(with_own(encode(event.get("metadata", {})).encode(), own))
        return encode(event).encode()

    def _objects(self) -> dict[str, Any]:
        """Return the objects of the event. Labels and unknown keys are moved to the metadata."""
        fields: dict[str, Any] = {"inputs": {}}
        moved: dict[str, Any] = {}
        for name, value in self._event.items():
            if name in OTHER_KEYS or value is None:
                continue
            if name in OBJECT_KEYS:
                fields[name] = value if type(value) is dict or isinstance(value, Mapping) else {"value": value}
            else:
                moved[name] = value
        if not moved:
            return fields
        unknown = {name: value for name, value in moved.items() if name not in LABELS}
        if unknown:
            fields["metadata"] = {**as_object(fields.get("metadata")), **unknown}
            self.notes.append("keys that the API does not have were moved to the metadata")
            warn_of_keys(self._tracer, unknown, OTHER_KEYS.union(OBJECT_KEYS, LABELS))
        return with_labels({**fields, **{name: value for name, value in moved.items() if name in LABELS}})

    def _times(self) -> str:
        """Return the known ones of start, end and duration as JSON members."""
        get = self._event.get
        if get("start_time") is None and get("end_time") is None and get("duration") is None:
            return f'"start_time":{int(time() * 1000)}'
        start, end = self._time("start_time"), self._time("end_time")
        duration = get("duration")
        if duration is not None and (type(duration) not in (int, float) or not 0 <= duration < _MAX_MS):
            self.notes.append("duration: not a number of milliseconds")
            duration = None
        if duration is None:
            duration = end - start if start is not None and end is not None and end >= start else None
        if start is None:
            start = int(time() * 1000) if end is None else end - (duration or 0)
        if end is None and duration is not None:
            end = start + duration
        known = {"start_time": start, "end_time": end, "duration": duration}
        return ",".join([f'"{name}":{value}' for name, value in known.items() if value is not None])

    def _time(self, name: str) -> int | float | None:
        value = self._event.get(name)
        if value is None or (type(value) is int and LAST_SECONDS < value < _MAX_MS):
            return value
        try:
            found = unix_ms(value, name)
        except (InvalidRequestError, ValueError, OverflowError) as error:
            if is_interrupt(error):
                raise
            found = _MAX_MS
        if found is value and are_seconds(found):
            warn_of_seconds(self._tracer, name, found)
        if abs(found) < _MAX_MS:
            return found
        self.notes.append(f"{name}: not a readable time")
        return None
