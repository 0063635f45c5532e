"""Runs one scenario under its instrumentor, and prints the spans: ``python -m tests.otel.scenario_runner openai``.

It is a separate process, because instrumentors patch libraries permanently and libraries emit their own warnings.
"""

import json
import os
import sys

from opentelemetry import trace
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanLimits, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from honeyhive._otel.span_reader import span_data

from ..conftest import PROXIES
from .fake_model import FakeModel
from .scenarios import SCENARIOS
from .span_normalizer import normal

# These variables turn off network access by the libraries: their telemetry and their look-ups.
QUIET = {"LANGSMITH_TRACING": "false", "ANONYMIZED_TELEMETRY": "false", "DO_NOT_TRACK": "1", "OTEL_SDK_DISABLED": ""}


def main() -> None:
    """Print the spans of the named scenario."""
    for name in PROXIES:
        os.environ.pop(name, None)
        os.environ.pop(name.lower(), None)
    os.environ.update(QUIET)
    exporter = InMemorySpanExporter()
    provider = TracerProvider(
        resource=Resource({"service.name": "sample"}), span_limits=SpanLimits(max_span_attributes=10_000)
    )
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    trace.set_tracer_provider(provider)
    with FakeModel() as model:
        SCENARIOS[sys.argv[1]](model.url)
        spans = [span_data(span)._asdict() for span in exporter.get_finished_spans()]
    provider.shutdown()
    text = json.dumps(spans).replace(model.url, "http://127.0.0.1:8080").replace(str(model.server_port), "8080")
    print(json.dumps(normal(json.loads(text)), indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
