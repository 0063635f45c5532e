# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of the operations under ``datasets``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import Required, TypedDict

from .. import inputs


class UpdateDatasetLegacyRequest(TypedDict, total=False):
    """What changes in a dataset, and which dataset it is."""

    name: str
    """The name of the dataset."""
    description: str
    """What it is for."""
    datapoints: Sequence[str]
    """The ids of all its datapoints."""
    dataset_id: Required[str]
    """The id of the dataset."""


class CreateDatasetRequest(TypedDict, total=False):
    """A dataset to create. Every field may be left out."""

    name: str
    """The name of the dataset. Falls back to `Untitled Dataset`."""
    description: str
    """What it is for."""
    datapoints: Sequence[str]
    """The ids of the datapoints to put into it."""


class UpdateDatasetRequest(TypedDict, total=False):
    """What changes in a dataset. Keys that are left out stay as they are."""

    name: str
    """The name of the dataset."""
    description: str
    """What it is for."""
    datapoints: Sequence[str]
    """The ids of all its datapoints."""


class AddDatapointsRequest(TypedDict, total=False):
    """Rows to make datapoints of."""

    data: Required[Sequence[Mapping[str, Any]]]
    """The rows, each an object."""
    mapping: Required[inputs.DatapointMapping]
    """Which keys of the source become which part of a datapoint."""


class DatapointMapping(TypedDict, total=False):
    """Which keys of the source become which part of a datapoint."""

    inputs: Sequence[str]
    """The keys that become inputs."""
    history: Sequence[str]
    """The keys that become the history."""
    ground_truth: Sequence[str]
    """The keys that become the ground truth."""


# pydantic keeps the keys that the document does not name.
for _input in (
    UpdateDatasetLegacyRequest,
    CreateDatasetRequest,
    UpdateDatasetRequest,
    AddDatapointsRequest,
    DatapointMapping,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
