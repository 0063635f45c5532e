"""OpenTelemetry: the exporter, the span processor, and the propagator."""
