"""The document as it was written: read once, every reference in reach."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, Self

import yaml
from attrs import evolve, field, frozen

METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")
SCHEMA_PREFIX = "#/components/schemas/"


class DocumentError(Exception):
    """The document cannot be read, or something in it cannot be carried over."""


_TEXT: Final = "tag:yaml.org,2002:str"
_MERGE: Final = "tag:yaml.org,2002:merge"


class _Loader(yaml.CSafeLoader):
    """Reads keys as JSON has them: each is a text, and none stands twice, of which YAML would keep the last one."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "a key is not a text", key.start_mark)
            if key.value in seen:
                message = f"the key {key.value!r} stands twice"
                raise yaml.constructor.ConstructorError(None, None, message, key.start_mark)
            seen.add(key.value)
            if key.tag != _MERGE:  # 200 and true are keys like any other
                key.tag = _TEXT
        return super().construct_mapping(node, deep=deep)


@frozen
class Document:
    """An OpenAPI document and the name of its file."""

    name: str
    data: dict[str, Any]
    text: str = field(default="", repr=False, eq=False)
    """What it was read from; empty for one that was made."""

    @classmethod
    def read(cls, file: Path) -> Self:
        """The document in a YAML or JSON file."""
        try:
            return cls.parse(str(file), file.read_text(encoding="utf-8"))._named(file.name)
        except OSError as error:
            raise DocumentError(f"{file}: {error.strerror}") from None
        except UnicodeDecodeError as error:
            raise DocumentError(f"{file}: {error}") from None

    @classmethod
    def parse(cls, name: str, text: str) -> Self:
        """The document in a text of YAML or JSON; the name stands in messages."""
        try:
            data = yaml.load(text, Loader=_Loader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise DocumentError(f"{name}:{mark.line + 1 if mark else 1}: {error.problem}") from None
        except yaml.YAMLError as error:
            raise DocumentError(f"{name}: {error}") from None
        if not isinstance(data, dict) or "openapi" not in data:
            raise DocumentError(f"{name}: this is not an OpenAPI document")
        return cls(name, data, text)

    def _named(self, name: str) -> Self:
        return evolve(self, name=name)

    @property
    def schemas(self) -> dict[str, Any]:
        """The named schemas."""
        found: dict[str, Any] = self.data.get("components", {}).get("schemas", {})
        return found

    def operations(self) -> Iterator[tuple[str, str, dict[str, Any], dict[str, Any]]]:
        """Each operation as method (upper case), path, path item and operation, in the order of the document."""
        for path, item in self.data.get("paths", {}).items():
            for method in METHODS:
                if method in item:
                    yield method.upper(), path, item, item[method]

    def resolve(self, node: dict[str, Any]) -> dict[str, Any]:
        """The node itself, or what its ``$ref`` points at."""
        seen = set()
        if not isinstance(node, dict):
            raise DocumentError(f"an object is expected where {node!r} stands")
        while "$ref" in node:
            reference = node["$ref"]
            if reference in seen:
                raise DocumentError(f"{reference} refers to itself")
            seen.add(reference)
            node = self._at(reference)
        return node

    def _at(self, reference: str) -> dict[str, Any]:
        node: Any = self.data
        for part in reference.removeprefix("#/").split("/"):
            key = part.replace("~1", "/").replace("~0", "~")
            if not isinstance(node, dict) or key not in node:
                raise DocumentError(f"{reference} points at nothing")
            node = node[key]
        if not reference.startswith("#/") or not isinstance(node, dict):
            raise DocumentError(f"{reference} points at nothing in this document")
        return node

    def merged(self, schema: dict[str, Any]) -> dict[str, Any]:
        """The schema with its references, its ``allOf`` and what makes it nullable taken in; the outer keys win."""
        schema = self.resolve(schema)
        if (target := nullable_target(schema)) is not None:
            inner = self.merged(target)
            outer = {key: value for key, value in schema.items() if key != "anyOf"}
            return inner | outer | {"type": [*json_types(inner), "null"]}
        if "allOf" not in schema:
            return schema
        whole: dict[str, Any] = {}
        properties: dict[str, Any] = {}
        required: list[str] = []
        outer = {key: value for key, value in schema.items() if key != "allOf"}
        for part in [*(self.merged(one) for one in schema["allOf"]), outer]:
            whole |= part
            properties |= part.get("properties", {})
            required += [name for name in part.get("required", ()) if name not in required]
        if properties:
            whole |= {"type": "object", "properties": properties}
        if required:
            whole["required"] = required
        return whole


def nullable_target(schema: dict[str, Any]) -> dict[str, Any] | None:
    """What ``anyOf: [it, {type: 'null'}]`` makes nullable; None for any other schema."""
    match schema.get("anyOf"):
        case [{"$ref": _} as target, {"type": "null"}]:
            return dict(target)
    return None


def schema_name(schema: dict[str, Any]) -> str | None:
    """The name of the schema that this one refers to: directly, nullable, or as the only part of an ``allOf``."""
    schema = nullable_target(schema) or schema
    parts = schema.get("allOf", ())
    reference = schema.get("$ref") or (len(parts) == 1 and "properties" not in schema and parts[0].get("$ref")) or ""
    return reference.removeprefix(SCHEMA_PREFIX) if reference.startswith(SCHEMA_PREFIX) else None


def json_types(schema: dict[str, Any]) -> tuple[str, ...]:
    """The JSON types that a merged schema allows, ``null`` among them; empty where it allows any."""
    types = schema.get("type", ())
    return (types,) if isinstance(types, str) else tuple(types)


def is_free_form(schema: dict[str, Any]) -> bool:
    """Whether a merged schema is an object whose keys the document does not name: a plain dict in Python."""
    return "object" in json_types(schema) and not schema.get("properties")
