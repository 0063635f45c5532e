"""Generator of the Python package and the documentation from openapi.yaml: ``python -m generator``."""
