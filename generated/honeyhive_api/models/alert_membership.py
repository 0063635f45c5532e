# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.alert_user import AlertUser


@_define(repr=False)
class AlertMembership(Model):
    """The membership of the one to tell."""

    user: AlertUser
    """The one to tell."""

    _nested: ClassVar = {"user": Nested(models=("AlertUser",))}
