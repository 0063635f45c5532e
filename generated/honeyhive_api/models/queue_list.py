# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.queue import Queue


@_define(repr=False)
class QueueList(Model):
    """The annotation queues found."""

    queues: list[Queue]
    """The queues."""

    _nested: ClassVar = {"queues": Nested(models=("Queue",))}
