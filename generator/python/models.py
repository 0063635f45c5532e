"""Finds the models that replies use, and the type annotation of each attribute."""

import re
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from ..document import Document, DocumentError
from ..model.ir import Field, SourceLiteral, Table, class_name
from ..opc import GeneratorData, ListProperty, ModelProperty, PropertyProtocol, UnionProperty
from .discriminators import Union, union_of
from .model_schemas import schemas_of_models
from .opc_input import FreeForm
from .reply_types import Replies, qualified


@frozen
class Nested(SourceLiteral):
    """The models in the value of an attribute. `honeyhive_api.model.Nested` describes the fields."""

    models: tuple[str, ...]
    is_map: bool = False
    discriminator: str = ""
    values: dict[str, str] | None = None


class Models:
    """The models and enums in replies, with the functions that the templates call."""

    def __init__(
        self, document: Document, data: GeneratorData, table: Table, free_form: dict[tuple[str, str], FreeForm]
    ) -> None:
        self._free_form = free_form
        self._unions = {
            (name, key): union_of(prop)
            for name, schema in schemas_of_models(document, data).items()
            for key, prop in schema.properties.items()
        }
        by_name = {str(model.class_info.name): model for model in data.models}
        _refuse_taken_names(data.models)
        _rename_taken_attributes(data.models)
        waiting = [by_name[name] for name in {class_name(row.error) for row in table.operations if row.error}]
        for collection in data.endpoint_collections_by_tag.values():
            for endpoint in collection.endpoints:
                waiting += _models_in(Replies.of(endpoint))
        used: dict[str, ModelProperty] = {}
        while waiting:
            model = waiting.pop()
            name = str(model.class_info.name)
            if name not in used:
                used[name] = by_name[name]
                for prop in _properties(by_name[name]):
                    waiting += _models_in(prop)
                    waiting += [by_name[one] for one in self._models_of_map(name, prop)]
        self.used = [model for model in data.models if str(model.class_info.name) in used]
        annotations = " ".join(one.annotation for fields in _all_fields(table) for one in fields)
        enums = set(re.findall(r"models\.(\w+)", annotations))
        props = [prop for model in self.used for prop in _properties(model)]
        imported = " ".join(line for prop in props for line in prop.get_imports(prefix=""))
        names = enums | set(imported.split())
        self.used_enums = [one for one in data.enums if str(one.class_info.name) in names]

    def annotation(self, model: Any, prop: PropertyProtocol) -> str:
        """Return the Python annotation of an attribute."""
        free = self._free_form.get((str(model), _key(prop)))
        return free.annotation if free else qualified(prop)

    def nested(self, model: Any, properties: list[PropertyProtocol]) -> dict[str, Nested]:
        """Return the nested models by attribute, for attributes that have nested models."""
        found = {}
        for prop in properties:
            models = tuple(str(one.class_info.name) for one in _models_in(prop))
            in_map = self._models_of_map(str(model), prop)
            if models or in_map:
                union = self._unions.get((str(model), _key(prop)), Union())
                found[str(prop.python_name)] = Nested(models or in_map, bool(in_map), union.discriminator, union.values)
        return found

    @staticmethod
    def wire_keys(properties: list[PropertyProtocol]) -> dict[str, str]:
        """Return the JSON key of each attribute whose name differs from its key."""
        return {str(one.python_name): _key(one) for one in properties if str(one.python_name) != _key(one)}

    def _models_of_map(self, model: str, prop: PropertyProtocol) -> tuple[str, ...]:
        free = self._free_form.get((model, _key(prop)))
        return (free.model,) if free and free.model else ()


_TAKEN = {"from_dict", "to_dict", "required_keys", "attribute_names", "additional_properties", "models"}
"""Names of the members that every model has, which an attribute therefore cannot have."""

_MAPPING_METHODS = {"get", "items", "keys", "values"}


def _rename_taken_attributes(models: list[ModelProperty]) -> None:
    """Append an underscore to attributes that have the name of a Mapping method. Their JSON keys stay."""
    for prop in (prop for model in models for prop in _properties(model)):
        if str(prop.python_name) in _MAPPING_METHODS:
            prop.python_name = type(prop.python_name)(f"{prop.python_name}_", "", skip_snake_case=True)


def _refuse_taken_names(models: list[ModelProperty]) -> None:
    """Raise DocumentError for names of schemas and properties that generated models need."""
    found = [
        f"schema {one.class_info.name}: its name is reserved; rename it"
        for one in models
        if str(one.class_info.name) in RESERVED_CLASSES
    ]
    for model in models:
        names = sorted(str(one.python_name) for one in _properties(model) if str(one.python_name) in _TAKEN)
        found += [f"schema {model.class_info.name}: its property {one} has a reserved name" for one in names]
    if found:
        raise DocumentError(*found)


RESERVED_CLASSES = frozenset({"Model", "Nested", "Unset"})
"""Names of classes that generated models import."""


def _all_fields(table: Table) -> Iterator[tuple[Field, ...]]:
    yield from (one.fields for one in table.operations)
    yield from (one.fields for one in table.inputs)


def _key(prop: PropertyProtocol) -> str:
    return str(prop.name.get_untrusted_value())


def _properties(model: ModelProperty) -> list[PropertyProtocol]:
    return [*(model.required_properties or ()), *(model.optional_properties or ())]


def _models_in(prop: PropertyProtocol | None) -> Iterator[ModelProperty]:
    """Yield the models in a property: directly, in a list or in a union."""
    if isinstance(prop, ModelProperty):
        yield prop
    elif isinstance(prop, ListProperty):
        yield from _models_in(prop.inner_property)
    elif isinstance(prop, UnionProperty):
        for inner in prop.inner_properties:
            yield from _models_in(inner)
