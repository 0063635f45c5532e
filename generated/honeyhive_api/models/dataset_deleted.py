# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.dataset_id import DatasetId


@_define(repr=False)
class DatasetDeleted(Model):
    """What the service answers to a deleted dataset."""

    result: DatasetId
    """The id of a dataset."""

    _nested: ClassVar = {"result": Nested(models=("DatasetId",))}
