# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define as _define

from ..model import Model, Nested
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.alert_membership import AlertMembership


@_define(repr=False)
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
    membership: AlertMembership | None | Unset = UNSET

    _nested: ClassVar = {"membership": Nested(models=("AlertMembership",))}
