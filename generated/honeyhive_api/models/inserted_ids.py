# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class InsertedIds(Model):
    """Ids of created objects."""

    inserted_ids: list[str]
    """The ids."""

    _wire_keys: ClassVar = {"inserted_ids": "insertedIds"}
