# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class DatasetChanged(Model):
    """A dataset, under the key `result`."""

    result: models.Dataset
    """A stored dataset."""

    _nested: ClassVar = {"result": Nested(models=("Dataset",))}
