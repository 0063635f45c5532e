# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class RunUpdated(Model):
    """What the service answers to a changed run."""

    evaluation: models.Run
    """A stored experiment run."""
    warning: str | Unset = UNSET
    """What to look at, if there is anything."""

    _nested: ClassVar = {"evaluation": Nested(models=("Run",))}
