"""One line that puts the client behind OpenTelemetry."""

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
from .processor import HoneyHiveSpanProcessor
from .propagator import HoneyHivePropagator

_DISTRIBUTION: Final = {"telemetry.distro.name": "honeyhive-sdk", "telemetry.distro.version": __version__}
_QUIET: Final = ("suppress_instrumentation", getattr(context, "_SUPPRESS_INSTRUMENTATION_KEY", ""))
# Instrumentors flatten a conversation into attributes, a handful for each message, and the SDK drops the oldest of 128.
_DEFAULT_ATTRIBUTES: Final = 128
_ENOUGH_ATTRIBUTES: Final = 10_000


def instrument(hh: AnyClient, *, provider: TracerProvider | None = None) -> TracerProvider:
    """Send the spans of this process to HoneyHive, and nest them in sessions and events; the provider they come from.

    That is ``provider``, else the global one, else a new one that becomes global. Again it changes nothing. Raises a
    ConfigurationError if the provider is not one of OpenTelemetry's SDK.
    """
    if provider is not None and not isinstance(provider, TracerProvider):
        raise ConfigurationError(f"provider: give one of opentelemetry-sdk, not a {type(provider).__name__}")
    bridge = bridge_of(hh)
    chosen = provider or _global_provider()
    if chosen in bridge.providers:
        return chosen
    if not bridge.providers:
        bridge.tracer.foreign_tracer = bridge
        bridge.tracer.worker.quietly = _quietly
        propagate.set_global_textmap(CompositePropagator([propagate.get_global_textmap(), HoneyHivePropagator(hh)]))
    bridge.providers.add(chosen)
    chosen.add_span_processor(HoneyHiveSpanProcessor(hh))
    return chosen


def _global_provider() -> TracerProvider:
    found = trace.get_tracer_provider()
    if isinstance(found, TracerProvider):
        return found
    if not isinstance(found, trace.ProxyTracerProvider):
        raise ConfigurationError(
            f"the global tracer provider is a {type(found).__name__}, which takes no span processors: pass provider="
        )
    limits = SpanLimits()
    if limits.max_span_attributes == _DEFAULT_ATTRIBUTES:
        limits = SpanLimits(max_span_attributes=_ENOUGH_ATTRIBUTES)
    made = TracerProvider(resource=Resource.create(_DISTRIBUTION), span_limits=limits)
    trace.set_tracer_provider(made)
    return made


@contextmanager
def _quietly() -> Iterator[None]:
    """What instruments HTTP must not trace the delivery of traces, which would never end."""
    quiet = context.get_current()
    for key in _QUIET:
        quiet = context.set_value(key, value=True, context=quiet)
    token = context.attach(quiet)
    try:
        yield
    finally:
        context.detach(token)
