"""Assigns a session to each span, and makes the sessions implied by spans.

The first rule that finds a session decides (see RULES):

| rule | session |
|---|---|
| _named | the session named by the span or its resource |
| _named_above | the session named by the nearest ancestor in the same export |
| _named_in_trace | the session first named by any span of the trace, on any server of the database |
| _of_trace | the trace's own session |

Many programs name the session only on some spans: on LLM calls, but not on the request above them. The other spans get
the same session, so that a trace stays one tree. Earlier spans may have been stored in the trace's own session. They
are moved when a later span names a session: the named session absorbs the trace's own session, unless an API call has
started the trace's own session.

Spans arrive in pieces, children before their root. An implied session takes the name of the root span of its first
trace when this span arrives. The session extends from the earliest start to the latest end of its spans. Values of a
call have precedence over values from spans.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from honeyhive._semconv import SpanData, named_session, session_id_of

from ..model.event_model import Document, session_document
from ..model.implied_sessions import IMPLIED, extended, is_implied

# Number of remembered traces, which take some megabytes. After 10,000 newer traces, a trace is forgotten.
MAX_TRACES = 10_000

# Metadata keys of an implied session. The second key is set when the root span has arrived.
_TRACE, _ROOT = "trace_id", "span_id"
_OF_ROOT = ("event_name", "error", "source", "project", "project_id")
# Span attributes with the name of the session. The vendor's tracer sets the first on each span; the AI SDK sets the
# second if it is configured.
_SESSION_NAMES = ("honeyhive.session_name", "ai.telemetry.metadata.sessionName")

SpanKey = tuple[str, str]


class PlacedSession(NamedTuple):
    """A session of an export with its events."""

    session: Document
    """The session to store. It may have names from span attributes that not every database can store."""
    events: list[Document]
    absorbed: list[str]
    """Ids of the sessions to merge into this session."""
    traces: set[str]
    named: list[str]
    """Ids of the traces whose first named session is this session."""


class _Lookup(NamedTuple):
    """The spans of an export and the remembered traces, in the form that the rules need."""

    named: Mapping[SpanKey, str]
    parents: Mapping[SpanKey, str | None]
    traces: Mapping[str, str]


def _named(span: SpanData, lookup: _Lookup) -> str | None:
    return lookup.named.get((span.trace_id, span.span_id))


def _named_above(span: SpanData, lookup: _Lookup) -> str | None:
    seen = {span.span_id}
    above = span.parent_span_id
    while above is not None and above not in seen:
        if found := lookup.named.get((span.trace_id, above)):
            return found
        seen.add(above)
        above = lookup.parents.get((span.trace_id, above))
    return None


def _named_in_trace(span: SpanData, lookup: _Lookup) -> str | None:
    return lookup.traces.get(span.trace_id)


def _of_trace(span: SpanData, _: _Lookup) -> str | None:
    return session_id_of(span.trace_id, {}, {})


RULES: tuple[Callable[[SpanData, _Lookup], str | None], ...] = (_named, _named_above, _named_in_trace, _of_trace)


class SpanSessions:
    """Assignment of spans to sessions, with a memory of the sessions that recent traces named."""

    def __init__(self) -> None:
        self._traces: OrderedDict[str, str] = OrderedDict()

    def unknown(self, members: Iterable[tuple[SpanData, Document]]) -> set[str]:
        """Return the ids of the traces that are not remembered; another server may have stored their sessions."""
        return {span.trace_id for span, _ in members} - self._traces.keys()

    def place(
        self, members: Sequence[tuple[SpanData, Document]], now: int, stored: Mapping[str, str]
    ) -> list[PlacedSession]:
        """Move each event into its session and return the sessions; ``now`` is in Unix milliseconds.

        ``stored`` maps traces that this server does not remember to their sessions in the database.
        """
        ids, absorbed, first = self._assign([span for span, _ in members], stored)
        groups: dict[str, list[tuple[SpanData, Document]]] = defaultdict(list)
        for (span, event), session_id in zip(members, ids, strict=True):
            if event["parent_id"] == event["session_id"]:
                event["parent_id"] = session_id
            event["session_id"] = session_id
            groups[session_id].append((span, event))
        return [
            PlacedSession(
                _implied_session(group, now),
                [event for _, event in group],
                absorbed.get(session_id, []),
                {span.trace_id for span, _ in group},
                first.get(session_id, []),
            )
            for session_id, group in groups.items()
        ]

    def _assign(
        self, spans: Sequence[SpanData], stored: Mapping[str, str]
    ) -> tuple[list[str], dict[str, list[str]], dict[str, list[str]]]:
        """Return the session id of each span and, by session, the absorbed sessions and the traces that name it."""
        parents = {(span.trace_id, span.span_id): span.parent_span_id for span in spans}
        found = ((span, named_session(span.attributes, span.resource)) for span in spans)
        named = {(span.trace_id, span.span_id): session for span, session in found if session is not None}
        absorbed: dict[str, list[str]] = defaultdict(list)
        first: dict[str, list[str]] = defaultdict(list)
        # Another server may have absorbed the trace's own session before this server stored spans in it.
        for trace_id, session in stored.items():
            self._name(trace_id, session, absorbed)
        for (trace_id, _), session in named.items():
            if self._name(trace_id, session, absorbed):
                first[session].append(trace_id)
        # The sessions of the traces are copied, because this export may name more traces than are remembered.
        lookup = _Lookup(named, parents, {span.trace_id: self._traces.get(span.trace_id, "") for span in spans})
        return [next(filter(None, (rule(span, lookup) for rule in RULES))) for span in spans], absorbed, first

    def _name(self, trace_id: str, session: str, absorbed: dict[str, list[str]]) -> bool:
        """Record that a trace names a session, which absorbs the trace's own session. Return True the first time."""
        is_first = self._remember(trace_id, session)
        own = session_id_of(trace_id, {}, {})
        if is_first and own != session:
            absorbed[session].append(own)
        return is_first

    def forget(self, trace_ids: Iterable[str]) -> None:
        """Forget these traces, because their sessions could not be stored and the exporter will retry."""
        for trace_id in trace_ids:
            self._traces.pop(trace_id, None)

    def _remember(self, trace_id: str, session: str) -> bool:
        """Return True if the trace names a session for the first time."""
        is_first = trace_id not in self._traces
        self._traces.setdefault(trace_id, session)
        self._traces.move_to_end(trace_id)
        if len(self._traces) > MAX_TRACES:
            self._traces.popitem(last=False)
        return is_first


def _implied_session(members: Sequence[tuple[SpanData, Document]], now: int) -> Document:
    """Return the session that these spans imply."""
    span, first = next((each for each in members if each[0].parent_span_id is None), members[0])
    is_root = span.parent_span_id is None
    service = _text(span.resource.get("service.name"))
    metadata = {
        IMPLIED: "implied",
        _TRACE: span.trace_id,
        _ROOT: span.span_id if is_root else None,
        "service.name": service,
    }
    names = (_text(span.attributes.get(key)) for span, _ in members for key in _SESSION_NAMES)
    body = {
        "event_name": next(filter(None, names), None) or (None if is_root else service) or first["event_name"],
        "error": first["error"] if is_root else None,
        "source": first["source"],
        "project": first["project"],
        "metadata": {key: value for key, value in metadata.items() if value is not None},
        "start_time": min(event["start_time"] for _, event in members),
    }
    ends = [event["end_time"] for _, event in members if event.get("end_time") is not None]
    if ends:
        body["end_time"] = max(ends)
        body["duration"] = max(body["end_time"] - body["start_time"], 0)
    return session_document(body, now, first["session_id"])


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def merge_implied(stored: Document, sent: Mapping[str, Any]) -> Document:
    """Return the stored session after more of its spans arrived. If a call started it, only its times change."""
    known = stored.get("metadata") or {}
    is_same = is_implied(stored) and known.get(_TRACE) == sent["metadata"].get(_TRACE)
    of_root: Document = {}
    if is_same and _ROOT not in known and _ROOT in sent["metadata"]:
        of_root = {key: sent[key] for key in _OF_ROOT} | {"metadata": {**known, **sent["metadata"]}}
    return extended({**stored, **of_root}, stored, sent)
