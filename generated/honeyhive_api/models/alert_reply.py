# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.alert import Alert


@_define(repr=False)
class AlertReply(Model):
    """An alert, wrapped."""

    success: bool
    """Whether it worked."""
    data: Alert
    """A stored alert."""

    _nested: ClassVar = {"data": Nested(models=("Alert",))}
