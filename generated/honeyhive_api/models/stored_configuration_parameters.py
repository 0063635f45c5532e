# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.selected_function import SelectedFunction
    from ..models.stored_response_format import StoredResponseFormat


@_define
class StoredConfigurationParameters:
    """The model, its settings and the prompt, as they are stored."""

    call_type: str
    """How the model is called, as in `chat`."""
    model: str
    """The model."""
    hyperparameters: dict[str, Any] | Unset = UNSET
    """The settings of the model."""
    response_format: StoredResponseFormat | Unset = UNSET
    """The form of the answer, as it is stored."""
    selected_functions: list[SelectedFunction] | Unset = UNSET
    """The functions that the model may call."""
    function_call_params: str | Unset = UNSET
    """Whether the model may or has to call a function, as in `auto`."""
    force_function: dict[str, Any] | Unset = UNSET
    """The function that the model has to call."""
    template: Any | Unset = UNSET
    """The prompt, as a list of messages or as one text."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.call_type, Unset):
            found["call_type"] = self.call_type
        if not isinstance(self.model, Unset):
            found["model"] = self.model
        if not isinstance(self.hyperparameters, Unset):
            found["hyperparameters"] = self.hyperparameters
        if not isinstance(self.response_format, Unset):
            found["responseFormat"] = plain(self.response_format)
        if not isinstance(self.selected_functions, Unset):
            found["selectedFunctions"] = plain(self.selected_functions)
        if not isinstance(self.function_call_params, Unset):
            found["functionCallParams"] = self.function_call_params
        if not isinstance(self.force_function, Unset):
            found["forceFunction"] = self.force_function
        if not isinstance(self.template, Unset):
            found["template"] = self.template
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.selected_function import SelectedFunction
        from ..models.stored_response_format import StoredResponseFormat

        rest = dict(source)
        model = cls(
            call_type=rest.pop("call_type", UNSET),
            model=rest.pop("model", UNSET),
            hyperparameters=rest.pop("hyperparameters", UNSET),
            response_format=(
                StoredResponseFormat.from_dict(value)
                if isinstance(value := rest.pop("responseFormat", UNSET), dict)
                else value
            ),
            selected_functions=(
                [
                    SelectedFunction.from_dict(value_item) if isinstance(value_item, dict) else value_item
                    for value_item in value
                ]
                if isinstance(value := rest.pop("selectedFunctions", UNSET), list)
                else value
            ),
            function_call_params=rest.pop("functionCallParams", UNSET),
            force_function=rest.pop("forceFunction", UNSET),
            template=rest.pop("template", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
