# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class SessionDeletion(Model):
    """A deletion request. It may have further keys."""

    id: str
    """Id of the deletion request."""
    status: str | Unset = UNSET
    """`pending`, `processing` while work remains, `completed`, or `failed` if at least one session failed; others may
    be deleted."""
    session_counts: models.SessionCounts | Unset = UNSET
    """Number of sessions in each state."""

    _nested: ClassVar = {"session_counts": Nested(models=("SessionCounts",))}
