# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class MetricVersion(Model):
    """One version of a metric."""

    name: str
    """Name of the version."""
    full_sha: str
    """Hash of its content."""
    message: str
    """Description of the version."""
    date: str
    """Creation time."""
    deployed: bool
    """True if it is the deployed one."""
    content: models.StoredMetric
    """A stored metric, without its id."""

    _nested: ClassVar = {"content": Nested(models=("StoredMetric",))}
