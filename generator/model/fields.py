"""Arguments: parameters, body keys, and keys of nested objects."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve, frozen

from ..document import SUNSET, Document, DocumentError, Operation, Parameter, Schema
from ..opc import strings
from .ir import Field, class_name, python_name

_SCALARS = {"string": "str", "number": "float", "integer": "int", "boolean": "bool"}
_KINDS = {"unix-ms": "Timestamp", "uuid": "str | UUID", "date-time": "str | datetime"}
_RANGE_ENDS = {"$gte", "$gt", "$lte", "$lt", "start_time", "end_time"}


@frozen
class Body:
    """The request body of an operation, in the form of arguments."""

    form: str | None = None
    """flat: each key is an argument. whole: the body is one argument. None: there is no body."""
    fields: tuple[Field, ...] = ()
    exactly_one: tuple[tuple[str, ...], ...] = ()
    annotation: str = ""
    inputs: tuple[str, ...] = ()
    """Names of the objects whose typed dicts the argument `body` accepts."""
    is_required: bool = False


class Fields:
    """Builds fields from schemas, and collects the objects in the schemas. An inline object gets a derived name."""

    def __init__(self, document: Document, replies: frozenset[str]) -> None:
        self._document = document
        self._replies = replies
        self._classes = frozenset(map(class_name, document.schemas))
        self.objects: dict[str, Schema] = {}
        """Objects in arguments, and bodies with named keys, by name."""
        self._input_names: dict[str, str] = {}
        self._met: list[str] = []

    @property
    def shapes(self) -> list[str]:
        """Names of the objects in arguments: named objects in document order, then inline objects."""
        waiting, found = list(self._met), set[str]()
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += [inner for one in self.of_object(name) for inner in one.shapes]
        named = [name for name in self._document.components if name in found]
        return [*named, *sorted(found - set(named))]

    def parameter(self, parameter: Parameter) -> Field:
        """Return the field of a path or query parameter."""
        made = self._field(
            parameter.name,
            parameter.value.schema,
            parameter.location,
            required=parameter.is_required,
            outer=parameter.raw,
            parent="",
        )
        self._met += made.shapes
        media = parameter.raw.get("content", {})
        if media and list(media) != ["application/json"]:
            raise DocumentError(f"{parameter.where}: it is not application/json but {', '.join(media)}")
        return evolve(made, kind="json") if media else made

    def body(self, operation: Operation, identifier: str) -> Body:
        """Return the request body of an operation."""
        content = operation.body
        if content is None:
            return Body()
        if content.json is None:
            raise DocumentError(f"{operation.where}: request body: it is {other_media(content.media)}")
        schema = content.json.schema
        if not schema.properties:
            field = self._field(
                "body", schema, "body", required=content.is_required, outer=content.raw, parent=identifier
            )
            self._met += field.shapes
            whole = evolve(field, argument="body")
            return Body("whole", (whole,), (), whole.annotation, whole.shapes, content.is_required)
        name = self._register(schema, f"{class_name(identifier)}Body")
        keys = self.of_object(name)
        self._met += [inner for one in keys for inner in one.shapes]
        return Body("flat", keys, _exactly_one(schema), self._annotation_of(name), (name,), content.is_required)

    def of_object(self, name: str) -> tuple[Field, ...]:
        """Return a field for each key of the object with this name."""
        schema = self.objects[name]
        return tuple(
            self._field(key, prop, "body", required=key in schema.required, outer={}, parent=name)
            for key, prop in schema.properties.items()
        )

    def input_name(self, name: str) -> str:
        """Return the name of an object's typed dict: the schema's name, plus ``Input`` if a model has that name.

        If another schema or typed dict has the resulting name, ``Argument`` is appended until the name is unique.
        """
        if name not in self._input_names:
            made = class_name(name)
            has_model = name in self._replies
            others = self._classes if has_model or name not in self._document.schemas else self._classes - {made}
            found = f"{made}Input" if has_model else made
            while found in others or found in self._input_names.values():
                made += "Argument"
                found = made
            self._input_names[name] = found
        return self._input_names[name]

    def _register(self, schema: Schema, made_name: str) -> str:
        """Return the name of an object: its schema's name, or a unique form of the derived name."""
        name = schema.name
        if name is None:
            name = made_name
            while class_name(name) in self._classes or self.objects.get(name, schema).raw != schema.raw:
                name += "Value"
        self.objects.setdefault(name, self._document.components.get(name, schema))
        return name

    def _field(
        self, name: str, schema: Schema, location: str, *, required: bool, outer: dict[str, Any], parent: str
    ) -> Field:
        kind = _kind(schema)
        # If a value is sent as a JSON string, the caller passes the value itself, so its type is the one inside the
        # string.
        held = schema.content or schema
        choices = held.get("enum", ())
        is_map = _is_map(held)
        shapes = tuple(dict.fromkeys(self._objects_in(held, f"{parent}{_pascal(name)}")))
        return Field(
            name,
            python_name(schema.get("x-honeyhive-path-parameter", name)),
            location,
            tuple(_types(held)),
            required=required,
            nullable=held.nullable,
            kind=kind,
            choices=tuple(one for one in choices if isinstance(one, str)),
            shape=self._checked(held, f"{parent}{_pascal(name)}"),
            is_map=is_map and self._checked(held, f"{parent}{_pascal(name)}") is not None,
            max_items=held.get("maxItems"),
            deprecated=outer.get("deprecated", schema.get("deprecated", False)),
            replaced_by=tuple(outer.get("x-honeyhive-replaced-by", schema.get("x-honeyhive-replaced-by", ()))),
            sunset=outer.get(SUNSET, schema.get(SUNSET)),
            description=words(outer.get("description") or schema.get("description", "")),
            annotation=self._with_dates(name, parent, self._annotation(held, f"{parent}{_pascal(name)}", kind)),
            shapes=shapes,
        )

    def _checked(self, schema: Schema, made_name: str) -> str | None:
        """Return the object whose keys are checked at run time: the value, each list item, or each map value.

        Deeper nesting and unions of several objects are only typed, not checked.
        """
        if _is_map(schema):
            held = [schema.values]
        else:
            branches = [schema, *schema.options] if schema.options else [schema]
            if any(map(_is_map, branches)):
                return None
            held = [one.items if one.items is not None else one for one in branches]
        names = {
            self._register(one, f"{made_name}Item" if schema.items is not None else made_name)
            for one in held
            if one is not None and one.properties
        }
        return names.pop() if len(names) == 1 else None

    def _objects_in(self, schema: Schema, made_name: str) -> Iterator[str]:
        """Yield the names of the objects in a value: the value itself, its items, its map values and its branches."""
        if schema.properties:
            yield self._register(schema, made_name)
        for inner in (schema.items, schema.values, *schema.options):
            if inner is not None and not (schema.properties and inner is schema.values):
                yield from self._objects_in(inner, f"{made_name}Item" if inner is schema.items else made_name)

    def _annotation(self, schema: Schema, made_name: str, kind: str | None = None) -> str:
        """Return the Python annotation of a value, without None."""
        if kind in _KINDS:
            return _KINDS[kind]
        choices = [one for one in schema.get("enum", ()) if isinstance(one, str)]
        if choices:
            return f"models.{class_name(schema.name)}" if schema.name else f"Literal[{', '.join(map(repr, choices))}]"
        parts = [self._of_type(name, schema, made_name) for name in schema.types if name != "null"]
        if not parts:
            parts = [self._annotation(one, made_name, _kind(one)) for one in schema.options]
        split = dict.fromkeys(inner for part in parts for inner in _alternatives(part))
        return " | ".join(split) or "Any"

    def _of_type(self, name: str, schema: Schema, made_name: str) -> str:
        if name == "array":
            return f"Sequence[{self._nullable(schema.items, f'{made_name}Item')}]"
        if name != "object":
            return _SCALARS[name]
        if schema.properties:
            return self._annotation_of(self._register(schema, made_name))
        return f"Mapping[str, {self._nullable(schema.values, made_name)}]"

    def _nullable(self, schema: Schema | None, made_name: str) -> str:
        if schema is None:
            return "Any"
        annotation = self._annotation(schema, made_name, _kind(schema))
        return f"{annotation} | None" if schema.nullable and annotation != "Any" else annotation

    def _annotation_of(self, name: str) -> str:
        """Return the annotation of an object: its typed dict, and the models that are accepted instead."""
        written = self._document.components[name].raw if name in self._document.components else {}
        read = tuple(written.get("x-honeyhive-read-as", ()))
        for one in read:
            if one not in self._replies:
                raise DocumentError(f"schema {name}: x-honeyhive-read-as names {one}, which is not in any reply")
        models = (name, *read) if name in self._replies else read
        return " | ".join([f"inputs.{self.input_name(name)}", *(f"models.{class_name(one)}" for one in models)])

    @staticmethod
    def _with_dates(name: str, parent: str, annotation: str) -> str:
        """Add datetime and date to the annotations of a date range's start and end."""
        if not parent.endswith("DateRange") or name not in _RANGE_ENDS:
            return annotation
        return " | ".join(dict.fromkeys([*_alternatives(annotation), "datetime", "date"]))


_KNOWN_MEDIA = {
    "multipart/form-data": "a multipart form",
    "application/x-www-form-urlencoded": "a URL-encoded form",
    "text/event-stream": "an event stream",
}


def other_media(names: Iterable[str]) -> str:
    """Return a message about a body that is not JSON: ``a multipart form; only application/json is supported``."""
    found = " or ".join(f"{_KNOWN_MEDIA[one]} ({one})" if one in _KNOWN_MEDIA else one for one in names)
    return f"{found or 'without a media type'}; only application/json is supported"


def words(text: str) -> str:
    """Return the string with each paragraph on one line."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))


def _alternatives(annotation: str) -> list[str]:
    """Split ``A | B[C | D]`` at its top-level bars."""
    parts, depth = [""], 0
    for piece in annotation.split(" | "):
        parts[-1] += (" | " if depth else "") + piece
        depth += piece.count("[") - piece.count("]")
        if not depth:
            parts.append("")
    return [part for part in parts if part]


def _types(schema: Schema) -> Iterator[str]:
    """Yield the valid JSON types of a schema, including those of union branches, without null."""
    found = [one for one in schema.types if one != "null"]
    if not found and schema.options:
        of_options = [list(_types(option)) for option in schema.options]
        found = [name for types in of_options for name in types] if all(of_options) else []
    yield from dict.fromkeys(found)


def _is_map(schema: Schema) -> bool:
    return "object" in schema.types and not schema.properties and schema.values is not None


def _kind(schema: Schema) -> str | None:
    if schema.content is not None:
        return "json"
    if schema.get("format") == "date-time":
        return "date-time"
    kind: str | None = schema.get("x-honeyhive-kind")
    return kind


def _pascal(name: str) -> str:
    return strings.pascal_case(strings.sanitize(name.replace("$", "")))


def _exactly_one(schema: Schema) -> tuple[tuple[str, ...], ...]:
    """Return groups of keys. From each group a caller must pass exactly one key: ``oneOf: [{required: [a]}, ...]``."""
    groups = []
    for option in [schema.merged, *schema.get("allOf", ())]:
        alternatives = [one.get("required", ()) for one in option.get("oneOf", ()) if set(one) == {"required"}]
        if alternatives and all(len(names) == 1 for names in alternatives):
            groups.append(tuple(name for names in alternatives for name in names))
    return tuple(dict.fromkeys(groups))
