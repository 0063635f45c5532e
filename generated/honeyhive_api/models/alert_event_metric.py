# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class AlertEventMetric(Model):
    """A metric that an alert looks at."""

    projection: str
    """The field or the metric."""
    type_: str
    """What it holds, as in `float`; the text `null` where that is unknown."""

    _wire_keys: ClassVar = {"type_": "type"}
