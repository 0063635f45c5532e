# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.queue import Queue


@_define(repr=False)
class QueueChanged(Model):
    """An annotation queue, wrapped."""

    queue: Queue
    """A stored annotation queue."""
    message: str
    """What happened, for people."""

    _nested: ClassVar = {"queue": Nested(models=("Queue",))}
