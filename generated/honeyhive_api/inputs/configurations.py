# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of the operations under ``configurations``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import Required, TypedDict

from .. import inputs, models


class CreateConfigurationRequest(TypedDict, total=False):
    """A configuration to store. It is for `LLM` unless it says otherwise."""

    name: Required[str]
    """The name of the configuration."""
    provider: Required[str]
    """Who provides the model."""
    parameters: Required[inputs.ConfigurationParameters | models.StoredConfigurationParameters]
    """The model, its settings and the prompt."""
    type: models.ConfigurationType
    """What a configuration is for."""
    env: Sequence[models.ConfigurationEnvironment]
    """Where it is used."""
    tags: Sequence[str]
    """The tags to find it by."""
    user_properties: Mapping[str, Any] | None
    """Anything else worth keeping."""


class UpdateConfigurationRequest(TypedDict, total=False):
    """What changes in a configuration."""

    name: Required[str]
    """The name of the configuration."""
    provider: str
    """Who provides the model."""
    parameters: inputs.ConfigurationParameters | models.StoredConfigurationParameters
    """The model, its settings and the prompt."""
    type: models.ConfigurationType
    """What a configuration is for."""
    env: Sequence[models.ConfigurationEnvironment]
    """Where it is used."""
    tags: Sequence[str]
    """The tags to find it by."""
    user_properties: Mapping[str, Any] | None
    """Anything else worth keeping."""


class ResponseFormat(TypedDict, total=False):
    """The form of the answer."""

    type: Required[models.ResponseFormatType]
    """What form the answer of a model has."""


class SelectedFunctionInput(TypedDict, total=False):
    """A function that the model may call."""

    id: Required[str]
    """The id of the function."""
    name: Required[str]
    """The name of the function."""
    description: str
    """What it does."""
    parameters: Mapping[str, Any]
    """What it takes, as a JSON Schema."""


class ConfigurationParameters(TypedDict, total=False):
    """The model, its settings and the prompt."""

    call_type: Required[models.CallType]
    """How the model is called."""
    model: Required[str]
    """The model."""
    hyperparameters: Mapping[str, Any]
    """The settings of the model."""
    responseFormat: inputs.ResponseFormat | models.StoredResponseFormat
    """The form of the answer."""
    selectedFunctions: Sequence[inputs.SelectedFunctionInput | models.SelectedFunction]
    """The functions that the model may call."""
    functionCallParams: models.FunctionMode
    """Whether the model may or has to call a function."""
    forceFunction: Mapping[str, Any]
    """The function that the model has to call."""
    template: Any
    """The prompt, as a list of messages or as one text."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateConfigurationRequest,
    UpdateConfigurationRequest,
    ResponseFormat,
    SelectedFunctionInput,
    ConfigurationParameters,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
