# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class StoredFilter(Model):
    """A stored condition on events."""

    field: str
    """Path of the field to test, with dots."""
    operator: str
    """Operator, e.g. `is` or `less than`."""
    value: bool | float | None | str
    """Value to compare with."""
    type_: str
    """Type of the value, e.g. `string`."""

    _wire_keys: ClassVar = {"type_": "type"}
