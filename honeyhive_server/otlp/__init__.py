"""OTLP over HTTP: spans of any OpenTelemetry exporter become events of sessions."""
