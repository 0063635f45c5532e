# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class QueueList(Model):
    """The matching annotation queues."""

    queues: list[models.Queue]
    """The queues."""

    _nested: ClassVar = {"queues": Nested(models=("Queue",))}
