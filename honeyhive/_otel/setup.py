"""One-line setup: ``instrument(hh, "openai")`` sends the spans of this process to HoneyHive."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from opentelemetry import context, propagate, trace
from opentelemetry.propagators.composite import CompositePropagator
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanLimits, TracerProvider

from .._client.internal import AnyClient
from .._core.errors import ConfigurationError
from .._version import __version__
from .bridge import bridge_of
from .instrumentors import Library, check_libraries, instrument_library
from .processor import HoneyHiveSpanProcessor
from .propagator import HoneyHivePropagator

_DISTRIBUTION: Final = {"telemetry.distro.name": "honeyhive-sdk", "telemetry.distro.version": __version__}
_SUPPRESS_KEYS: Final = ("suppress_instrumentation", getattr(context, "_SUPPRESS_INSTRUMENTATION_KEY", ""))
# Instrumentors write several attributes per chat message. OpenTelemetry drops the oldest above its limit of 128.
_DEFAULT_ATTRIBUTES: Final = 128
_MAX_ATTRIBUTES: Final = 10_000


def instrument(hh: AnyClient, *libraries: Library, provider: TracerProvider | None = None) -> TracerProvider:
    """Send OpenTelemetry spans to HoneyHive, nest them in sessions and events, and return their tracer provider.

    ``libraries`` are "openai", "anthropic", "langchain" or "litellm". The extra of the same name installs the
    instrumentor.

    Uses ``provider``, or the global provider, or else a new provider that becomes the global one. A second call has no
    effect. Raises ConfigurationError if the provider does not come from opentelemetry-sdk, and ImportError if an
    instrumentor is not installed.
    """
    if provider is not None and not isinstance(provider, TracerProvider):
        raise ConfigurationError(f"provider is a {type(provider).__name__}; pass a TracerProvider of opentelemetry-sdk")
    check_libraries(libraries)
    chosen = provider or _global_provider()
    _connect(hh, chosen)
    for library in libraries:
        instrument_library(library, chosen)
    return chosen


def _connect(hh: AnyClient, chosen: TracerProvider) -> None:
    """Send the spans of a provider to the client, unless they are sent already."""
    bridge = bridge_of(hh)
    if chosen in bridge.providers:
        return
    if not bridge.providers:
        bridge.tracer.foreign_tracer = bridge
        bridge.tracer.worker.suppress_instrumentation = _suppress_instrumentation
        propagate.set_global_textmap(CompositePropagator([propagate.get_global_textmap(), HoneyHivePropagator(hh)]))
    bridge.providers.add(chosen)
    chosen.add_span_processor(HoneyHiveSpanProcessor(hh))


def _global_provider() -> TracerProvider:
    found = trace.get_tracer_provider()
    if isinstance(found, TracerProvider):
        return found
    if not isinstance(found, trace.ProxyTracerProvider):
        raise ConfigurationError(
            f"the global tracer provider is a {type(found).__name__}, which has no span processors; pass provider="
        )
    limits = SpanLimits()
    if limits.max_span_attributes == _DEFAULT_ATTRIBUTES:
        limits = SpanLimits(max_span_attributes=_MAX_ATTRIBUTES)
    made = TracerProvider(resource=Resource.create(_DISTRIBUTION), span_limits=limits)
    trace.set_tracer_provider(made)
    return made


@contextmanager
def _suppress_instrumentation() -> Iterator[None]:
    """Suppress HTTP instrumentation: otherwise each delivery of traces would make new traces."""
    suppressed = context.get_current()
    for key in _SUPPRESS_KEYS:
        suppressed = context.set_value(key, value=True, context=suppressed)
    token = context.attach(suppressed)
    try:
        yield
    finally:
        context.detach(token)
