"""Adapters that give each audited SDK the same few calls. Only the application process imports this module."""

import json
from contextlib import contextmanager


class HoneyHiveAdapter:
    """This project's client. Each call puts the id into its field: inputs, outputs or feedback."""

    @staticmethod
    def preload():
        """Import the SDK once, so that each forked application starts quickly. Return the version of the SDK."""
        import importlib
        import pkgutil

        import httpx  # noqa: F401

        import honeyhive

        for name in ("_core", "_http", "_client", "_tracing", "_spool"):
            room = importlib.import_module(f"honeyhive.{name}")
            for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
                importlib.import_module(module.name)
        return honeyhive.__version__

    def __init__(self, plan):
        from honeyhive import HoneyHive
        from honeyhive.tracing import Options, QueueLimits

        options = dict(plan["options"], exit_timeout=plan["patience"])
        if plan["queue_records"]:
            options["queue"] = QueueLimits(records=plan["queue_records"])
        self._client = HoneyHive(
            api_key="hh_auditor", base_url=plan["url"], spool=plan["spool"] or False, tracing=Options(**options)
        )
        self._sessions = {}
        self._last_events = {}

    def event(self, name, session, text):
        values = {"event_type": "tool", "event_name": "event", "session_id": session}
        self._last_events[session] = self._client.log_event({**values, "inputs": {"id": name, "text": text}})

    @contextmanager
    def step(self, name, session, text):
        around = self._sessions.get(session) or self._client.tracing.resume_session(session)
        with around.event("step", inputs={"id": name}) as event:
            yield
            event.outputs = text

    def start(self, name, session):
        self._sessions[session] = self._client.session("session", session_id=session, inputs={"id": name})

    def end(self, name, session):
        ended = self._sessions.pop(session)
        ended.outputs = {"id": name}
        ended.end()

    def feedback(self, name, session):
        self._client.feedback(self._last_events[session], {name: 1})

    def flush(self, seconds):
        """Return the number of pending records after a flush."""
        return self._client.flush(seconds).pending

    def close(self, seconds):
        self._client.close(seconds)

    def stats(self):
        """Return the counters, or None if the SDK has none."""
        return self._client.stats()._asdict()


class LosingAdapter(HoneyHiveAdapter):
    """Client that loses all events of a session but the first, without counting them, to test the auditor."""

    def event(self, name, session, text):
        if session not in self._last_events:
            super().event(name, session, text)


class RepeatingAdapter(HoneyHiveAdapter):
    """Client that logs every event twice, with two ids, to test the auditor."""

    def event(self, name, session, text):
        super().event(name, session, text)
        super().event(name, session, text)


class ForgettingAdapter(HoneyHiveAdapter):
    """Client that keeps a step only once it has ended, to test the auditor."""

    @contextmanager
    def step(self, name, session, text):
        yield
        with super().step(name, session, text):
            pass


class MiscountingAdapter(HoneyHiveAdapter):
    """Client that also counts one stored record as dropped, to test the auditor."""

    def stats(self):
        stats = super().stats()
        dropped = dict(stats["dropped"], queue_full=stats["dropped"].get("queue_full", 0) + 1)
        return dict(stats, dropped=dropped)


class OpenTelemetryAdapter:
    """opentelemetry-sdk with its batch processor and OTLP over HTTP."""

    @staticmethod
    def preload():
        from importlib.metadata import version

        import opentelemetry.exporter.otlp.proto.http.trace_exporter
        import opentelemetry.sdk.trace.export  # noqa: F401

        return version("opentelemetry-sdk")

    def __init__(self, plan):
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor

        self._provider = TracerProvider()
        self._provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=plan["url"] + "/v1/traces")))
        self._tracer = self._provider.get_tracer("auditor")

    def event(self, name, session, text):
        with self.step(name, session, text):
            pass

    @contextmanager
    def step(self, name, _session, text):
        with self._tracer.start_as_current_span("step") as span:
            span.set_attribute("input", json.dumps({"id": name, "text": text}))
            yield

    def flush(self, seconds):
        return 0 if self._provider.force_flush(int(seconds * 1000)) else 1

    def close(self, seconds):
        self._provider.force_flush(int(seconds * 1000))
        self._provider.shutdown()

    def stats(self):
        return None


class LangfuseAdapter:
    """langfuse, whose events are OpenTelemetry spans."""

    @staticmethod
    def preload():
        import langfuse

        return langfuse.__version__

    def __init__(self, plan):
        from langfuse import Langfuse

        self._client = Langfuse(public_key="pk-lf-auditor", secret_key="sk-lf-auditor", base_url=plan["url"])

    def event(self, name, session, text):
        with self.step(name, session, text):
            pass

    @contextmanager
    def step(self, name, _session, text):
        with self._client.start_as_current_observation(name="step", as_type="tool", input={"id": name, "text": text}):
            yield

    def flush(self, _seconds):
        self._client.flush()
        return 0

    def close(self, _seconds):
        self._client.shutdown()

    def stats(self):
        return None


class LangSmithAdapter:
    """langsmith, without compression, which the recorder cannot read."""

    @staticmethod
    def preload():
        import langsmith

        return langsmith.__version__

    def __init__(self, plan):
        from langsmith import Client

        info = {"instance_flags": {"zstd_compression_enabled": False}}
        self._client = Client(api_url=plan["url"], api_key="ls-auditor", info=info)

    def event(self, name, session, text):
        with self.step(name, session, text):
            pass

    @contextmanager
    def step(self, name, _session, text):
        from langsmith import trace, tracing_context

        with tracing_context(enabled=True, client=self._client), trace("step", inputs={"id": name, "text": text}):
            yield

    def flush(self, seconds):
        self._client.flush(seconds)
        return 0

    def close(self, seconds):
        self._client.flush(seconds)
        self._client.cleanup()

    def stats(self):
        return None


ADAPTERS = {
    "honeyhive": HoneyHiveAdapter,
    "opentelemetry": OpenTelemetryAdapter,
    "langfuse": LangfuseAdapter,
    "langsmith": LangSmithAdapter,
    "losing": LosingAdapter,
    "forgetting": ForgettingAdapter,
    "repeating": RepeatingAdapter,
    "miscounting": MiscountingAdapter,
}
