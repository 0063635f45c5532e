"""Renders the generated package from the IR and openapi-python-client."""
