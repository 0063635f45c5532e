"""Events: the steps of a session, sent when they end."""

from typing import TYPE_CHECKING, Any, Self, Unpack

from .base_span import JsonField, Span
from .event_fields import EVENT_TYPES, check_keywords
from .kept_steps import keep_beginning, keep_labels, running_record
from .labels import with_labels
from .merging import merge_fields, merge_unless_late
from .model_call import message_fields, usage_metadata
from .new_id import new_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..tracer import Tracer
    from .event_body import Shared
    from .event_fields import EventType, Updates
    from .session import Session


class Event(Span):
    """One step of a session, sent when it ends: use it in a ``with`` block, or call ``end()``.

    ``outputs``, ``metrics``, ``feedback``, ``metadata``, ``config`` and ``user_properties`` take any object; another
    value is sent under the key ``value``. Assigning takes a snapshot: later changes of the value are not sent.
    """

    __slots__ = ("_own_session", "_parent_id", "_session", "type")
    inputs: JsonField = JsonField()

    def __init__(
        self,
        tracer: "Tracer",
        name: Any,
        kind: Any,
        parent: Span,
        fields: "Mapping[str, Any]",
        *,
        own_session: Span | None = None,
        source: Any = None,
    ) -> None:
        text = parent._source if source is None else tracer.source_json(source)
        Span.__init__(
            self, tracer, name, parent.session_id, new_id(), fields, is_sampled=parent.is_sampled, source=text
        )
        self.original_id: str | None = parent.original_id
        self.shared: Shared | None = parent.shared
        self._own_session = own_session
        self._session = parent.session
        is_known = type(kind) is str and kind in EVENT_TYPES
        self.type: str = kind if is_known else tracer.type_of(kind)
        """model, tool or chain."""
        if not is_known:
            merge_fields(self, {"metadata": {"event_type": kind}})
        self._parent_id = parent.child_parent_id
        if parent is self._session and (root := self._session._root) is not None:
            root.began(self._encoded)
        # Steps of an experiment are not kept: a resumed run runs their rows again.
        if self.is_sampled and self.shared is None:
            worker = tracer.worker
            if worker.undecided is not None:
                self._watch()
            if worker.keeps_steps:
                with tracer.guarded:
                    keep_beginning(self)
            if worker.live is not None:
                with tracer.guarded:
                    worker.live.begin(self, running_record)

    @property
    def session(self) -> "Session":
        """Its session."""
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
        try:
            merge_unless_late(self, {"inputs": inputs, **(with_labels(fields) if fields else {})})
            if name is not None:
                self._name = self._short("event_name", name)
            if type is not None:
                self.type = self.tracer.type_of(type)
                if self.type.__ne__(type) is not False:  # not !=, which would call the value
                    merge_unless_late(self, {"metadata": {"event_type": type}})
            if self._is_kept and (name is not None or type is not None):
                keep_labels(self)
        except RecursionError:
            self.notes.append("an update was left out, made at the recursion limit")
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

        ``cached_tokens`` is the number of prompt tokens that were read from a cache.
        """
        try:
            return self.update(metadata=usage_metadata(prompt_tokens, completion_tokens, cached_tokens, cost))
        except RecursionError:
            return self

    def messages(
        self,
        prompt: "Sequence[Mapping[str, Any]] | str | None" = None,
        completion: "Mapping[str, Any] | str | None" = None,
    ) -> Self:
        """Record the messages of a model call as a conversation, and return the event.

        A message is an object with ``role`` and ``content``. A string is the content of a single message.
        """
        try:
            return self.update(**message_fields(prompt, completion))
        except RecursionError:
            return self

    def __repr__(self) -> str:
        return f"<Event {self.name!r} ({self.type}): event_id={self.event_id} session_id={self.session_id}>"

    def keep_outputs(self, text: bytes, notes: "Sequence[str]" = ()) -> None:
        """Set the outputs to this JSON, and add notes on changes made to it."""
        if not self.tracer.encoder.leaves_out("outputs"):
            self._encoded["outputs"] = text
            self.notes.extend(notes)

    def _finish(self) -> None:
        try:
            self._log_event(self.type, self._parent_id)
            root = self._session._root
            if root is not None and self._parent_id == self.session_id:
                root.ended(self._encoded)
        finally:
            if self._own_session is not None:
                self._own_session.end()
