"""Tracing in the background: sessions and events are logged at once and delivered by a thread of their own."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._spool.reader import Spooled, SpoolStatus, read_spool, spool_status
    from ._tracing.delivery.counters import Flushed, Stats
    from ._tracing.events.context import carry
    from ._tracing.events.event import Event
    from ._tracing.events.session import Session
    from ._tracing.tracer import Options

__all__ = [
    "Event",
    "Flushed",
    "Options",
    "Session",
    "SpoolStatus",
    "Spooled",
    "Stats",
    "carry",
    "read_spool",
    "spool_status",
]

_HOMES = {
    "Event": "._tracing.events.event",
    "Flushed": "._tracing.delivery.counters",
    "Options": "._tracing.tracer",
    "Session": "._tracing.events.session",
    "SpoolStatus": "._spool.reader",
    "Spooled": "._spool.reader",
    "Stats": "._tracing.delivery.counters",
    "carry": "._tracing.events.context",
    "read_spool": "._spool.reader",
    "spool_status": "._spool.reader",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used: a client that traces nothing pays nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name], __package__), name)
