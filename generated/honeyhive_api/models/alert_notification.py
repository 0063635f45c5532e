# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any, ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class AlertNotification(Model):
    """A notification of an alert."""

    id: str
    """Id of the notification."""
    alert_id: str
    """Id of the alert."""
    stage: str
    """Stage, `CRITICAL` or `RESOLUTION`."""
    channel: str
    """Channel, e.g. `EMAIL`."""
    scope: str
    """Recipients, e.g. `ALL_PROJECT_MEMBERS`."""
    created_at: str
    """Creation time of the record."""
    membership_id: None | str | Unset = UNSET
    """Id of the recipient's membership."""
    metadata: dict[str, Any] | None | Unset = UNSET
    """Settings of the channel."""
    last_sent_at: None | str | Unset = UNSET
    """Time of the last notification."""
    membership: models.AlertMembership | None | Unset = UNSET

    _nested: ClassVar = {"membership": Nested(models=("AlertMembership",))}
