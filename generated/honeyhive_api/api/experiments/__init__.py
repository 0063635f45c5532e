# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""One module per operation: a pure builder of its request and a reader of its reply."""
