# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class PassedAndFailed(Model):
    """The datapoints that passed, and those that failed."""

    passed: list[str]
    """Ids of the datapoints that passed."""
    failed: list[str]
    """Ids of the datapoints that failed."""
