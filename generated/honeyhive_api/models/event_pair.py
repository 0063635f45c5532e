# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class EventPair(Model):
    """The events of two runs that belong to the same datapoint."""

    datapoint_id: str
    """Id of the datapoint."""
    event_1: dict[str, Any]
    """The event of the first run."""
    event_2: dict[str, Any]
    """The event of the second run."""
