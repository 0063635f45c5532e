# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.alert import Alert
    from ..models.pagination import Pagination


@_define(repr=False)
class AlertList(Model):
    """A page of alerts."""

    success: bool
    """Whether it worked."""
    data: list[Alert]
    """The alerts of this page."""
    pagination: Pagination
    """Where a page stands among all of them."""

    _nested: ClassVar = {"data": Nested(models=("Alert",)), "pagination": Nested(models=("Pagination",))}
