# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class RunUpdated(Model):
    """Response to an updated run."""

    evaluation: models.Run
    """A stored experiment run."""
    warning: str | Unset = UNSET
    """Warning, if there is one."""

    _nested: ClassVar = {"evaluation": Nested(models=("Run",))}
