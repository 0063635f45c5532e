# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class ConfigurationDeleted(Model):
    """Response to a deleted configuration."""

    acknowledged: bool
    """True if the deletion was accepted."""
    deleted_count: float
    """Number of configurations deleted."""

    _wire_keys: ClassVar = {"deleted_count": "deletedCount"}
