"""OTLP/HTTP in: spans posted by any exporter of OpenTelemetry become events of sessions."""

from .receiver import TRACES_PATH, TraceReceiver

__all__ = ["TRACES_PATH", "TraceReceiver"]
