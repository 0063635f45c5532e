# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class Acknowledgement(Model):
    """What the service answers when there is nothing else to say."""

    success: bool
    """Whether it worked."""
