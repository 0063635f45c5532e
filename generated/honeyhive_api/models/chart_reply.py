# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.chart import Chart


@_define(repr=False)
class ChartReply(Model):
    """A chart, wrapped."""

    success: bool
    """Whether it worked."""
    data: Chart
    """A stored chart."""

    _nested: ClassVar = {"data": Nested(models=("Chart",))}
