# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of ``configurations``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import Required, TypedDict

from .. import inputs, models


class CreateConfigurationRequest(TypedDict, total=False):
    """A configuration to store. Its type is `LLM` if omitted."""

    name: Required[str]
    """Name of the configuration."""
    provider: Required[str]
    """Provider of the model."""
    parameters: Required[inputs.ConfigurationParameters | models.StoredConfigurationParameters]
    """The model, its settings and the prompt."""
    type: models.ConfigurationType
    """Type of a configuration."""
    env: Sequence[models.ConfigurationEnvironment]
    """Environment in which it is used."""
    tags: Sequence[str]
    """Tags to find it by."""
    user_properties: Mapping[str, Any] | None
    """Any other data."""


class UpdateConfigurationRequest(TypedDict, total=False):
    """Changes to a configuration."""

    name: Required[str]
    """Name of the configuration."""
    provider: str
    """Provider of the model."""
    parameters: inputs.ConfigurationParameters | models.StoredConfigurationParameters
    """The model, its settings and the prompt."""
    type: models.ConfigurationType
    """Type of a configuration."""
    env: Sequence[models.ConfigurationEnvironment]
    """Environment in which it is used."""
    tags: Sequence[str]
    """Tags to find it by."""
    user_properties: Mapping[str, Any] | None
    """Any other data."""


class ResponseFormat(TypedDict, total=False):
    """Format of the response."""

    type: Required[models.ResponseFormatType]
    """Format of the response of a model."""


class SelectedFunctionInput(TypedDict, total=False):
    """A function that the model may call."""

    id: Required[str]
    """Id of the function."""
    name: Required[str]
    """Name of the function."""
    description: str
    """Description of the function."""
    parameters: Mapping[str, Any]
    """Parameters of the function, as a JSON Schema."""


class ConfigurationParameters(TypedDict, total=False):
    """The model, its settings and the prompt."""

    call_type: Required[models.CallType]
    """Type of a model call."""
    model: Required[str]
    """Name of the model."""
    hyperparameters: Mapping[str, Any]
    """Settings of the model."""
    responseFormat: inputs.ResponseFormat | models.StoredResponseFormat
    """Format of the response."""
    selectedFunctions: Sequence[inputs.SelectedFunctionInput | models.SelectedFunction]
    """Functions that the model may call."""
    functionCallParams: models.FunctionMode
    """Function calling mode of the model."""
    forceFunction: Mapping[str, Any]
    """The function that the model must call."""
    template: Any
    """Prompt, as a list of messages or one string."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateConfigurationRequest,
    UpdateConfigurationRequest,
    ResponseFormat,
    SelectedFunctionInput,
    ConfigurationParameters,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
