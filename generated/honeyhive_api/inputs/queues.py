# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of the operations under ``queues``."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import Required, TypedDict

from .. import inputs, models


class CreateQueueRequest(TypedDict, total=False):
    """An annotation queue to create."""

    name: Required[str]
    """The name of the queue."""
    description: str
    """What it is for."""
    filters: inputs.FilterSet | models.StoredFilterSet
    """The conditions on the events that something is for."""
    enabled: bool
    """Whether events enter it. They do when it is left out."""
    event_ids: Sequence[str]
    """The ids of events to begin with."""


class UpdateQueueRequest(TypedDict, total=False):
    """What changes in an annotation queue. Keys that are left out stay as they are."""

    id: Required[str]
    """The id of the queue again."""
    name: str
    """The name of the queue."""
    description: str
    """What it is for."""
    filters: inputs.FilterSet | models.StoredFilterSet
    """The conditions on the events that something is for."""
    enabled: bool
    """Whether events enter it."""
    add_event_ids: Sequence[str]
    """The ids of events to add."""
    remove_event_ids: Sequence[str]
    """The ids of events to take out."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateQueueRequest,
    UpdateQueueRequest,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
