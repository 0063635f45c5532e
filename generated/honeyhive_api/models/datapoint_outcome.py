# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class DatapointOutcome(Model):
    """What came out for one datapoint."""

    session_id: str
    """The session that ran it."""
    passed: bool
    """Whether it passed."""
    datapoint_id: None | str | Unset = UNSET
    """The id of the datapoint."""
    metrics: list[Any] | Unset = UNSET
    """The values of the metrics."""
