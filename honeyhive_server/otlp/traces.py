"""Which session the spans of a trace belong to.

Many programs name the session on some spans only, on the calls of models say, and not on the request above them. The
others go where these go, also when they come with a later export; those that came earlier are to be moved there. So a
trace stays a tree.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Sequence

from honeyhive._semconv import SpanData, named_session, session_id_of

# Traces that are remembered; beyond them the longest unheard of is forgotten.
MAX_TRACES = 10_000


class Traces:
    """The sessions that recent traces named."""

    def __init__(self) -> None:
        self._sessions: OrderedDict[str, str] = OrderedDict()

    def sessions_of(self, spans: Sequence[SpanData]) -> tuple[list[str], dict[str, list[str]]]:
        """The id of the session of each span, and by session those that it absorbs.

        A span's session is named by it, by one above it, or by the first of its trace that names one; else it is the
        trace's own. That one is absorbed as soon as the trace names another.
        """
        named = [named_session(span.attributes, span.resource) for span in spans]
        parents = {(span.trace_id, span.span_id): span.parent_span_id for span in spans}
        by_span = {
            (span.trace_id, span.span_id): session
            for span, session in zip(spans, named, strict=True)
            if session is not None
        }
        absorbed: dict[str, list[str]] = defaultdict(list)
        for (trace_id, _), session in by_span.items():
            own = session_id_of(trace_id, {}, {})
            if self._is_new(trace_id, session) and own != session:
                absorbed[session].append(own)
        known = {span.trace_id: self._sessions.get(span.trace_id) for span in spans}
        return [
            session or _above(span, parents, by_span) or known[span.trace_id] or session_id_of(span.trace_id, {}, {})
            for span, session in zip(spans, named, strict=True)
        ], absorbed

    def forget(self, trace_ids: Iterable[str]) -> None:
        """Take back what these traces named, since it was not stored."""
        for trace_id in trace_ids:
            self._sessions.pop(trace_id, None)

    def _is_new(self, trace_id: str, session: str) -> bool:
        """Whether the trace names a session for the first time; it is remembered."""
        is_new = trace_id not in self._sessions
        self._sessions.setdefault(trace_id, session)
        self._sessions.move_to_end(trace_id)
        if len(self._sessions) > MAX_TRACES:
            self._sessions.popitem(last=False)
        return is_new


def _above(
    span: SpanData, parents: dict[tuple[str, str], str | None], by_span: dict[tuple[str, str], str]
) -> str | None:
    """The session that the nearest span above names, as far up as this export has them."""
    seen = {span.span_id}
    above = span.parent_span_id
    while above is not None and above not in seen:
        if found := by_span.get((span.trace_id, above)):
            return found
        seen.add(above)
        above = parents.get((span.trace_id, above))
    return None
