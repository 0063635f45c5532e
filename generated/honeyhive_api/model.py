# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Base class of the models: converts JSON objects of replies to models and back."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any, ClassVar, NamedTuple, Self

from attrs import NOTHING, define, field

from .reading import choose
from .types import UNSET, plain

Read = Callable[[Any], Any]


class Nested(NamedTuple):
    """The models in an attribute: directly, in lists, or as the values of a map."""

    models: tuple[str, ...]
    """Class names; more than one for a union."""
    is_map: bool = False
    discriminator: str = ""
    """Key whose value chooses the class; empty if the document has none."""
    values: Mapping[str, str] = {}
    """Class name for each value of the discriminator."""


@define(repr=False, eq=False)
class Model(Mapping[str, Any]):
    """A JSON object of a reply: a Mapping over its wire keys. Documented keys are attributes as well.

    An absent key is UNSET as an attribute and raises KeyError in brackets. Even an empty model is true. Values whose
    type differs from the document are kept unchanged.
    """

    additional_properties: dict[str, Any] = field(init=False, factory=dict)
    """Undocumented keys."""

    _wire_keys: ClassVar[Mapping[str, str]] = {}
    """Wire key of each attribute whose name differs from its key."""
    _nested: ClassVar[Mapping[str, Nested]] = {}
    _plan: ClassVar[tuple[tuple[Callable[..., None], str, str, Read | None], ...] | None] = None
    """(setter, name, wire key, reader) of each attribute; built on first use."""

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
        """Return the JSON object as a dict, without UNSET attributes and with each nested model as a dict."""
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
        """Let pydantic accept instances, for example in ``validate_call``."""
        from pydantic_core import core_schema

        written = core_schema.plain_serializer_function_ser_schema(lambda model: model.to_dict())
        return core_schema.is_instance_schema(cls, serialization=written)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "object", "title": cls.__name__}

    @classmethod
    @cache
    def required_keys(cls) -> frozenset[str]:
        """Return the wire keys that the document requires."""
        required = [one.name for one in cls.__attrs_attrs__ if one.init and one.default is NOTHING]
        return frozenset(cls._wire_keys.get(name, name) for name in required)

    @classmethod
    @cache
    def attribute_names(cls) -> Mapping[str, str]:
        """Return the attribute name for each documented wire key."""
        return {cls._wire_keys.get(name, name): name for name in _names(cls)}

    def __getitem__(self, key: str) -> Any:
        name = self.attribute_names().get(key)
        value = UNSET if name is None else getattr(self, name)
        if value is UNSET:
            value = self.additional_properties.get(key, UNSET)
        if value is UNSET:
            raise KeyError(f"this {type(self).__name__} has no key {key!r}")
        return value

    def __setitem__(self, key: str, value: Any) -> None:
        name = self.attribute_names().get(key)
        if name is None:
            self.additional_properties[key] = value
        else:
            setattr(self, name, value)

    def __iter__(self) -> Iterator[str]:
        known = {key for key, name in self.attribute_names().items() if getattr(self, name) is not UNSET}
        yield from (key for key in self.attribute_names() if key in known)
        yield from (key for key in self.additional_properties if key not in known)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        # An empty Mapping would be false, but `if reply:` should only test for None.
        return True

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__rich_repr__())})"

    def __rich_repr__(self) -> Iterator[tuple[str, Any]]:
        """Yield the name and value of each attribute that is not UNSET, and of each undocumented key."""
        known = ((name, getattr(self, name)) for name in _names(type(self)))
        yield from ((name, value) for name, value in known if value is not UNSET)
        yield from self.additional_properties.items()

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Print the model for IPython and Jupyter, with one key per line if it is long."""
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
