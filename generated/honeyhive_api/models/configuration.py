# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any, ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class Configuration(Model):
    """A stored prompt configuration."""

    id: str
    """Id of the configuration."""
    name: str
    """Name of the configuration."""
    type_: str
    """Type of the configuration, `LLM` or `pipeline`."""
    provider: str
    """Provider of the model."""
    parameters: models.StoredConfigurationParameters
    """The model, its settings and the prompt, as stored."""
    env: list[str]
    """Environment in which it is used, e.g. `prod`."""
    tags: list[str]
    """Tags to find it by."""
    created_at: str
    """Creation time."""
    user_properties: dict[str, Any] | None | Unset = UNSET
    """Any other data stored with it."""
    updated_at: None | str | Unset = UNSET
    """Time of the last change."""

    _wire_keys: ClassVar = {"type_": "type"}
    _nested: ClassVar = {"parameters": Nested(models=("StoredConfigurationParameters",))}
