# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class Dataset(Model):
    """A stored dataset."""

    id: str
    """Id of the dataset."""
    name: str
    """Name of the dataset."""
    datapoints: list[str]
    """Ids of its datapoints."""
    description: None | str | Unset = UNSET
    """Free-form description."""
    created_at: str | Unset = UNSET
    """Creation time."""
    updated_at: str | Unset = UNSET
    """Time of the last change."""
