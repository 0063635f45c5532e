# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class Dataset(Model):
    """A stored dataset."""

    id: str
    """The id of the dataset."""
    name: str
    """The name of the dataset."""
    datapoints: list[str]
    """The ids of its datapoints."""
    description: None | str | Unset = UNSET
    """What it is for."""
    created_at: str | Unset = UNSET
    """When it was created."""
    updated_at: str | Unset = UNSET
    """When it was last changed."""
