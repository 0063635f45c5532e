"""Schemas of the models: components, and the inline objects in replies."""

from ..document import Document, Schema
from ..model.ir import class_name
from ..opc import GeneratorData


def schemas_of_models(document: Document, data: GeneratorData) -> dict[str, Schema]:
    """Return the schema of each model by class name."""
    written = {
        str(model.class_info.name): model.data.model_dump(mode="json", by_alias=True, exclude_unset=True)
        for model in data.models
    }
    named = {class_name(name): schema for name, schema in document.components.items() if schema.properties}
    return {name: Schema(document.data, raw) for name, raw in written.items()} | named
