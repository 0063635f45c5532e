# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class EventsSchema(Model):
    """The fields that occur in the stored events."""

    fields: list[models.SchemaField]
    """The fields."""
    datasets: list[str]
    """The ids of the datasets that events refer to."""
    mappings: dict[str, list[models.SchemaMapping]]
    """What each mapped name stands for."""

    _nested: ClassVar = {
        "fields": Nested(models=("SchemaField",)),
        "mappings": Nested(models=("SchemaMapping",), is_map=True),
    }
