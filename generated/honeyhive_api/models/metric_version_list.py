# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class MetricVersionList(Model):
    """The versions of a metric."""

    success: bool
    """True if the request succeeded."""
    data: list[models.MetricVersion]
    """The versions, oldest first."""

    _nested: ClassVar = {"data": Nested(models=("MetricVersion",))}
