# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any, ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class StoredPythonEvaluator(Model):
    """A stored evaluator that runs Python code."""

    name: str
    """Display name."""
    code_execution: models.EvaluatorCode
    """Code of an evaluator."""
    metadata: models.EvaluatorMetadata | Unset = UNSET
    """Texts about an evaluator."""
    sampling: models.EvaluatorSampling | Unset = UNSET
    """Share of the events that an evaluator scores."""
    score_schema: dict[str, Any] | Unset = UNSET
    """JSON Schema of the score."""
    test_criteria: models.EvaluatorTestCriteria | Unset = UNSET
    """Conditions that decide whether a score passes."""
    filters: models.StoredFilterSet | Unset = UNSET
    """Stored conditions that select events."""

    _nested: ClassVar = {
        "code_execution": Nested(models=("EvaluatorCode",)),
        "metadata": Nested(models=("EvaluatorMetadata",)),
        "sampling": Nested(models=("EvaluatorSampling",)),
        "test_criteria": Nested(models=("EvaluatorTestCriteria",)),
        "filters": Nested(models=("StoredFilterSet",)),
    }
