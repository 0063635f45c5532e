# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.virtual_dataplane import VirtualDataplane


@_define(repr=False)
class VirtualDataplaneReply(Model):
    """A virtual data plane, wrapped."""

    success: bool
    """Whether it worked."""
    data: VirtualDataplane
    """A virtual data plane."""

    _nested: ClassVar = {"data": Nested(models=("VirtualDataplane",))}
