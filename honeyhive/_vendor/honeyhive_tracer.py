"""``HoneyHiveTracer`` of the vendor's package: a client with one session, in which everything is recorded."""

import atexit
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Self, TypedDict, Unpack
from weakref import WeakSet

from .._client import HoneyHive
from .._client.default_client import use_as_default
from .._client.internal import tracer_of
from .._tracing.events import context
from .._tracing.events.event import Event
from .._tracing.events.event_fields import OBJECT_KEYS
from .._tracing.events.trace_options import deprecated
from .._tracing.options import Options
from .attribute_span import SpanBlock, as_fields
from .deprecated_use import warn_of_use
from .tracer_settings import TracerArguments, read_settings, seal_keys

if TYPE_CHECKING:
    from .._tracing.events.session import Session

_OTHERS: Final = {
    "acreate_session": "use with hh.session()",
    "create_session": "use with hh.session()",
    "extract_context": "use hh.tracing.continue_session(headers)",
    "flush_all": "call flush() of each tracer",
    "get_baggage": "use honeyhive.current_session()",
    "inject": "use hh.tracing.trace_headers()",
    "inject_context": "use hh.tracing.trace_headers()",
    "link": "use hh.tracing.continue_session(headers)",
    "provider": "call honeyhive.otel.instrument(tracer.client)",
    "reset": "make another client",
    "session_start": "use with hh.session()",
    "set_baggage": "use session.update(metadata=...)",
    "unlink": "use with hh.tracing.continue_session(headers)",
    "with_session": "use with hh.session()",
}
_latest: Final[dict[str, "HoneyHiveTracer"]] = {}
_open: Final["WeakSet[HoneyHiveTracer]"] = WeakSet()


class EnrichedFields(TypedDict, total=False):
    """The fields that ``enrich_span`` and ``enrich_session`` take besides the metadata."""

    inputs: Mapping[str, Any] | None
    outputs: Any
    config: Mapping[str, Any] | None
    metrics: Mapping[str, Any] | None
    feedback: Mapping[str, Any] | None
    user_properties: Mapping[str, Any] | None
    error: Any


@deprecated("use HoneyHive() and with hh.session()")
class HoneyHiveTracer:
    """A client with one session. Events outside of every other session belong to this session.

    In new programs, use ``HoneyHive()`` and ``with hh.session(...)``.
    """

    def __init__(self, **arguments: Unpack[TracerArguments]) -> None:
        seal_keys(arguments)
        warn_of_use("HoneyHiveTracer", "use HoneyHive() and with hh.session()")
        settings = read_settings(arguments)
        self.client: HoneyHive = HoneyHive(
            settings.keys.pop("api_key", None),
            base_url=settings.server_url,
            tracing=Options(source=settings.source, enabled=settings.is_on),
            **settings.keys,
        )
        """The client, which has all other methods."""
        self.project: str | None = settings.project
        """The project that was passed. It has no effect: the key decides the project."""
        self.source: str = settings.source
        """The source of the tracer's events."""
        self.session_name: str = settings.session_name
        """The name of the tracer's session."""
        tracer = tracer_of(self.client)
        tracer.fills_sessions = False
        if settings.session_id is not None and not settings.names_session:
            self._session: Session = tracer.resumed(settings.session_id, None)
        else:
            self._session = tracer.session(settings.session_name, settings.session_id, {"inputs": settings.inputs})
        tracer.ambient_session, tracer.result_key = self._session, "result"
        use_as_default(self.client)
        # Kept here, because a program may drop its reference to the tracer.
        _latest["tracer"] = self
        _open.add(self)

    @classmethod
    def init(cls, **arguments: Unpack[TracerArguments]) -> Self:
        """Return a new tracer, with the arguments of the constructor."""
        seal_keys(arguments)
        return cls(**arguments)

    @property
    def session_id(self) -> str:
        """The id of the tracer's session."""
        return self._session.session_id

    @property
    def project_name(self) -> str | None:
        """The project that was passed, which is also in ``project``."""
        return self.project

    @property
    def source_environment(self) -> str:
        """The source of the tracer's events, which is also in ``source``."""
        return self.source

    @property
    def is_initialized(self) -> bool:
        """Always True: the constructor raises if it fails."""
        return True

    def start_span(self, name: str, *, attributes: Mapping[str, Any] | None = None, **options: Any) -> SpanBlock:
        """Return a block that is recorded as an event. OpenTelemetry's other options have no effect."""
        del options
        warn_of_use("start_span", "use with hh.event(name)")
        return SpanBlock(self._event(name, "tool", {}), attributes)

    def trace(self, name: str, event_type: str | None = None, **attributes: Any) -> SpanBlock:
        """Return a block that is recorded as an event. Keywords set fields of the event, or attributes of its span."""
        warn_of_use("HoneyHiveTracer.trace", "use with hh.event(name, type=...)")
        fields = {key: attributes.pop(key) for key in OBJECT_KEYS if isinstance(attributes.get(key), Mapping)}
        return SpanBlock(self._event(name, event_type or "tool", fields), attributes)

    def enrich_span(
        self,
        attributes: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        *,
        update_event_id: str | None = None,
        **fields: Any,
    ) -> bool:
        """Merge fields into the current event; ``attributes`` and unknown keywords go into the metadata.

        ``update_event_id`` changes a stored event instead. Returns False outside of every event.
        """
        warn_of_use("enrich_span", "use honeyhive.current_event().update()")
        given = fields_of(attributes, metadata, fields)
        if update_event_id is not None:
            self.client.events.update(
                update_event_id, **{key: value for key, value in given.items() if key != "inputs"}
            )
            return True
        return enrich_current(given)

    def enrich_session(
        self,
        metadata: Mapping[str, Any] | None = None,
        *,
        session_id: str | None = None,
        **fields: Any,
    ) -> None:
        """Merge fields into the tracer's session, or into the session ``session_id``.

        Unknown keywords go into the metadata.
        """
        warn_of_use("enrich_session", "use honeyhive.current_session().update()")
        enrich_stored(self, self.session_id if session_id is None else session_id, metadata, fields)

    def create_event(self, event_name_or_dict: str | Mapping[str, Any], **fields: Any) -> str:
        """Log a complete event in the tracer's session; return the event's id. Pass a dict, or a name and fields."""
        warn_of_use("create_event", "use hh.log_event()")
        is_name = isinstance(event_name_or_dict, str)
        given = {"event_name": event_name_or_dict} if is_name else as_fields(event_name_or_dict, "metadata")
        placed = {"session_id": self.session_id, "parent_id": self.session_id}
        return self.client.log_event({"event_type": "tool", **placed, **given, **fields})

    def flush(self, timeout_millis: float = 30_000) -> bool:
        """Wait at most ``timeout_millis`` milliseconds for delivery. Return True if everything is stored."""
        warn_of_use("HoneyHiveTracer.flush", "use hh.flush(), which takes seconds")
        return bool(self.client.flush(timeout_millis / 1000))

    def force_flush(self, timeout_millis: float = 30_000) -> bool:
        """Wait at most ``timeout_millis`` milliseconds for delivery. Return True if everything is stored."""
        warn_of_use("HoneyHiveTracer.force_flush", "use hh.flush(), which takes seconds")
        return bool(self.client.flush(timeout_millis / 1000))

    def shutdown(self) -> None:
        """End the session, deliver everything and close the client."""
        warn_of_use("HoneyHiveTracer.shutdown", "use hh.close()")
        self._session.end()
        self.client.close()

    def __getattr__(self, name: str) -> Any:
        if name in _OTHERS:
            words = f"HoneyHiveTracer.{name} is a name of the vendor's package, which honeyhive-sdk does not have"
            raise AttributeError(f"{words}; {_OTHERS[name]}")
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __repr__(self) -> str:
        session = vars(self).get("_session")  # missing while the constructor refuses an argument
        return f"<HoneyHiveTracer: session_id={session and session.session_id}>"

    def _event(self, name: str, kind: str, fields: Mapping[str, Any]) -> Event:
        return tracer_of(self.client).event(name, kind, fields)


def latest_tracer() -> HoneyHiveTracer | None:
    """Return the tracer that was made last; None if there is none."""
    return _latest.get("tracer")


def fields_of(
    attributes: Mapping[str, Any] | None, metadata: Mapping[str, Any] | None, given: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the fields to set. Unknown keywords and the attributes go into the metadata."""
    known = EnrichedFields.__annotations__
    others = {key: value for key, value in given.items() if key not in known}
    fields = {key: value for key, value in given.items() if key in known and value is not None}
    merged = {**as_fields(attributes, "attributes"), **as_fields(metadata, "metadata"), **others}
    return {**fields, "metadata": merged} if merged else fields


def enrich_current(fields: Mapping[str, Any]) -> bool:
    """Merge the fields into the current event. Return False outside of every event."""
    event = context.current()
    if not isinstance(event, Event):
        return False
    event.update(**fields)
    return True


def enrich_stored(
    tracer: HoneyHiveTracer, session_id: str, metadata: Mapping[str, Any] | None, given: Mapping[str, Any]
) -> None:
    """Merge the fields into a session and send them at once, without waiting for its end.

    Inputs go into the metadata, because a session can send its inputs only at its start.
    """
    fields = fields_of(None, metadata, given)
    if "inputs" in fields:
        fields["metadata"] = {**fields.get("metadata", {}), "inputs": fields.pop("inputs")}
    tracer.client.tracing.resume_session(session_id).update(**fields).end()


@atexit.register
def _end_sessions() -> None:
    """End the sessions of all tracers. Registered after tracing's exit handler, and therefore run before it."""
    for tracer in list(_open):
        tracer._session.end()
