# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any, ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class StoredConfigurationParameters(Model):
    """The model, its settings and the prompt, as they are stored."""

    call_type: str
    """How the model is called, as in `chat`."""
    model: str
    """The model."""
    hyperparameters: dict[str, Any] | Unset = UNSET
    """The settings of the model."""
    response_format: models.StoredResponseFormat | Unset = UNSET
    """The form of the answer, as it is stored."""
    selected_functions: list[models.SelectedFunction] | Unset = UNSET
    """The functions that the model may call."""
    function_call_params: str | Unset = UNSET
    """Whether the model may or has to call a function, as in `auto`."""
    force_function: dict[str, Any] | Unset = UNSET
    """The function that the model has to call."""
    template: Any | Unset = UNSET
    """The prompt, as a list of messages or as one text."""

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
