# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.pagination import Pagination
    from ..models.run import Run


@_define(repr=False)
class RunList(Model):
    """A page of experiment runs."""

    evaluations: list[Run]
    """The runs of this page."""
    pagination: Pagination
    """Where a page stands among all of them."""
    metrics: list[str]
    """The names of the metrics that occur."""

    _nested: ClassVar = {"evaluations": Nested(models=("Run",)), "pagination": Nested(models=("Pagination",))}
