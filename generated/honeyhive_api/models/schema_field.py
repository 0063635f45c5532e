# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class SchemaField(Model):
    """A field that occurs in events."""

    name: str
    """Path of the field."""
    event_type: str
    """Type of the events that have the field."""
