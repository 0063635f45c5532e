"""OpenTelemetry integration: exporter, span processor and propagator."""
