# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class EvaluatorVersion(Model):
    """A version of an evaluator. It never changes, and it may have further keys."""

    version: int
    """Number of the version, counted from 1."""
    definition: models.StoredEvaluatorDefinition
    """Stored definition of an evaluator; the key named like its type has the details."""
    message: str | Unset = UNSET
    """Message that describes the version."""
    created_at: str | Unset = UNSET
    """Creation time."""

    _nested: ClassVar = {"definition": Nested(models=("StoredEvaluatorDefinition",))}
