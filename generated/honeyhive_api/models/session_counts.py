# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class SessionCounts(Model):
    """Number of sessions in each state."""

    pending: int | Unset = UNSET
    """Sessions that are not deleted yet."""
    processing: int | Unset = UNSET
    """Sessions that are being deleted."""
    completed: int | Unset = UNSET
    """Sessions that are deleted, or that did not exist."""
    failed: int | Unset = UNSET
    """Sessions that could not be deleted."""
