"""The ASGI application: mounts, authentication, request bodies and simulated faults."""
