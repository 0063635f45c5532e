# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.dataset import Dataset


@_define(repr=False)
class DatasetList(Model):
    """The datasets found."""

    datasets: list[Dataset]
    """The datasets."""

    _nested: ClassVar = {"datasets": Nested(models=("Dataset",))}
