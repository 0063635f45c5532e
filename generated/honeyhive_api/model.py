# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Base class of the models, which reads JSON objects of replies and writes them back."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any, ClassVar, NamedTuple, Self, TypeVar

from attrs import NOTHING, define, field

from .types import UNSET, plain

Read = Callable[[Any], Any]
ModelT = TypeVar("ModelT", bound="Model")


class Nested(NamedTuple):
    """The models that an attribute holds: as they are, in lists, or as the values of a map."""

    models: tuple[str, ...]
    """Names of classes; more than one if the value is one of several objects."""
    is_map: bool = False
    discriminator: str = ""
    """The key whose value chooses the class, if the document names one."""
    values: Mapping[str, str] = {}
    """The class that each value of the discriminator stands for."""


@define(repr=False)
class Model:
    """A JSON object of a reply. Keys that it lacks are UNSET; reading never refuses a value of another type."""

    additional_properties: dict[str, Any] = field(init=False, factory=dict)
    """The keys that the document does not name."""

    _wire_keys: ClassVar[Mapping[str, str]] = {}
    """The wire keys of the attributes that are called otherwise."""
    _nested: ClassVar[Mapping[str, Nested]] = {}
    _plan: ClassVar[tuple[tuple[Callable[..., None], str, str, Read | None], ...] | None] = None
    """For each attribute its setter, its name, its wire key and its reader; made on first use."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Return the model of a JSON object."""
        rest = dict(source)
        model = cls.__new__(cls)
        for set_, _, key, read in cls._plan or cls._planned():
            value = rest.pop(key, UNSET)
            set_(model, value if read is None else read(value))
        model.additional_properties = rest
        return model

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without what is UNSET."""
        found = dict(self.additional_properties)
        for _, name, key, read in self._plan or self._planned():
            value = getattr(self, name)
            if value is not UNSET:
                found[key] = value if read is None else plain(value)
        return found

    @classmethod
    def _planned(cls) -> tuple[tuple[Callable[..., None], str, str, Read | None], ...]:
        cls._plan = tuple(
            (
                getattr(cls, name).__set__,
                name,
                cls._wire_keys.get(name, name),
                _reader(cls._nested[name]) if name in cls._nested else None,
            )
            for name in _names(cls)
        )
        return cls._plan

    def __repr__(self) -> str:
        known = [(name, getattr(self, name)) for name in _names(type(self))]
        shown = [*((name, value) for name, value in known if value is not UNSET), *self.additional_properties.items()]
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in shown)})"

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties


def read_model(model: type[ModelT], data: Any) -> ModelT:
    """Return the model of a reply; an empty body is an empty object. Raises TypeError for other JSON than an object."""
    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return model.from_dict(data or {})


def read_models(model: type[ModelT], data: Any) -> list[ModelT]:
    """Return the models of a reply that is an array. Raises TypeError for other JSON."""
    return [model.from_dict(item) if isinstance(item, dict) else item for item in read_array(data)]


def read_one_of(models: Sequence[type[Any]], data: Any, discriminator: str = "", **values: str) -> Any:
    """Return the reply as the one of several models that it is. Raises TypeError for other JSON than an object."""
    if not isinstance(data, dict):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return _chosen(models, discriminator, values, data).from_dict(data)


def read_array(data: Any) -> list[Any]:
    """Return a reply that is an array; an empty body is an empty one. Raises TypeError for other JSON."""
    if not isinstance(data, list | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an array")
    return data or []


def _names(model: type[Model]) -> Iterator[str]:
    return (one.name for one in model.__attrs_attrs__ if one.name != "additional_properties")


def _reader(nested: Nested) -> Read:
    models = import_module(f"{__package__}.models")
    classes = [getattr(models, name) for name in nested.models]

    def read(value: Any) -> Any:
        if isinstance(value, dict):
            model = classes[0] if len(classes) == 1 else _chosen(classes, nested.discriminator, nested.values, value)
            return model.from_dict(value)
        return [read(item) for item in value] if isinstance(value, list) else value

    if not nested.is_map:
        return read
    return lambda value: {key: read(item) for key, item in value.items()} if isinstance(value, dict) else value


def _chosen(
    models: Sequence[type[Model]], discriminator: str, values: Mapping[str, str], value: Mapping[str, Any]
) -> type[Model]:
    """Choose the model by the discriminator, otherwise the one of which the most required keys are there."""
    stated = str(value.get(discriminator))
    named = [model for model in models if model.__name__ == values.get(stated, stated)]
    fitting = [model for model in models if _required(model) <= value.keys()]
    return named[0] if named else max(fitting or models, key=lambda model: len(_required(model) & value.keys()))


def _required(model: type[Model]) -> set[str]:
    required = [one.name for one in model.__attrs_attrs__ if one.init and one.default is NOTHING]
    return {model._wire_keys.get(name, name) for name in required}
