# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class InsertedId(Model):
    """Id of a created object."""

    inserted_id: str
    """The id."""

    _wire_keys: ClassVar = {"inserted_id": "insertedId"}
