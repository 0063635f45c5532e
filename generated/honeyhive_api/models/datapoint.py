# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class Datapoint(Model):
    """A stored datapoint: what goes in, and what should come out."""

    id: str
    """The id of the datapoint."""
    inputs: dict[str, Any]
    """What goes in."""
    history: list[Any]
    """The conversation before it, message by message."""
    ground_truth: dict[str, Any] | None
    """What should come out."""
    metadata: dict[str, Any] | None
    """Anything else worth keeping."""
    linked_event: None | str
    """The id of the event that it was made of."""
    created_at: str
    """When it was created."""
    updated_at: str | Unset = UNSET
    """When it was last changed."""
    linked_datasets: list[str] | Unset = UNSET
    """The ids of the datasets that hold it."""
