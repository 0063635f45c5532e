# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.data_plane_api_key import DataPlaneApiKey


@_define(repr=False)
class DataPlaneApiKeyCreated(Model):
    """A key with chosen permissions, wrapped."""

    success: bool
    """Whether it worked."""
    data: DataPlaneApiKey
    """A key with chosen permissions."""

    _nested: ClassVar = {"data": Nested(models=("DataPlaneApiKey",))}
