"""The function enrich_session with the id of the session."""

from honeyhive import HoneyHiveTracer, enrich_session

tracer = HoneyHiveTracer.init(session_name="enriched-session-function", source="test")
enrich_session(tracer.session_id, metadata={"user": "u-1"}, tracer=tracer)
tracer.flush()
