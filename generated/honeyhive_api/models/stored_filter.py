# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class StoredFilter(Model):
    """One condition on events, as it is stored."""

    field: str
    """The field to test, as a path with dots."""
    operator: str
    """How the field is compared with the value, as in `is` or `less than`."""
    value: bool | float | None | str
    """What to compare with."""
    type_: str
    """What the value is taken for, as in `string`."""

    _wire_keys: ClassVar = {"type_": "type"}
