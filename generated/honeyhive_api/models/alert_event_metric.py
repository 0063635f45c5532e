# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class AlertEventMetric(Model):
    """A metric that an alert evaluates."""

    projection: str
    """Field or metric."""
    type_: str
    """Type of the value, e.g. `float`; the string `null` if unknown."""

    _wire_keys: ClassVar = {"type_": "type"}
