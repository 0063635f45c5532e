"""Events that are ready when they are logged: made by other code, read from a file, or timed elsewhere."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from time import time
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from honeyhive_api.times import LAST_SECONDS, are_seconds, unix_ms

from ..._core.errors import InvalidRequestError
from ..delivery.records import LateRecord, Record
from ..payload.encoder import encode
from .event import Shared, with_own
from .new_id import new_id

if TYPE_CHECKING:
    from ..tracer import Tracer

_MOST_MS: Final = 1e15
_LONGEST_LABEL: Final = 1_000
_quote: Final = json.encoder.encode_basestring
_FREE: Final = frozenset({"inputs", "outputs", "config", "metadata", "metrics", "feedback", "user_properties"})
_TIMES: Final = ("start_time", "end_time", "duration")
Make: TypeAlias = Callable[[], Mapping[str, Any]]
_OWN: Final = frozenset(
    {"event_id", "session_id", "parent_id", "event_type", "event_name", "source", "error"}
    | {"start_time", "end_time", "duration"}
)


def log_prebuilt(tracer: "Tracer", given: Any) -> str:
    """Log an event with the keys of the API, and say its id; whatever is missing or wrong is made good and noted."""
    event_id = new_id()
    with tracer.guarded:
        event = given if isinstance(given, Mapping) else {"inputs": given}
        chosen = event.get("event_id")
        if chosen is not None:
            event_id = tracer.id_of(chosen)[0]
        _Ready(tracer, event, event_id).log()
    return event_id


def log_lazy(
    tracer: "Tracer", event_id: str, session_id: str, size: int, make: Make, shared: Shared | None = None
) -> None:
    """Log an event that ``make`` builds when it is sent, so that the caller need not wait for that.

    Both ids are UUIDs, and ``size`` is about the bytes of its text. What is ``shared`` has to see it at once.
    """

    def body(event: Mapping[str, Any]) -> bytes:
        named = {**event, "event_id": event_id, "session_id": session_id}
        return _Ready(tracer, {"parent_id": session_id, **named}, event_id, shared).body()

    if shared is not None:
        with tracer.guarded:
            text = _made(tracer, make, body)
            shared.keep(text)
            tracer.worker.log(Record("event", event_id, session_id, text))
        return
    _log_lazy(tracer, LateRecord("event", event_id, session_id, size, partial(_made, tracer, make, body)))


def log_session_start(tracer: "Tracer", session_id: str, make: Make) -> None:
    """Announce a session that other code began, with the fields that ``make`` builds when it is sent."""

    def body(session: Mapping[str, Any]) -> bytes:
        head = f'"session_id":"{session_id}","session_name":{_quote(session.get("session_name") or "unknown")},'
        source = session.get("source")
        head += f'"source":{tracer.source if source is None else encode(str(source))}'
        return _session_body(tracer, session, head)

    _log_lazy(tracer, LateRecord("start", session_id, session_id, 1_000, partial(_made, tracer, make, body)))


def log_session_end(tracer: "Tracer", session_id: str, make: Make) -> None:
    """Complete it: ``end_time``, ``duration`` and the fields that may be changed."""
    body = partial(_session_body, tracer, head="")
    _log_lazy(tracer, LateRecord("change", session_id, session_id, 1_000, partial(_made, tracer, make, body)))


def _log_lazy(tracer: "Tracer", record: LateRecord) -> None:
    with tracer.guarded:
        if tracer.is_chosen(record.session_id):
            tracer.worker.log(record)
        else:
            tracer.worker.turn_away("sampled")


def _made(tracer: "Tracer", make: Make, body: Callable[[Mapping[str, Any]], bytes]) -> bytes:
    with tracer.guarded:
        return body(make())
    # It was accepted, so that it is sent, whatever there is left of it.
    return body({"metadata": {"honeyhive": {"changes": ["left out: it could not be read"]}}})


def _session_body(tracer: "Tracer", session: Mapping[str, Any], head: str) -> bytes:
    parts = [head] if head else []
    parts += [f'"{name}":{encode(session[name])}' for name in _TIMES if session.get(name) is not None]
    fields = tracer.encoder.fields({name: session[name] for name in _FREE & session.keys()})[0][1:-1]
    return b"{" + b",".join(part for part in (",".join(parts).encode("utf-8", "replace"), fields) if part) + b"}"


class _Ready:
    """One event on its way into the queue."""

    def __init__(self, tracer: "Tracer", event: Mapping[str, Any], event_id: str, shared: Shared | None = None) -> None:
        self._tracer = tracer
        self._event = event
        self._event_id = event_id
        self.notes: list[str] = []
        given = event.get("session_id")
        is_placed = given is not None and event.get("parent_id") is not None
        innermost = tracer.own_innermost() if is_placed else tracer.innermost()
        if given is None and innermost is not None:
            self._session_id, self.original_id = innermost.session_id, innermost.original_id
            self._is_sampled = innermost.is_sampled
        else:
            self._session_id, self.original_id = tracer.id_of(given)
            self._is_sampled = tracer.is_chosen(self._session_id)
        inside = innermost is not None and innermost.session_id == self._session_id
        self._shared = innermost.shared if innermost is not None and inside else shared
        self._parent_id = self._session_id
        if event.get("parent_id") is not None:
            self._parent_id = tracer.id_of(event["parent_id"])[0]
        elif innermost is not None and inside:
            self._parent_id = innermost.child_parent_id

    def log(self) -> None:
        """Hand it over, unless its session is not sampled."""
        worker = self._tracer.worker
        if not self._is_sampled:
            worker.turn_away("sampled")
            return
        body = self.body()
        if self._shared is not None:
            self._shared.keep(body)
        worker.log(Record("event", self._event_id, self._session_id, body))

    def body(self) -> bytes:
        """Its text."""
        get = self._event.get
        kind = self._tracer.type_of(get("event_type", "tool"))
        name = self._label(get("event_name"), "event_name")
        source, error = get("source"), get("error")
        head = (
            f'{{"event_id":"{self._event_id}","session_id":"{self._session_id}","parent_id":"{self._parent_id}",'
            f'"event_type":"{kind}","event_name":{_quote(name or "unknown")},"source":'
            f"{_quote(self._label(source, 'source') or '') if source else self._tracer.source},{self._times()}"
        )
        if error is not None:
            head += f'"error":{_quote(self._text(error, "error") or "")},'
        return head.encode("utf-8", "replace") + self._fields()[1:]

    def _label(self, value: Any, name: str) -> str | None:
        """As a text; a short one goes past the user's mask, which is for contents."""
        is_short = value is None or (type(value) is str and len(value) <= _LONGEST_LABEL)
        return value if is_short else self._text(value, name)

    def _text(self, value: Any, name: str) -> str | None:
        text, notes = self._tracer.encoder.text(name, value)
        self.notes += notes
        return text

    def _fields(self) -> bytes:
        fields: dict[str, Any] = {"inputs": {}}
        unknown = {}
        for name, value in self._event.items():
            if name in _OWN or value is None:
                continue
            if name in _FREE:
                fields[name] = value if type(value) is dict or isinstance(value, Mapping) else {"value": value}
            else:
                unknown[name] = value
        if unknown:
            fields["metadata"] = {**fields.get("metadata", {}), **unknown}
            self.notes.append("keys that the API does not have were moved to the metadata")
            self._tracer.warn_of_keys(unknown, _OWN | _FREE)
        text, notes = self._tracer.encoder.fields(fields)
        self.notes += notes
        own = self._tracer.own_metadata(self)
        if not own and self._shared is None:
            return text
        event = json.loads(text)
        if self._shared is not None:
            event["metadata"] = {**event.get("metadata", {}), **json.loads(self._shared.metadata)}
        if own:
            event["metadata"] = json.loads(with_own(encode(event.get("metadata", {})).encode(), own))
        return encode(event).encode()

    def _times(self) -> str:
        start, end = self._time("start_time"), self._time("end_time")
        duration = self._event.get("duration")
        if duration is not None and (type(duration) not in (int, float) or not 0 <= duration < _MOST_MS):
            self.notes.append("duration: no number of milliseconds")
            duration = None
        if duration is None:
            duration = end - start if start is not None and end is not None and end >= start else None
        if start is None:
            start = int(time() * 1000) if end is None else end - (duration or 0)
        if end is None and duration is not None:
            end = start + duration
        ends = "" if end is None else f'"end_time":{end},'
        lasts = "" if duration is None else f'"duration":{duration},'
        return f'"start_time":{start},{ends}{lasts}'

    def _time(self, name: str) -> int | float | None:
        value = self._event.get(name)
        if value is None or (type(value) is int and LAST_SECONDS < value < _MOST_MS):
            return value
        try:
            found = unix_ms(value, name)
        except (InvalidRequestError, ValueError, OverflowError):
            found = _MOST_MS
        if found is value and are_seconds(found):
            self._tracer.warn_of_seconds(name, found)
        if abs(found) < _MOST_MS:
            return found
        self.notes.append(f"{name}: no time that can be read")
        return None
