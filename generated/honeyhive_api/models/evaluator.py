# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class Evaluator(Model):
    """An evaluator with its latest definition. It may have further keys."""

    id: str
    """Id of the evaluator, a ULID."""
    slug: str
    """Slug of the evaluator."""
    definition: models.StoredEvaluatorDefinition
    """Stored definition of an evaluator; the key named like its type has the details."""
    latest_version: int
    """Number of the latest version."""
    message: str | Unset = UNSET
    """Message of the latest version."""
    published_version: int | None | Unset = UNSET
    """Number of the published version; null if none is published."""
    created_at: str | Unset = UNSET
    """Creation time."""
    updated_at: None | str | Unset = UNSET
    """Time of the latest version."""
    published_at: None | str | Unset = UNSET
    """Time of the publication; null if no version is published."""
    archived_at: None | str | Unset = UNSET
    """Time of archiving; null if it is active."""

    _nested: ClassVar = {"definition": Nested(models=("StoredEvaluatorDefinition",))}
