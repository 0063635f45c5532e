"""``enrich_span`` and ``enrich_session``: functions that use the current event or the latest tracer."""

from collections.abc import Mapping
from typing import Any

from .._core.errors import ConfigurationError
from .._tracing.events.trace_options import deprecated
from .deprecated_use import warn_of_use
from .honeyhive_tracer import HoneyHiveTracer, enrich_current, enrich_stored, fields_of, latest_tracer


@deprecated("use honeyhive.current_event().update()")
def enrich_span(
    attributes: Mapping[str, Any] | None = None,
    metadata: Mapping[str, Any] | None = None,
    *,
    tracer: HoneyHiveTracer | None = None,
    **fields: Any,
) -> bool:
    """Merge fields into the current event; ``attributes`` and unknown keywords go into the metadata.

    Returns False outside of every event. ``tracer`` has no effect: the current event may belong to any tracer.
    """
    del tracer
    warn_of_use("enrich_span", "use honeyhive.current_event().update()")
    return enrich_current(fields_of(attributes, metadata, fields))


@deprecated("use honeyhive.current_session().update()")
def enrich_session(
    session_id: str | None = None,
    metadata: Mapping[str, Any] | None = None,
    tracer: HoneyHiveTracer | None = None,
    **fields: Any,
) -> None:
    """Merge fields into a session, by default the latest tracer's. Unknown keywords go into the metadata."""
    warn_of_use("enrich_session", "use honeyhive.current_session().update()")
    found = _chosen(tracer, "enrich_session")
    enrich_stored(found, found.session_id if session_id is None else session_id, metadata, fields)


def _chosen(tracer: HoneyHiveTracer | None, function: str) -> HoneyHiveTracer:
    found = latest_tracer() if tracer is None else tracer
    if found is None:
        raise ConfigurationError(f"{function}() was called before HoneyHiveTracer(); use HoneyHive() and hh.session()")
    return found
