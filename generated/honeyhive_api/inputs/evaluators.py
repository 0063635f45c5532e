# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of ``evaluators``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import Required, TypedDict

from .. import inputs, models


class CreateEvaluatorRequest(TypedDict, total=False):
    """An evaluator to create."""

    slug: Required[str]
    """Name of the evaluator in URLs and in `evaluations`, case-sensitive. It cannot be changed."""
    definition: Required[inputs.EvaluatorDefinition | models.StoredEvaluatorDefinition]
    """Definition of an evaluator; the key named like its type has the details."""
    message: str
    """Message that describes the version; empty if omitted."""
    publish: bool
    """True to publish the version at once; false if omitted."""


class ReplaceEvaluatorRequest(TypedDict, total=False):
    """A new version of an evaluator."""

    definition: Required[inputs.EvaluatorDefinition | models.StoredEvaluatorDefinition]
    """Definition of an evaluator; the key named like its type has the details."""
    message: str
    """Message that describes the version; empty if omitted."""
    publish: bool
    """True to publish the version at once; false if omitted."""


class EvaluatorMetadataInput(TypedDict, total=False):
    """Texts about an evaluator."""

    description: str
    """Description of the evaluator."""


class EvaluatorSamplingInput(TypedDict, total=False):
    """Share of the events that an evaluator scores."""

    sampling_percentage: float
    """Percentage of the events that are scored."""


class EvaluatorCodeInput(TypedDict, total=False):
    """Code of an evaluator."""

    code_snippet: str
    """Python source code."""


class EvaluatorCriteriaInput(TypedDict, total=False):
    """Condition that a score must meet. Numbers have the operators `gt`, `gte`, `lt`, `lte`, `eq` and `neq` with
    `value`, `between` and `not_between` with `min` and `max`, and `one_of` and `not_one_of` with `values`; booleans
    have `is_true`."""

    operator: str
    """Operator, e.g. `gte`."""
    value: float
    """Number to compare with."""
    min: float
    """Lower end of the range."""
    max: float
    """Upper end of the range."""
    values: Sequence[float]
    """The numbers of `one_of` and `not_one_of`."""


class EvaluatorTestCriteriaInput(TypedDict, total=False):
    """Conditions that decide whether a score passes."""

    criteria: inputs.EvaluatorCriteriaInput | models.EvaluatorCriteria
    """Condition that a score must meet. Numbers have the operators `gt`, `gte`, `lt`, `lte`, `eq` and `neq` with
    `value`, `between` and `not_between` with `min` and `max`, and `one_of` and `not_one_of` with `values`; booleans
    have `is_true`."""


class PythonEvaluator(TypedDict, total=False):
    """An evaluator that runs Python code."""

    name: Required[str]
    """Display name."""
    metadata: inputs.EvaluatorMetadataInput | models.EvaluatorMetadata
    """Texts about an evaluator."""
    sampling: inputs.EvaluatorSamplingInput | models.EvaluatorSampling
    """Share of the events that an evaluator scores."""
    score_schema: Mapping[str, Any]
    """JSON Schema of the score."""
    code_execution: Required[inputs.EvaluatorCodeInput | models.EvaluatorCode]
    """Code of an evaluator."""
    test_criteria: inputs.EvaluatorTestCriteriaInput | models.EvaluatorTestCriteria
    """Conditions that decide whether a score passes."""
    filters: inputs.FilterSet | models.StoredFilterSet
    """Conditions that select events."""


class EvaluatorDefinition(TypedDict, total=False):
    """Definition of an evaluator; the key named like its type has the details."""

    type: Required[str]
    """Type of the evaluator, e.g. `python`."""
    python: inputs.PythonEvaluator | models.StoredPythonEvaluator
    """An evaluator that runs Python code."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateEvaluatorRequest,
    ReplaceEvaluatorRequest,
    EvaluatorMetadataInput,
    EvaluatorSamplingInput,
    EvaluatorCodeInput,
    EvaluatorCriteriaInput,
    EvaluatorTestCriteriaInput,
    PythonEvaluator,
    EvaluatorDefinition,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
