# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class AlertTrigger(Model):
    """One time that an alert was raised."""

    id: str
    """The id of this time."""
    alert_id: str
    """The id of the alert."""
    result: models.AlertResult
    """What a check of an alert found. More keys may appear."""
    muted: bool
    """Whether it was muted."""
    notification_sent: bool
    """Whether anybody was told."""
    triggered_time: str
    """When it was raised."""
    resolved_time: None | str
    """When it was over."""
    resolved_by: None | str
    """Who ended it."""
    created_at: str
    """When this was stored."""
    updated_at: str
    """When this was last changed."""

    _nested: ClassVar = {"result": Nested(models=("AlertResult",))}
