# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class ConfigurationDeleted(Model):
    """What the service answers to a deleted configuration."""

    acknowledged: bool
    """Whether the deletion was taken in."""
    deleted_count: float
    """How many were deleted."""

    _wire_keys: ClassVar = {"deleted_count": "deletedCount"}
