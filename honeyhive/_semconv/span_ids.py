"""Event and session ids derived from span ids, so that a span sent twice is one event."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from honeyhive_api.ids import uuid5_of, uuid_of, uuid_of_trace

from .mapping.rules import SESSION_ATTRIBUTES

_NAMES = frozenset(key for key, _ in SESSION_ATTRIBUTES)


def event_id_of(trace_id: str, span_id: str) -> str:
    """Return the id of the event for a span."""
    return uuid5_of(f"{trace_id}/{span_id}")


def named_session(attributes: Mapping[str, Any], resource: Mapping[str, Any]) -> str | None:
    """Return the session id that a span or its resource names, or None. Other names than UUIDs are hashed to UUIDs."""
    for holder in (attributes, resource):
        if _NAMES.isdisjoint(holder):
            continue
        for key, _ in SESSION_ATTRIBUTES:
            name = holder.get(key)
            if isinstance(name, str | int) and not isinstance(name, bool) and name != "":
                return uuid_of(str(name))
    return None


def session_id_of(trace_id: str, attributes: Mapping[str, Any], resource: Mapping[str, Any]) -> str:
    """Return the session id of a span: the id that the span names, or else the id of its trace's session.

    If the trace id is a valid UUID, it is the session id itself: the headers of a continued session rely on this.
    """
    return named_session(attributes, resource) or _session_of_trace(trace_id)


_session_of_trace = lru_cache(maxsize=1_000)(uuid_of_trace)
