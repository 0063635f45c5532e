# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.run import Run


@_define(repr=False)
class RunFound(Model):
    """An experiment run, wrapped."""

    evaluation: Run
    """A stored experiment run."""

    _nested: ClassVar = {"evaluation": Nested(models=("Run",))}
