# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any, ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class AlertNotification(Model):
    """Who is told about an alert."""

    id: str
    """The id of the notification."""
    alert_id: str
    """The id of the alert."""
    stage: str
    """When: `CRITICAL` or `RESOLUTION`."""
    channel: str
    """How, as in `EMAIL`."""
    scope: str
    """Who, as in `ALL_PROJECT_MEMBERS`."""
    created_at: str
    """When this was stored."""
    membership_id: None | str | Unset = UNSET
    """The id of the membership of the one to tell."""
    metadata: dict[str, Any] | None | Unset = UNSET
    """What the channel needs to know."""
    last_sent_at: None | str | Unset = UNSET
    """When somebody was last told."""
    membership: models.AlertMembership | None | Unset = UNSET

    _nested: ClassVar = {"membership": Nested(models=("AlertMembership",))}
