# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Base class of the models, which reads JSON objects of replies and writes them back."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any, ClassVar, NamedTuple, Self

from attrs import NOTHING, define, field

from .reading import choose
from .types import UNSET, plain

Read = Callable[[Any], Any]


class Nested(NamedTuple):
    """The models that an attribute holds: as they are, in lists, or as the values of a map."""

    models: tuple[str, ...]
    """Names of classes; more than one if the value is one of several objects."""
    is_map: bool = False
    discriminator: str = ""
    """The key whose value chooses the class, if the document names one."""
    values: Mapping[str, str] = {}
    """The class that each value of the discriminator stands for."""


@define(repr=False, eq=False)
class Model(Mapping[str, Any]):
    """A JSON object of a reply: a Mapping over its wire keys, whose documented ones are attributes as well.

    An absent key is UNSET as an attribute and raises KeyError in brackets. A model is always true, also an empty one.
    Reading never refuses a value of another type.
    """

    additional_properties: dict[str, Any] = field(init=False, factory=dict)
    """The keys that the document does not name."""

    _wire_keys: ClassVar[Mapping[str, str]] = {}
    """The wire keys of the attributes that have another name."""
    _nested: ClassVar[Mapping[str, Nested]] = {}
    _plan: ClassVar[tuple[tuple[Callable[..., None], str, str, Read | None], ...] | None] = None
    """For each attribute its setter, its name, its wire key and its reader (None: as it is); made on first use."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Return the model of a JSON object."""
        rest = dict(source)
        model = cls.__new__(cls)
        for set_, _, key, read in cls.__dict__.get("_plan") or cls._planned():
            value = rest.pop(key, UNSET)
            set_(model, value if read is None else read(value))
        model.additional_properties = rest
        return model

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without what is UNSET: the keys of iteration, with every model in it as a dict."""
        found = {}
        for _, name, key, read in type(self).__dict__.get("_plan") or self._planned():
            value = getattr(self, name)
            if value is not UNSET:
                found[key] = value if read is None else plain(value)
        for key, value in self.additional_properties.items():
            found.setdefault(key, value)
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

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Let pydantic accept instances, as in ``validate_call``."""
        from pydantic_core import core_schema

        written = core_schema.plain_serializer_function_ser_schema(lambda model: model.to_dict())
        return core_schema.is_instance_schema(cls, serialization=written)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "object", "title": cls.__name__}

    @classmethod
    @cache
    def required_keys(cls) -> frozenset[str]:
        """Return the wire keys that the document says every such object has."""
        required = [one.name for one in cls.__attrs_attrs__ if one.init and one.default is NOTHING]
        return frozenset(cls._wire_keys.get(name, name) for name in required)

    def lacking(self) -> list[str]:
        """Return the required keys that this object and the models directly in it do not have, with dots."""
        absent = {key for key, name in self._attributes().items() if getattr(self, name) is UNSET}
        found = sorted(self.required_keys() & absent) if absent else []
        for name in self._nested:
            value = getattr(self, name)
            if isinstance(value, Model):
                found += [f"{self._wire_keys.get(name, name)}.{key}" for key in value.lacking()]
        return found

    @classmethod
    @cache
    def _attributes(cls) -> dict[str, str]:
        """Return the name of each attribute by its wire key."""
        return {cls._wire_keys.get(name, name): name for name in _names(cls)}

    def __getitem__(self, key: str) -> Any:
        name = self._attributes().get(key)
        value = UNSET if name is None else getattr(self, name)
        if value is UNSET:
            value = self.additional_properties.get(key, UNSET)
        if value is UNSET:
            raise KeyError(f"this {type(self).__name__} has no key {key!r}")
        return value

    def __setitem__(self, key: str, value: Any) -> None:
        name = self._attributes().get(key)
        if name is None:
            self.additional_properties[key] = value
        else:
            setattr(self, name, value)

    def __iter__(self) -> Iterator[str]:
        known = {key for key, name in self._attributes().items() if getattr(self, name) is not UNSET}
        yield from (key for key in self._attributes() if key in known)
        yield from (key for key in self.additional_properties if key not in known)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        # A reply came, so that `if reply:` must not depend on how many keys it has.
        return True

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__rich_repr__())})"

    def __rich_repr__(self) -> Iterator[tuple[str, Any]]:
        """Yield name and value of what is shown, for rich and IPython as well: never what is UNSET."""
        known = ((name, getattr(self, name)) for name in _names(type(self)))
        yield from ((name, value) for name, value in known if value is not UNSET)
        yield from self.additional_properties.items()

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Print the model as IPython and Jupyter print their own objects, one key a line where it is long."""
        with printer.group(4, f"{type(self).__name__}(", ")"):
            for index, (name, value) in enumerate(self.__rich_repr__() if not cycle else ()):
                if index:
                    printer.text(",")
                    printer.breakable()
                printer.text(f"{name}=")
                printer.pretty(value)


def _names(model: type[Model]) -> Iterator[str]:
    return (one.name for one in model.__attrs_attrs__ if one.name != "additional_properties")


def _reader(nested: Nested) -> Read:
    models = import_module(f"{__package__}.models")
    classes = [getattr(models, name) for name in nested.models]

    def read(value: Any) -> Any:
        if isinstance(value, dict):
            model = classes[0] if len(classes) == 1 else choose(classes, nested.discriminator, nested.values, value)
            return model.from_dict(value)
        return [read(item) for item in value] if isinstance(value, list) else value

    if not nested.is_map:
        return read
    return lambda value: {key: read(item) for key, item in value.items()} if isinstance(value, dict) else value
