# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any, ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class StoredConfigurationParameters(Model):
    """The model, its settings and the prompt, as stored."""

    call_type: str
    """Type of the model call, e.g. `chat`."""
    model: str
    """Name of the model."""
    hyperparameters: dict[str, Any] | Unset = UNSET
    """Settings of the model."""
    response_format: models.StoredResponseFormat | Unset = UNSET
    """Format of the response, as stored."""
    selected_functions: list[models.SelectedFunction] | Unset = UNSET
    """Functions that the model may call."""
    function_call_params: str | Unset = UNSET
    """Function calling mode, e.g. `auto`."""
    force_function: dict[str, Any] | Unset = UNSET
    """The function that the model must call."""
    template: Any | Unset = UNSET
    """Prompt, as a list of messages or one string."""

    _wire_keys: ClassVar = {
        "response_format": "responseFormat",
        "selected_functions": "selectedFunctions",
        "function_call_params": "functionCallParams",
        "force_function": "forceFunction",
    }
    _nested: ClassVar = {
        "response_format": Nested(models=("StoredResponseFormat",)),
        "selected_functions": Nested(models=("SelectedFunction",)),
    }
