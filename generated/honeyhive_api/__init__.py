# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""The low-level client: models, one module per operation, the table of operations and the typed namespaces."""
