# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class Datapoint(Model):
    """A stored datapoint: inputs and the expected output."""

    id: str
    """Id of the datapoint."""
    inputs: dict[str, Any]
    """Inputs."""
    history: list[Any]
    """Preceding conversation, message by message."""
    ground_truth: dict[str, Any] | None
    """Expected output."""
    metadata: dict[str, Any] | None
    """Any other data."""
    linked_event: None | str
    """Id of the event that it was created from."""
    created_at: str
    """Creation time."""
    updated_at: str | Unset = UNSET
    """Time of the last change."""
    linked_datasets: list[str] | Unset = UNSET
    """Ids of the datasets that contain it."""
