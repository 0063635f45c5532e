"""Export of OpenTelemetry spans to HoneyHive: spans become events, and spans and events nest in each other.

>>> from honeyhive import HoneyHive
>>> from honeyhive.otel import instrument
>>> instrument(HoneyHive(), "openai")  # doctest: +SKIP
"""

try:
    import opentelemetry.sdk.trace  # noqa: F401 - to check that it is installed
except ModuleNotFoundError as _error:
    raise ImportError("honeyhive.otel needs OpenTelemetry: pip install 'honeyhive-sdk[otel]'") from _error

from ._otel.exporter import HoneyHiveSpanExporter
from ._otel.processor import HoneyHiveSpanProcessor
from ._otel.propagator import HoneyHivePropagator
from ._otel.setup import instrument

__all__ = ["HoneyHivePropagator", "HoneyHiveSpanExporter", "HoneyHiveSpanProcessor", "instrument"]
