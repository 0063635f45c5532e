# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of the operations under ``configurations``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import Required, TypedDict

from ..models.call_type import CallType
from ..models.configuration_type import ConfigurationType
from ..models.function_mode import FunctionMode
from ..models.response_format_type import ResponseFormatType
from ..models.selected_function import SelectedFunction
from ..models.stored_configuration_parameters import StoredConfigurationParameters
from ..models.stored_response_format import StoredResponseFormat


class CreateConfigurationRequest(TypedDict, total=False):
    """A configuration to store. It is for `LLM` unless it says otherwise."""

    name: Required[str]
    """The name of the configuration."""
    provider: Required[str]
    """Who provides the model."""
    parameters: Required[ConfigurationParameters | StoredConfigurationParameters]
    """The model, its settings and the prompt."""
    type: ConfigurationType
    """What a configuration is for."""
    env: Sequence[str]
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
    parameters: ConfigurationParameters | StoredConfigurationParameters
    """The model, its settings and the prompt."""
    type: ConfigurationType
    """What a configuration is for."""
    env: Sequence[str]
    """Where it is used."""
    tags: Sequence[str]
    """The tags to find it by."""
    user_properties: Mapping[str, Any] | None
    """Anything else worth keeping."""


class ResponseFormat(TypedDict, total=False):
    """The form of the answer."""

    type: Required[ResponseFormatType]
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

    call_type: Required[CallType]
    """How the model is called."""
    model: Required[str]
    """The model."""
    hyperparameters: Mapping[str, Any]
    """The settings of the model."""
    responseFormat: ResponseFormat | StoredResponseFormat
    """The form of the answer."""
    selectedFunctions: Sequence[SelectedFunctionInput | SelectedFunction]
    """The functions that the model may call."""
    functionCallParams: FunctionMode
    """Whether the model may or has to call a function."""
    forceFunction: Mapping[str, Any]
    """The function that the model has to call."""
    template: Any
    """The prompt, as a list of messages or as one text."""
