# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.metric_version import MetricVersion


@_define(repr=False)
class MetricVersionList(Model):
    """The versions of a metric."""

    success: bool
    """Whether it worked."""
    data: list[MetricVersion]
    """The versions, the oldest first."""

    _nested: ClassVar = {"data": Nested(models=("MetricVersion",))}
