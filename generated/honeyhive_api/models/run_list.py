# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class RunList(Model):
    """A page of experiment runs."""

    evaluations: list[models.Run]
    """The runs of this page."""
    pagination: models.Pagination
    """Position of a page among all pages."""
    metrics: list[str]
    """Names of the metrics that occur."""

    _nested: ClassVar = {"evaluations": Nested(models=("Run",)), "pagination": Nested(models=("Pagination",))}
