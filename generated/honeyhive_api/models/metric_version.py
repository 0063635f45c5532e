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
    """The name of the version."""
    full_sha: str
    """The hash of its content."""
    message: str
    """What is new in it."""
    date: str
    """When it was made."""
    deployed: bool
    """Whether it is the one in use."""
    content: models.StoredMetric
    """A metric as it is stored, without its id."""

    _nested: ClassVar = {"content": Nested(models=("StoredMetric",))}
