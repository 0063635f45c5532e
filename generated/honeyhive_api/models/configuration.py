# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.stored_configuration_parameters import StoredConfigurationParameters


@_define
class Configuration:
    """A stored prompt configuration."""

    id: str
    """The id of the configuration."""
    name: str
    """The name of the configuration."""
    type_: str
    """What it is for, `LLM` or `pipeline`."""
    provider: str
    """Who provides the model."""
    parameters: StoredConfigurationParameters
    """The model, its settings and the prompt, as they are stored."""
    env: list[str]
    """Where it is used, as in `prod`."""
    tags: list[str]
    """The tags to find it by."""
    created_at: str
    """When it was stored."""
    user_properties: dict[str, Any] | None | Unset = UNSET
    """Anything else that was kept."""
    updated_at: None | str | Unset = UNSET
    """When it was last changed."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.id, Unset):
            found["id"] = self.id
        if not isinstance(self.name, Unset):
            found["name"] = self.name
        if not isinstance(self.type_, Unset):
            found["type"] = self.type_
        if not isinstance(self.provider, Unset):
            found["provider"] = self.provider
        if not isinstance(self.parameters, Unset):
            found["parameters"] = plain(self.parameters)
        if not isinstance(self.env, Unset):
            found["env"] = self.env
        if not isinstance(self.tags, Unset):
            found["tags"] = self.tags
        if not isinstance(self.created_at, Unset):
            found["created_at"] = self.created_at
        if not isinstance(self.user_properties, Unset):
            found["user_properties"] = self.user_properties
        if not isinstance(self.updated_at, Unset):
            found["updated_at"] = self.updated_at
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.stored_configuration_parameters import StoredConfigurationParameters

        rest = dict(source)
        model = cls(
            id=rest.pop("id", UNSET),
            name=rest.pop("name", UNSET),
            type_=rest.pop("type", UNSET),
            provider=rest.pop("provider", UNSET),
            parameters=(
                StoredConfigurationParameters.from_dict(value)
                if isinstance(value := rest.pop("parameters", UNSET), dict)
                else value
            ),
            env=rest.pop("env", UNSET),
            tags=rest.pop("tags", UNSET),
            created_at=rest.pop("created_at", UNSET),
            user_properties=rest.pop("user_properties", UNSET),
            updated_at=rest.pop("updated_at", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
