# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Operations of one tag, one module each."""
