# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class StoredResponseFormat(Model):
    """Format of the response, as stored."""

    type_: str
    """Format, e.g. `text`."""

    _wire_keys: ClassVar = {"type_": "type"}
