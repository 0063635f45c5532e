# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.ingestion_api_key import IngestionApiKey


@_define(repr=False)
class IngestionApiKeyCreated(Model):
    """A key that may only write, wrapped."""

    success: bool
    """Whether it worked."""
    data: IngestionApiKey
    """A key that may only write sessions and events."""

    _nested: ClassVar = {"data": Nested(models=("IngestionApiKey",))}
