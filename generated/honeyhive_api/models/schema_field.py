# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class SchemaField(Model):
    """A field that occurs in events."""

    name: str
    """The path of the field."""
    event_type: str
    """The type of the events it occurs in."""
