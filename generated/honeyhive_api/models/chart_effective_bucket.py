# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class ChartEffectiveBucket(Model):
    """The buckets that the service chose."""

    interval: str | Unset = UNSET
    """Length of a bucket."""
    fill: str | Unset = UNSET
    """Value of a bucket without events, `zero` or `null`."""
