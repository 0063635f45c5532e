"""OpenTelemetry spans as events: `event_of` applies the mapping rules of every convention to a span.

Nothing here imports OpenTelemetry; a span comes as SpanData. `mapping.rules` has the rules and their sources.
"""

from .apply import PARENT, event_of
from .span import SpanData
from .span_ids import event_id_of, named_session, session_id_of

__all__ = ["PARENT", "SpanData", "event_id_of", "event_of", "named_session", "session_id_of"]
