# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.run import Run


@_define(repr=False)
class RunCreated(Model):
    """What the service answers to a new run."""

    evaluation: Run
    """A stored experiment run."""
    run_id: str
    """The id of the run."""

    _nested: ClassVar = {"evaluation": Nested(models=("Run",))}
