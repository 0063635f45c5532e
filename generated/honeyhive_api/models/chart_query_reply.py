# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class ChartQueryReply(Model):
    """Data of a chart, under the key `data`."""

    data: models.ChartQueryData
    """Data of a chart. It may have further keys."""

    _nested: ClassVar = {"data": Nested(models=("ChartQueryData",))}
