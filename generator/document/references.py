"""References. No other module reads, follows or writes a ``$ref``."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .problems import DocumentError, Problems, shown

Node = dict[str, Any]

SCHEMA_PREFIX = "#/components/schemas/"

_NAMES = {
    "callbacks",
    "content",
    "dependentSchemas",
    "examples",
    "headers",
    "parameters",
    "pathItems",
    "paths",
    "patternProperties",
    "properties",
    "requestBodies",
    "responses",
    "schemas",
    "securitySchemes",
}
"""Keys whose value is an object with free names: below `properties`, `value` is a name and not a keyword."""

_DATA = {"const", "default", "enum", "example", "value"}


def resolve(root: Node, node: Any) -> Node:
    """Return the node, or the object that its ``$ref`` points to."""
    seen = set()
    if not isinstance(node, dict):
        raise DocumentError(f"expected an object, found {shown(node)}")
    found: Node = node
    while "$ref" in found:
        reference = found["$ref"]
        if reference in seen:
            raise DocumentError(f"{reference} refers to itself")
        seen.add(reference)
        found = _at(root, reference)
    return found


def _at(root: Node, reference: Any) -> Node:
    node: Any = root
    if not isinstance(reference, str) or not reference.startswith("#/"):
        raise DocumentError(f"{reference} is outside this document; copy its target into components")
    for part in reference.removeprefix("#/").split("/"):
        key = part.replace("~1", "/").replace("~0", "~")
        if isinstance(node, list) and key.isdecimal() and int(key) < len(node):
            node = node[int(key)]
        elif isinstance(node, dict) and key in node:
            node = node[key]
        else:
            raise DocumentError(f"{reference} does not exist")
    if not isinstance(node, dict):
        raise DocumentError(f"{reference} is not an object")
    found: Node = node
    return found


def nodes(node: Any) -> Iterator[Node]:
    """Yield the node and every object below it, except for example values."""
    if isinstance(node, list):
        for item in node:
            yield from nodes(item)
    elif isinstance(node, dict):
        yield node
        for key, value in list(node.items()):
            if key in _NAMES and isinstance(value, dict):
                yield from nodes(list(value.values()))
            elif key not in _DATA and not key.startswith("x-") and not (key == "examples" and isinstance(value, list)):
                yield from nodes(value)


def references(node: Any) -> Iterator[str]:
    """Yield every ``$ref`` below a node."""
    for one in nodes(node):
        if isinstance(one.get("$ref"), str):
            yield one["$ref"]


def reached(root: Node, *starts: Any) -> set[tuple[str, str]]:
    """Return the components that the starting nodes refer to, directly or indirectly, as (kind, name)."""
    components = root.get("components", {})
    found: set[tuple[str, str]] = set()
    waiting = list(starts)
    while waiting:
        for reference in references(waiting.pop()):
            kind, _, name = reference.removeprefix("#/components/").partition("/")
            if (kind, name) not in found and name in components.get(kind, {}):
                found.add((kind, name))
                waiting.append(components[kind][name])
    return found


def rename_schemas(data: Node, names: Mapping[str, str]) -> None:
    """Rename schemas in components, references and discriminators.

    The values that a discriminator distinguishes stay.
    """
    schemas = data["components"]["schemas"]
    data["components"]["schemas"] = {names.get(name, name): schema for name, schema in schemas.items()}
    renamed = {f"{SCHEMA_PREFIX}{old}": f"{SCHEMA_PREFIX}{new}" for old, new in names.items()}
    for node in nodes(data):
        if isinstance(node.get("discriminator"), dict):
            _rename_values(node, names, renamed)
    for node in nodes(data):
        if node.get("$ref") in renamed:
            node["$ref"] = renamed[node["$ref"]]


def _rename_values(union: Node, names: Mapping[str, str], renamed: Mapping[str, str]) -> None:
    """Rename the schemas in a discriminator's mapping.

    A renamed branch that has no entry gets one, so that its old schema name remains the value.
    """
    mapping = union["discriminator"].get("mapping", {})
    found = {value: renamed.get(one, names.get(one, one)) for value, one in mapping.items()}
    for branch in (*union.get("oneOf", ()), *union.get("anyOf", ())):
        reference = str(branch.get("$ref")) if isinstance(branch, dict) else ""
        if reference in renamed and renamed[reference] not in found.values():
            found[reference.removeprefix(SCHEMA_PREFIX)] = renamed[reference]
    if found:
        union["discriminator"]["mapping"] = found


def free_name(name: str, taken: Iterable[str], suffix: str) -> str:
    """Return the name; the suffix is appended until no other schema has the same class name."""
    classes = set(map(_letters, taken))
    while _letters(name) in classes:
        name += suffix
    return name


def _letters(name: str) -> str:
    """Return the letters and digits of a name in lower case, because class names differ in nothing else."""
    return re.sub(r"[\W_]", "", name).lower()


def rebased(schema: Any, base: str) -> Any:
    """Return the schema with its references prefixed by the URI of the document."""
    if isinstance(schema, list):
        return [rebased(item, base) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: f"{base}{value}" if key == "$ref" and isinstance(value, str) else rebased(value, base)
        for key, value in schema.items()
    }


def dangling(root: Node) -> Problems:
    """Return a line for each dangling reference."""
    found = Problems()
    for where, reference in _written(root, ""):
        with found.collect(where):
            resolve(root, {"$ref": reference})
    return found


def unused(root: Node) -> Iterator[str]:
    """Yield a line for each component without a reference to it."""
    used = {reference for _, reference in _written(root, "")}
    for kind, components in root.get("components", {}).items():
        for name in components if kind != "securitySchemes" else ():
            if f"#/components/{kind}/{name}" not in used:
                yield f"#/components/{kind}/{name}: nothing refers to it; remove it"


def _written(node: Any, where: str, *, names: bool = False) -> Iterator[tuple[str, str]]:
    """Yield the place and target of each reference, except in example values and extensions.

    ``names`` is True if the keys are names, which may include ``value``.
    """
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from _written(item, f"{where}/{index}")
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref" and isinstance(value, str):
                yield f"#{where}", value
            elif names or not (key in _DATA or key.startswith("x-")):
                yield from _written(value, f"{where}/{key}", names=not names and key in _NAMES)
