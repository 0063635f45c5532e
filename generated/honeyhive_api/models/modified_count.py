# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class ModifiedCount(Model):
    """Number of changed objects."""

    modified_count: float
    """Number of objects that were changed."""

    _wire_keys: ClassVar = {"modified_count": "modifiedCount"}
