# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of ``queues``."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import Required, TypedDict

from .. import inputs, models


class CreateQueueRequest(TypedDict, total=False):
    """An annotation queue to create."""

    name: Required[str]
    """Name of the queue."""
    description: str
    """Free-form description."""
    filters: inputs.FilterSet | models.StoredFilterSet
    """Conditions that select events."""
    enabled: bool
    """True if matching events are added to it; true if omitted."""
    event_ids: Sequence[str]
    """Ids of the events to start with."""


class UpdateQueueRequest(TypedDict, total=False):
    """Changes to an annotation queue. Omitted keys keep their value."""

    id: Required[str]
    """Id of the queue, as in the path."""
    name: str
    """Name of the queue."""
    description: str
    """Free-form description."""
    filters: inputs.FilterSet | models.StoredFilterSet
    """Conditions that select events."""
    enabled: bool
    """True if matching events are added to it."""
    add_event_ids: Sequence[str]
    """Ids of the events to add."""
    remove_event_ids: Sequence[str]
    """Ids of the events to remove."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateQueueRequest,
    UpdateQueueRequest,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
