# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class MetricVersionReply(Model):
    """A version of a metric, wrapped."""

    success: bool
    """Whether it worked."""
    data: models.MetricVersion
    """One version of a metric."""

    _nested: ClassVar = {"data": Nested(models=("MetricVersion",))}
