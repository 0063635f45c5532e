# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class ConfigurationUpdated(Model):
    """What the service answers to a changed configuration."""

    modified_count: float
    """How many were changed."""
    acknowledged: bool
    """Whether the change was taken in."""
    upserted_id: None | str
    """The id of the configuration that had to be made, if one had."""
    upserted_count: float
    """How many configurations had to be made."""
    matched_count: float
    """How many configurations have that id."""

    _wire_keys: ClassVar = {
        "modified_count": "modifiedCount",
        "upserted_id": "upsertedId",
        "upserted_count": "upsertedCount",
        "matched_count": "matchedCount",
    }
