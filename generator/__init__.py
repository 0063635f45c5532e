"""Carries openapi.yaml into the Python client: ``python -m generator``."""
