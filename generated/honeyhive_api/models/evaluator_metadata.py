# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class EvaluatorMetadata(Model):
    """Texts about an evaluator."""

    description: str | Unset = UNSET
    """Description of the evaluator."""
