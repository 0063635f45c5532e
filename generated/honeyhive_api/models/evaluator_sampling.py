# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class EvaluatorSampling(Model):
    """Share of the events that an evaluator scores."""

    sampling_percentage: float | Unset = UNSET
    """Percentage of the events that are scored."""
