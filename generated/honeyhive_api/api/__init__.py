# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""One package per tag, one module per operation."""
