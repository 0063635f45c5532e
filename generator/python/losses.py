"""Detects what openapi-python-client dropped or weakened; it often does so silently, with exit status 0."""

import re
from collections.abc import Iterator, Mapping

from ..document import Document, Operation, Schema
from ..model.fields import other_media
from ..model.ir import class_name
from ..opc import Endpoint, GeneratorData, GeneratorError, ModelProperty, PropertyProtocol, message_of
from .discriminators import is_ambiguous, objects_of
from .model_schemas import schemas_of_models
from .opc_input import FREE_FORM, MODEL

_SCHEMA = re.compile(
    r"Unable to (?:parse|process) schema /components/schemas/([^:]+):+ "
    r"(?:Unable to parse this part of your OpenAPI document: : )?(.*?)(?: Failure to process schema .*)?$"
)
"""Pattern of an error about a schema. The error also lists schemas that are dropped as a consequence."""

_OPERATION = re.compile(r"WARNING parsing (\w+) (\S+) within .*?\.(?: Endpoint will not be generated\.)?:+ (.*)$")

_WAY_OUT = "add a discriminator, or give each object a required key of its own"


def find_losses(document: Document, data: GeneratorData) -> Iterator[str]:
    """Yield a line for each operation, reply, schema and property that was dropped or weakened."""
    yield from map(_of_schema, data.errors)
    yield from _operations(document, data)
    yield from _models(document, data)
    places = {f"{one.method} {_shape_of(one.path)}": one.where for one in document.operations()}
    for collection in data.endpoint_collections_by_tag.values():
        yield from (_of_operation(one, places) for one in collection.parse_errors)


def _of_schema(error: GeneratorError) -> str:
    """Return the message of an error, prefixed with the schema that the error is about."""
    message = message_of(error)
    found = _SCHEMA.match(message)
    return f"schema {found[1]}: it is dropped: {found[2]}" if found else message


def _of_operation(error: GeneratorError, places: Mapping[str, str]) -> str:
    """Return the message of an error, prefixed with the operation that the error is about."""
    message = message_of(error)
    found = _OPERATION.match(message)
    where = places.get(f"{found[1]} {_shape_of(found[2])}") if found else None
    return f"{where}: {found[3]}" if found and where else message


def _operations(document: Document, data: GeneratorData) -> Iterator[str]:
    endpoints = [one for collection in data.endpoint_collections_by_tag.values() for one in collection.endpoints]
    by_place = {(one.method.upper(), _shape_of(str(one.path.get_untrusted_value()))): one for one in endpoints}
    for operation in document.operations():
        endpoint = by_place.get((operation.method, _shape_of(operation.path)))
        if endpoint is None:
            yield f"{operation.where}: the operation is dropped"
        else:
            yield from _replies(operation, endpoint)


def _shape_of(path: str) -> str:
    """Return the path without parameter names, because openapi-python-client renames them."""
    return "/".join("{}" if part.startswith("{") else part for part in path.split("/"))


def _replies(operation: Operation, endpoint: Endpoint) -> Iterator[str]:
    successes = {status: content for status, content in operation.responses.items() if status.startswith("2")}
    forms = [
        str([media.schema.raw for media in content.media.values()]) for content in successes.values() if content.media
    ]
    if len(set(forms)) > 1:
        yield f"{operation.where}: the replies {', '.join(successes)} differ, and only the first is read"
    kept = {one.status_code.pattern: one for one in endpoint.responses.patterns}
    for status, content in operation.responses.items():
        if not status.startswith("2"):
            continue
        reply = f"{operation.where}: the reply {status}"
        schema = next((media.schema for media in content.media.values()), None)
        if content.media and not any("json" in name for name in content.media):
            yield f"{reply} is {other_media(content.media)}"
        elif status not in kept:
            yield f"{reply} is dropped: {_reason(schema, endpoint)}"
        elif schema is not None and (unread := _unread(schema)):
            yield f"{reply} is {unread}; wrap it in a property of an object"
        elif schema is not None and _is_weaker(schema, kept[status].prop):
            yield f"{reply} loses its type and becomes Any"
        elif schema is not None and is_ambiguous(schema):
            yield f"{reply} is a union of objects that cannot be told apart; {_WAY_OUT}"


def _reason(schema: Schema | None, endpoint: Endpoint) -> str:
    """Return the reason why openapi-python-client dropped a reply."""
    for one in schema.written() if schema is not None else ():
        if (
            isinstance(one.raw, dict)
            and len({type(value) for value in one.raw.get("enum", ()) if value is not None}) > 1
        ):
            return "an enum in it has values of several types"
    details = " ".join(str(one.detail) for one in endpoint.errors)
    found = re.search(r"status code .*? \((.*?)\), response will be omitted", details, re.DOTALL)
    return " ".join(found[1].split()) if found else "openapi-python-client cannot parse it"


def _unread(schema: Schema) -> str:
    """Return a nesting of models that reply readers do not support; empty if there is none."""
    if MODEL in schema.merged:
        return "a map of objects"
    inside = schema.items if schema.items is not None else schema
    if inside.items is not None and objects_of(inside):
        return "an array of arrays of objects"
    is_either = schema.items is not None and not set(schema.types) <= {"array", "null"}
    if any(one.items is not None and objects_of(one) for one in (*inside.options, *([schema] if is_either else ()))):
        return "a union with an array of objects"
    return "a union with a map of objects" if any(MODEL in one.merged for one in inside.options) else ""


def _models(document: Document, data: GeneratorData) -> Iterator[str]:
    models = {str(model.class_info.name): model for model in data.models}
    for name, schema in document.components.items():
        if not schema.properties:
            continue
        model = models.pop(class_name(name), None)
        if model is None:
            yield f"schema {name}: it is dropped"
        else:
            yield from _properties(name, schema, model)
    schemas = schemas_of_models(document, data)
    for name, model in models.items():
        yield from _properties(name, schemas[name], model)


def _properties(name: str, schema: Schema, model: ModelProperty) -> Iterator[str]:
    kept = {
        str(one.name.get_untrusted_value()): one
        for one in [*(model.required_properties or ()), *(model.optional_properties or ())]
    }
    for key, prop in schema.properties.items():
        if key not in kept:
            yield f"schema {name}: the property {key} is dropped"
        elif _is_weaker(prop, kept[key]):
            yield f"schema {name}: the property {key} loses its type and becomes Any"
        elif is_ambiguous(prop):
            yield f"schema {name}: the property {key} is a union of objects that cannot be told apart; {_WAY_OUT}"


def _is_weaker(schema: Schema, prop: PropertyProtocol) -> bool:
    if FREE_FORM in schema.merged:
        return False
    says_something = bool(schema.types or {"properties", "oneOf", "anyOf", "enum"} & set(schema.merged))
    return says_something and prop.get_type_string(no_optional=True).as_unembedded_code() == "Any"
