# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class EventsSchema(Model):
    """The fields that occur in stored events."""

    fields: list[models.SchemaField]
    """The fields."""
    datasets: list[str]
    """Ids of the datasets that events refer to."""
    mappings: dict[str, list[models.SchemaMapping]]
    """The mapped names, and the fields that they stand for."""

    _nested: ClassVar = {
        "fields": Nested(models=("SchemaField",)),
        "mappings": Nested(models=("SchemaMapping",), is_map=True),
    }
