# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of ``ingestion_api_keys``."""

from __future__ import annotations

from typing_extensions import Required, TypedDict


class CreateIngestionApiKeyRequest(TypedDict, total=False):
    """An API key to create."""

    name: Required[str]
    """Name of the key."""
    description: str
    """Free-form description."""


# pydantic keeps the keys that the document does not name.
for _input in (CreateIngestionApiKeyRequest,):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
