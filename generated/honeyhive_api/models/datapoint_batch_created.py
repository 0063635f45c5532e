# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class DatapointBatchCreated(Model):
    """Response to a batch of created datapoints."""

    inserted_ids: list[str]
    """The ids."""
    inserted: bool
    """True if they were created."""

    _wire_keys: ClassVar = {"inserted_ids": "insertedIds"}
