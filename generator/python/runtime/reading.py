"""Readers of replies. They import no model before there is a reply to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .model import Model

    ModelT = TypeVar("ModelT", bound=Model)

_NO_VALUES: Mapping[str, str] = {}


def read_model(model: type[ModelT], data: Any) -> ModelT:
    """Return the model of a reply; an empty body is an empty object. Raises TypeError if it is not an object."""
    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return model.from_dict(data or {})


def read_models(model: type[ModelT], data: Any) -> list[ModelT]:
    """Return the models of a reply that is an array. Raises TypeError if it is not one."""
    return [model.from_dict(item) if isinstance(item, dict) else item for item in read_array(data)]


def read_one_of(
    models: Sequence[type[Any]], data: Any, discriminator: str = "", values: Mapping[str, str] = _NO_VALUES
) -> Any:
    """Return the matching model of a reply with several. Raises TypeError if it is not an object."""
    if not isinstance(data, dict):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return choose(models, discriminator, values, data).from_dict(data)


def read_array(data: Any) -> list[Any]:
    """Return a reply that is an array; an empty body is an empty array. Raises TypeError if it is not one."""
    if not isinstance(data, list | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an array")
    return data or []


def choose(
    models: Sequence[type[Model]], discriminator: str, values: Mapping[str, str], value: Mapping[str, Any]
) -> type[Model]:
    """Return the model of the discriminator or, without one, the model with the most required keys present."""
    stated = str(value.get(discriminator))
    named = [model for model in models if model.__name__ == values.get(stated, stated)]
    fitting = [model for model in models if model.required_keys() <= value.keys()]
    return named[0] if named else max(fitting or models, key=lambda model: len(model.required_keys() & value.keys()))
