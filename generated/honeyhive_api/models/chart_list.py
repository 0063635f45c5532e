# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class ChartList(Model):
    """The charts of a project."""

    success: bool
    """True if the request succeeded."""
    data: list[models.Chart]
    """The charts."""

    _nested: ClassVar = {"data": Nested(models=("Chart",))}
