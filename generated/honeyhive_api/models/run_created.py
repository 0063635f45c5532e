# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class RunCreated(Model):
    """What the service answers to a new run."""

    evaluation: models.Run
    """A stored experiment run."""
    run_id: str
    """The id of the run."""

    _nested: ClassVar = {"evaluation": Nested(models=("Run",))}
