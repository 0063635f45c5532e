# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of ``datasets``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import Required, TypedDict

from .. import inputs


class CreateDatasetRequest(TypedDict, total=False):
    """A dataset to create. No field is required."""

    name: str
    """Name of the dataset. Falls back to `Untitled Dataset`."""
    description: str
    """Free-form description."""
    datapoints: Sequence[str]
    """Ids of the datapoints to put into it."""


class UpdateDatasetLegacyRequest(TypedDict, total=False):
    """Changes to a dataset, and the id of the dataset."""

    name: str
    """Name of the dataset."""
    description: str
    """Free-form description."""
    datapoints: Sequence[str]
    """Ids of all its datapoints."""
    dataset_id: Required[str]
    """Id of the dataset."""


class UpdateDatasetRequest(TypedDict, total=False):
    """Changes to a dataset. Omitted keys keep their value."""

    name: str
    """Name of the dataset."""
    description: str
    """Free-form description."""
    datapoints: Sequence[str]
    """Ids of all its datapoints."""


class AddDatapointsRequest(TypedDict, total=False):
    """Rows to create datapoints from."""

    data: Required[Sequence[Mapping[str, Any]]]
    """The rows, each an object."""
    mapping: Required[inputs.DatapointMapping]
    """Assignment of source keys to the parts of a datapoint."""


class DatapointMapping(TypedDict, total=False):
    """Assignment of source keys to the parts of a datapoint."""

    inputs: Sequence[str]
    """Keys that become inputs."""
    history: Sequence[str]
    """Keys that become the history."""
    ground_truth: Sequence[str]
    """Keys that become the ground truth."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateDatasetRequest,
    UpdateDatasetLegacyRequest,
    UpdateDatasetRequest,
    AddDatapointsRequest,
    DatapointMapping,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
