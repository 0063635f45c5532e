# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class DatapointOutcome(Model):
    """Result of one datapoint."""

    session_id: str
    """Id of the session that ran it."""
    passed: bool
    """True if it passed."""
    datapoint_id: None | str | Unset = UNSET
    """Id of the datapoint."""
    metrics: list[Any] | Unset = UNSET
    """Metric values."""
