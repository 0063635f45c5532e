# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class AlertMembership(Model):
    """The membership of the one to tell."""

    user: models.AlertUser
    """The one to tell."""

    _nested: ClassVar = {"user": Nested(models=("AlertUser",))}
