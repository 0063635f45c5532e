"""Renders the generated package from the model and from openapi-python-client."""
