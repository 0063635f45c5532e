# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of ``metric_versions``."""

from __future__ import annotations

from typing_extensions import Required, TypedDict

from .. import inputs


class CreateMetricVersionRequest(TypedDict, total=False):
    """A version to add to a metric."""

    message: Required[str]
    """Description of the version."""
    content: Required[inputs.MetricDefinition]
    """A complete metric definition."""
    deploy_immediately: bool
    """True to deploy it immediately."""


# pydantic keeps the keys that the document does not name.
for _input in (CreateMetricVersionRequest,):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
