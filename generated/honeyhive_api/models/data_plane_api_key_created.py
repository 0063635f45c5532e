# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class DataPlaneApiKeyCreated(Model):
    """A key with chosen permissions, under the key `data`."""

    success: bool
    """True if the request succeeded."""
    data: models.DataPlaneApiKey
    """A key with chosen permissions."""

    _nested: ClassVar = {"data": Nested(models=("DataPlaneApiKey",))}
