# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class AlertList(Model):
    """A page of alerts."""

    success: bool
    """True if the request succeeded."""
    data: list[models.Alert]
    """The alerts of this page."""
    pagination: models.Pagination
    """Position of a page among all pages."""

    _nested: ClassVar = {"data": Nested(models=("Alert",)), "pagination": Nested(models=("Pagination",))}
