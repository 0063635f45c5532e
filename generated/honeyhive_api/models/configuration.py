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
    """The id of the configuration."""
    name: str
    """The name of the configuration."""
    type_: str
    """What it is for, `LLM` or `pipeline`."""
    provider: str
    """Who provides the model."""
    parameters: models.StoredConfigurationParameters
    """The model, its settings and the prompt, as they are stored."""
    env: list[str]
    """Where it is used, as in `prod`."""
    tags: list[str]
    """The tags to find it by."""
    created_at: str
    """When it was stored."""
    user_properties: dict[str, Any] | None | Unset = UNSET
    """Anything else that was kept."""
    updated_at: None | str | Unset = UNSET
    """When it was last changed."""

    _wire_keys: ClassVar = {"type_": "type"}
    _nested: ClassVar = {"parameters": Nested(models=("StoredConfigurationParameters",))}
