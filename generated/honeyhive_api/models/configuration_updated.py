# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class ConfigurationUpdated(Model):
    """Response to an updated configuration."""

    modified_count: float
    """Number of objects that were changed."""
    acknowledged: bool
    """True if the change was accepted."""
    upserted_id: None | str
    """Id of the configuration that was created, if there was none."""
    upserted_count: float
    """Number of configurations created."""
    matched_count: float
    """Number of configurations with that id."""

    _wire_keys: ClassVar = {
        "modified_count": "modifiedCount",
        "upserted_id": "upsertedId",
        "upserted_count": "upsertedCount",
        "matched_count": "matchedCount",
    }
