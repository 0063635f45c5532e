"""Background tracing: events, their JSON, and their delivery."""
