# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class SelectedFunction(Model):
    """A function that the model may call."""

    id: str
    """Id of the function."""
    name: str
    """Name of the function."""
    description: str | Unset = UNSET
    """Description of the function."""
    parameters: dict[str, Any] | Unset = UNSET
    """Parameters of the function, as a JSON Schema."""
