"""Background tracing: sessions and events are logged at once and delivered later by other threads."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._client.asgi_middleware import ASGIMiddleware
    from ._client.celery_tasks import trace_celery
    from ._client.wsgi_middleware import WSGIMiddleware
    from ._spool.reader import Spooled, SpoolStatus, read_spool, spool_status
    from ._tracing.delivery.counters import Stats
    from ._tracing.delivery.keep_rules import FinishedSession, Keep
    from ._tracing.events.context import carry
    from ._tracing.events.event import Event
    from ._tracing.events.session import Session
    from ._tracing.flushed import Flushed
    from ._tracing.limits import DeliveryLimits, DiskLimits, EncodingLimits, QueueLimits
    from ._tracing.options import Options
    from ._tracing.payload.masks.masked_place import MaskedPlace
    from ._tracing.tracer import Preview

__all__ = [
    "ASGIMiddleware",
    "DeliveryLimits",
    "DiskLimits",
    "EncodingLimits",
    "Event",
    "FinishedSession",
    "Flushed",
    "Keep",
    "MaskedPlace",
    "Options",
    "Preview",
    "QueueLimits",
    "Session",
    "SpoolStatus",
    "Spooled",
    "Stats",
    "WSGIMiddleware",
    "carry",
    "read_spool",
    "spool_status",
    "trace_celery",
]

_MODULES = {
    "_client.asgi_middleware": ("ASGIMiddleware",),
    "_client.celery_tasks": ("trace_celery",),
    "_client.wsgi_middleware": ("WSGIMiddleware",),
    "_spool.reader": ("SpoolStatus", "Spooled", "read_spool", "spool_status"),
    "_tracing.delivery.counters": ("Stats",),
    "_tracing.flushed": ("Flushed",),
    "_tracing.delivery.keep_rules": ("FinishedSession", "Keep"),
    "_tracing.events.context": ("carry",),
    "_tracing.events.event": ("Event",),
    "_tracing.events.session": ("Session",),
    "_tracing.limits": ("DeliveryLimits", "DiskLimits", "EncodingLimits", "QueueLimits"),
    "_tracing.payload.masks.masked_place": ("MaskedPlace",),
    "_tracing.options": ("Options",),
    "_tracing.tracer": ("Preview",),
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used, so that a program without tracing does not import it."""
    for module, names in _MODULES.items():
        if name in names:
            return getattr(import_module(f".{module}", __package__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
