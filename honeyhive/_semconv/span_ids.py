"""Event and session ids derived from span ids, so that a span sent twice is one event."""

import re
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha1
from typing import Any
from uuid import UUID

from .mapping.rules import SESSION_ATTRIBUTES

# Must never change: another namespace would store every span a second time. Tracing uses the same one, so that a
# user's own id is the same session in a span and in hh.session().
_NAMESPACE = UUID("6f0d2f0e-7c0b-5a53-9b0e-1f6d2b1a7c11").bytes
_NAMES = frozenset(key for key, _ in SESSION_ATTRIBUTES)
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def event_id_of(trace_id: str, span_id: str) -> str:
    """Return the id of the event for a span."""
    return _uuid5(f"{trace_id}/{span_id}")


def named_session(attributes: Mapping[str, Any], resource: Mapping[str, Any]) -> str | None:
    """Return the session id that a span or its resource names, or None. A name that is not a UUID is hashed to one."""
    for holder in (attributes, resource):
        if _NAMES.isdisjoint(holder):
            continue
        for key, _ in SESSION_ATTRIBUTES:
            name = holder.get(key)
            if isinstance(name, str | int) and not isinstance(name, bool) and name != "":
                return _mapped(str(name))
    return None


def session_id_of(trace_id: str, attributes: Mapping[str, Any], resource: Mapping[str, Any]) -> str:
    """Return the session id of a span: the one it names, else its trace's.

    A trace id that is a valid UUID is the session id itself, as in the headers of a session continued elsewhere.
    """
    return named_session(attributes, resource) or _session_of_trace(trace_id)


@lru_cache(maxsize=1_000)
def _session_of_trace(trace_id: str) -> str:
    return _mapped("-".join((trace_id[:8], trace_id[8:12], trace_id[12:16], trace_id[16:20], trace_id[20:])))


def _mapped(text: str) -> str:
    lowered = text.lower()
    return lowered if _UUID.fullmatch(lowered) else _uuid5(text)


def _uuid5(text: str) -> str:
    """Return a version 5 UUID. Five times as fast as uuid.uuid5(), and every span needs several."""
    # A lone surrogate cannot be encoded; two names that differ only in one may share an id.
    digits = sha1(_NAMESPACE + text.encode(errors="replace"), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(digits[16], 16) & 3]
    return f"{digits[:8]}-{digits[8:12]}-5{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"
