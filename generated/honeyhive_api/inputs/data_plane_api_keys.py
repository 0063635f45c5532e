# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of the operations under ``data_plane_api_keys``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from typing_extensions import Required, TypedDict


class CreateDataPlaneApiKeyRequest(TypedDict, total=False):
    """A key to make."""

    name: Required[str]
    """The name of the key."""
    permissions: Required[Sequence[str]]
    """What it is to open, as in `project.chart.get`. The organization may allow less."""
    expires_at: Required[str | datetime]
    """Until when it is valid, a time to come that the organization allows."""
    description: str
    """What it is for."""


# pydantic keeps the keys that the document does not name.
for _input in (CreateDataPlaneApiKeyRequest,):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
