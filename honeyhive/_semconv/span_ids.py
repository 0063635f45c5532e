"""Ids of events and sessions made from those of spans, always the same: a span sent twice is one event."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from honeyhive_api.ids import uuid5_of, uuid_of, uuid_of_trace

from .mapping.rules import SESSIONS

_NAMES = frozenset(key for key, _ in SESSIONS)


def event_id_of(trace_id: str, span_id: str) -> str:
    """The id of the event that a span becomes."""
    return uuid5_of(f"{trace_id}/{span_id}")


def named_session(attributes: Mapping[str, Any], resource: Mapping[str, Any]) -> str | None:
    """The id of the session that a span names, or None; a name that is no UUID becomes one."""
    for holder in (attributes, resource):
        if _NAMES.isdisjoint(holder):
            continue
        for key, _ in SESSIONS:
            name = holder.get(key)
            if isinstance(name, str | int) and not isinstance(name, bool) and name != "":
                return uuid_of(str(name))
    return None


def session_id_of(trace_id: str, attributes: Mapping[str, Any], resource: Mapping[str, Any]) -> str:
    """The id of the session that a span belongs to: the one it names, else that of its trace.

    The latter is the trace id where that is a UUID, as in the headers that continue a session elsewhere.
    """
    return named_session(attributes, resource) or _session_of_trace(trace_id)


_session_of_trace = lru_cache(maxsize=1_000)(uuid_of_trace)
