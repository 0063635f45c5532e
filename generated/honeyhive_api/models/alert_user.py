# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class AlertUser(Model):
    """Recipient of a notification."""

    id: str
    """Id of the user."""
