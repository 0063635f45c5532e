# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class StoredAlertBound(Model):
    """A bound, as it is stored."""

    operator: str
    """How the value is compared with it, as in `less_than`."""
    value: float
    """The bound."""
