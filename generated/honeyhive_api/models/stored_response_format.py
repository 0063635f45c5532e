# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class StoredResponseFormat(Model):
    """The form of the answer, as it is stored."""

    type_: str
    """The form, as in `text`."""

    _wire_keys: ClassVar = {"type_": "type"}
