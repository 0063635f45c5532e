# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.configuration import Configuration


@_define(repr=False)
class ConfigurationList(Model):
    """The configurations found."""

    configurations: list[Configuration]
    """The configurations."""

    _nested: ClassVar = {"configurations": Nested(models=("Configuration",))}
