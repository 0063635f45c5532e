# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class DatasetDeleted(Model):
    """Response to a deleted dataset."""

    result: models.DatasetId
    """Id of a dataset."""

    _nested: ClassVar = {"result": Nested(models=("DatasetId",))}
