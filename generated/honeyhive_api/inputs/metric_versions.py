# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of the operations under ``metric_versions``."""

from __future__ import annotations

from typing_extensions import Required, TypedDict

from ..inputs.metrics import MetricDefinition


class CreateMetricVersionRequest(TypedDict, total=False):
    """A version to add to a metric."""

    message: Required[str]
    """What is new in it."""
    content: Required[MetricDefinition]
    """A metric as it is sent whole."""
    deploy_immediately: bool
    """Whether it is in use at once."""
