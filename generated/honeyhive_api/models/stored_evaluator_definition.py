# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class StoredEvaluatorDefinition(Model):
    """Stored definition of an evaluator; the key named like its type has the details."""

    type_: str
    """Type of the evaluator, e.g. `python`."""
    python: models.StoredPythonEvaluator | Unset = UNSET
    """A stored evaluator that runs Python code."""

    _wire_keys: ClassVar = {"type_": "type"}
    _nested: ClassVar = {"python": Nested(models=("StoredPythonEvaluator",))}
