# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class QueueChanged(Model):
    """An annotation queue, under the key `queue`."""

    queue: models.Queue
    """A stored annotation queue."""
    message: str
    """Human-readable message."""

    _nested: ClassVar = {"queue": Nested(models=("Queue",))}
