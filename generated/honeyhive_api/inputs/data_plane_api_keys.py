# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of ``data_plane_api_keys``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from typing_extensions import Required, TypedDict


class CreateDataPlaneApiKeyRequest(TypedDict, total=False):
    """An API key to create."""

    name: Required[str]
    """Name of the key."""
    permissions: Required[Sequence[str]]
    """Permissions, e.g. `project.chart.get`. The organization may allow fewer."""
    expires_at: Required[str | datetime]
    """Expiry time, in the future and within the limits of the organization."""
    description: str
    """Free-form description."""


# pydantic keeps the keys that the document does not name.
for _input in (CreateDataPlaneApiKeyRequest,):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
