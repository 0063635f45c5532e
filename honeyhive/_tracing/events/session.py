"""Sessions. A session is the root of a tree of events; its start is sent when it begins, and its end later."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self, Unpack

from ..delivery.records import Record
from ..interrupts import is_interrupt
from .base_span import Span
from .event_body import quote
from .event_fields import Updates, check_keywords
from .labels import with_labels
from .merging import merge_unless_late
from .new_id import new_id
from .root_event import RootEvent

if TYPE_CHECKING:
    from ..tracer import Tracer
    from .event_body import Shared

_START_BYTES: Final = 200
"""Estimated bytes of a session start without its fields."""


def session_json(session_id: str, name: str | None, source: str, rest: bytes) -> bytes:
    """Return the JSON of a session start. ``source`` is in JSON; ``rest`` has more members, without braces."""
    head = f'{{"session_id":"{session_id}","session_name":{quote(name or "unknown")},"source":{source}'
    return head.encode("utf-8", "replace") + (b"," + rest if rest else b"") + b"}"


def _start_json(session_id: str, name: str | None, source: str, rest: bytes, inputs: bytes | None) -> bytes:
    return session_json(session_id, name, source, rest + (b',"inputs":' + inputs if inputs else b""))


class Session(Span):
    """A session: use it in a ``with`` block, or call ``end()``.

    Its start is sent when it is made. ``outputs``, ``metrics``, ``feedback``, ``metadata``, ``config``,
    ``user_properties`` and an error are sent when it ends. A resumed session sends only fields that are set.
    """

    _name_field: ClassVar[str] = "session_name"
    __slots__ = ("_is_resumed", "_root")

    def __init__(
        self,
        tracer: "Tracer",
        name: Any,
        session_id: str,
        original_id: str | None,
        fields: Mapping[str, Any],
        *,
        is_sampled: bool,
        is_resumed: bool = False,
        parent_id: str | None = None,
        source: Any = None,
        starts: bool = True,
        is_in_share: bool = True,
    ) -> None:
        """If ``starts`` is false, the caller sends the start by a call of ``start_late``.

        ``is_in_share`` is false if the service that called this one does not send the session.
        """
        text = None if source is None else tracer.source_json(source)
        super().__init__(tracer, name, session_id, session_id, fields, is_sampled=is_sampled, source=text)
        self.original_id = original_id
        self._is_resumed = is_resumed
        self.child_parent_id: str = parent_id or session_id
        if tracer.worker.undecided is not None and is_sampled:
            self._hold(is_in_share=is_in_share)
        self._root = RootEvent() if tracer.fills_sessions and is_sampled and not is_resumed else None
        if starts:
            try:
                self.start_late()
            except BaseException:  # the caller does not get the session, so nobody would end it
                self._is_ended = True
                raise

    def __enter__(self) -> Self:
        if self._is_resumed and not self._is_watched and type(self) is Session:
            self._watch()
        return super().__enter__()

    def _hold(self, *, is_in_share: bool) -> None:
        """Keep the session undecided until this object ends.

        A resumed session does so only inside a ``with`` block, because many resumed sessions are never ended.
        """
        if not self._is_resumed:
            self._watch(is_in_share=is_in_share)
        elif type(self) is Session and (undecided := self.tracer.worker.undecided) is not None:
            undecided.expect(self.session_id, is_in_share=is_in_share)

    def start_late(self) -> None:
        """Send the start, unless the session is resumed."""
        if not self._is_resumed:
            try:
                self._start()
            except RecursionError:
                raise
            except Exception as error:
                if is_interrupt(error):
                    raise
                self.tracer.failed(f"the start of the session {self._name!r} ({self.session_id})", error)

    @property
    def session(self) -> "Session":
        """The session itself."""
        return self

    def update(self, **fields: Unpack[Updates]) -> Self:
        """Merge objects into the session's fields or set its error, to be sent when it ends; return the session.

        None leaves a field as it is. Later changes of a passed value have no effect.
        """
        check_keywords("session.update", fields)
        try:
            merge_unless_late(self, with_labels(fields))
        except RecursionError:
            self.notes.append("an update was left out, because it was made at the recursion limit")
        return self

    def __repr__(self) -> str:
        return f"<Session {self.name!r}: session_id={self.session_id}>"

    def _start(self) -> None:
        if not self.is_sampled:
            self.tracer.worker.drop("sampled")
            return
        self._settle()
        head, rest = f'"start_time":{self._start_ms}'.encode(), self._rest()
        make = partial(_start_json, self.session_id, self._name, self._source, head + rest)
        if self._root is None or "inputs" in self._encoded:
            self._send(Record("start", self.session_id, self.session_id, make(None)))
        else:
            self._send(self._root.start_record(self.session_id, len(rest) + _START_BYTES, make))
        self._record = None  # the next record is the end's

    def _finish(self) -> None:
        if not self.is_sampled:
            if not self._is_resumed:
                self.tracer.worker.drop("sampled")
            return
        if self._error is not None:
            # The API has a field for the error of an event, but none for the error of a session.
            self._editable("metadata")["error"] = self._error
        if self._is_resumed and not (self._encoded or self._edited):
            return
        self._settle()
        if self._root is not None:
            self._encoded = {**self._root.take(), **self._encoded}
        rest = self._rest()
        body = b"{" + (rest[1:] if self._is_resumed else self._ends().encode() + rest) + b"}"
        self._send(Record("change", self.session_id, self.session_id, body))

    def _send(self, record: Record) -> None:
        self._encoded.clear()
        self._edited.clear()
        self._bytes_left = self.tracer.limits.bytes
        self._log(record)


class PlaceholderSession(Session):
    """A session that another tracer began. Its fields are sent when the event that was begun in it ends."""

    __slots__ = ()
    is_placeholder: ClassVar[bool] = True


class NestedSession(Session):
    """A session inside a foreign trace or a row of an experiment: it is sent as a chain event of the outer session."""

    _name_field: ClassVar[str] = "event_name"
    __slots__ = ("_around_id",)

    def __init__(
        self, tracer: "Tracer", name: Any, around: Span, fields: Mapping[str, Any], source: Any = None
    ) -> None:
        super().__init__(
            tracer,
            name,
            around.session_id,
            around.original_id,
            fields,
            is_sampled=around.is_sampled,
            is_resumed=True,
            source=source,
        )
        if source is None:
            self._source = around._source
        self.shared: Shared | None = around.shared
        self._around_id = around.child_parent_id
        self._event_id = self.child_parent_id = new_id()
        if self.shared is None:
            self._watch()

    def _finish(self) -> None:
        self._log_event("chain", self._around_id)
