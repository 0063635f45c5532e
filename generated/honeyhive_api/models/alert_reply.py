# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class AlertReply(Model):
    """An alert, under the key `data`."""

    success: bool
    """True if the request succeeded."""
    data: models.Alert
    """A stored alert."""

    _nested: ClassVar = {"data": Nested(models=("Alert",))}
