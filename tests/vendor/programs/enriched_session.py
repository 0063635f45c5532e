"""enrich_session of the tracer, twice."""

from honeyhive import HoneyHiveTracer

tracer = HoneyHiveTracer.init(session_name="enriched-session", source="test")
tracer.enrich_session(metadata={"user": "u-1"}, feedback={"ok": True}, metrics={"score": 1})
tracer.enrich_session(metadata={"plan": "free"}, outputs={"answer": "yes"}, config={"mode": "fast"})
tracer.enrich_session(user_properties={"user_id": "7"})
tracer.flush()
