# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any, ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class ChartQueryMeta(Model):
    """Facts about the computation. It may have further keys."""

    effective_bucket: models.ChartEffectiveBucket | Unset = UNSET
    """The buckets that the service chose."""
    matched_event_count: int | Unset = UNSET
    """Number of matching events."""
    ranking: dict[str, Any] | Unset = UNSET
    """Number of the values of `split_by` in the response and in all."""
    warnings: list[str] | Unset = UNSET
    """Warnings."""

    _nested: ClassVar = {"effective_bucket": Nested(models=("ChartEffectiveBucket",))}
