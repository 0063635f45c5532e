# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..models.configuration_environment import ConfigurationEnvironment
from ..models.configuration_type import ConfigurationType
from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.configuration_parameters import ConfigurationParameters


@_define
class UpdateConfigurationRequest:
    """What changes in a configuration."""

    name: str
    """The name of the configuration."""
    provider: str | Unset = UNSET
    """Who provides the model."""
    parameters: ConfigurationParameters | Unset = UNSET
    """The model, its settings and the prompt."""
    type_: ConfigurationType | Unset = UNSET
    """What a configuration is for."""
    env: list[ConfigurationEnvironment] | Unset = UNSET
    """Where it is used."""
    tags: list[str] | Unset = UNSET
    """The tags to find it by."""
    user_properties: dict[str, Any] | None | Unset = UNSET
    """Anything else worth keeping."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.name, Unset):
            found["name"] = self.name
        if not isinstance(self.provider, Unset):
            found["provider"] = self.provider
        if not isinstance(self.parameters, Unset):
            found["parameters"] = plain(self.parameters)
        if not isinstance(self.type_, Unset):
            found["type"] = self.type_
        if not isinstance(self.env, Unset):
            found["env"] = self.env
        if not isinstance(self.tags, Unset):
            found["tags"] = self.tags
        if not isinstance(self.user_properties, Unset):
            found["user_properties"] = self.user_properties
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.configuration_parameters import ConfigurationParameters

        rest = dict(source)
        model = cls(
            name=rest.pop("name", UNSET),
            provider=rest.pop("provider", UNSET),
            parameters=(
                ConfigurationParameters.from_dict(value)
                if isinstance(value := rest.pop("parameters", UNSET), dict)
                else value
            ),
            type_=rest.pop("type", UNSET),
            env=rest.pop("env", UNSET),
            tags=rest.pop("tags", UNSET),
            user_properties=rest.pop("user_properties", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
