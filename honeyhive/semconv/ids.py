"""Ids of events and sessions made from those of spans, always the same: a span sent twice is one event."""

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid5

from .table import SESSIONS

# Fixed for good: another namespace would store every span a second time.
_NAMESPACE = UUID("6f1c1f0a-6f0e-5b7e-9a55-3b1c6d0a7e42")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def event_id_of(trace_id: str, span_id: str) -> str:
    """The id of the event that a span becomes."""
    return str(uuid5(_NAMESPACE, f"{trace_id}/{span_id}"))


def named_session(attributes: Mapping[str, Any], resource: Mapping[str, Any]) -> str | None:
    """The id of the session that a span names, or None; a name that is no UUID becomes one."""
    for holder in (attributes, resource):
        for key, _ in SESSIONS:
            name = holder.get(key)
            if isinstance(name, str | int) and not isinstance(name, bool) and name != "":
                text = str(name)
                # A surrogate cannot be hashed, and no two of them need be told apart.
                hashed = f"session/{text}".encode(errors="replace").decode()
                return text if _UUID.fullmatch(text) else str(uuid5(_NAMESPACE, hashed))
    return None


def session_id_of(trace_id: str, attributes: Mapping[str, Any], resource: Mapping[str, Any]) -> str:
    """The id of the session that a span belongs to: the one it names, else that of its trace."""
    return named_session(attributes, resource) or str(uuid5(_NAMESPACE, f"trace/{trace_id}"))
