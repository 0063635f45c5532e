"""The line that a message is about, found by the place that the message begins with."""

import re
from typing import Final

import yaml

_OPERATION: Final = re.compile(r"([A-Z]+) (/\S*)")
_SCHEMA: Final = re.compile(r"schema (\S+)")


def line_of(root: yaml.Node, message: str) -> int | None:
    """Return the line of the innermost place that a message names, None where it names none.

    A place is ``METHOD /path``, with ``parameter NAME``, ``request body`` or ``response STATUS`` behind it, or
    ``schema NAME``, or a pointer such as ``#/components/schemas/Name.property/items``.
    """
    place, _, rest = message.partition(": ")
    if operation := _OPERATION.fullmatch(place):
        method = operation[1].lower()
        return _in_operation(root, operation[2], method, rest) or _walk(root, f"/paths/{operation[2]}/{method}")
    if schema := _SCHEMA.fullmatch(place):
        place = f"#/components/schemas/{schema[1]}"
    return _walk(root, place[1:]) if place.startswith("#/") else None


def _in_operation(root: yaml.Node, path: str, method: str, rest: str) -> int | None:
    item = _value(_value(root, "paths"), path)
    operation = _value(item, method)
    if named := re.match(r"parameter (\S+?)(?=:| |$)", rest):
        return _parameter(root, (operation, item), named[1])
    if named := re.match(r"(?:response|reply) (\w+)", rest):
        return _key(_value(operation, "responses"), named[1])
    return _key(operation, "requestBody") if re.match(r"(?:\S+ )?(?:its |the )?(?:\S+ )?request body", rest) else None


def _parameter(root: yaml.Node, holders: tuple[yaml.Node | None, ...], name: str) -> int | None:
    for holder in holders:
        listed = _value(holder, "parameters")
        for one in listed.value if isinstance(listed, yaml.SequenceNode) else ():
            reference = _value(one, "$ref")
            target = _pointed(root, str(reference.value)) if reference is not None else one
            found = _value(target, "name")
            if target is not None and found is not None and found.value == name:
                return int(target.start_mark.line) + 1
    return None


def _pointed(root: yaml.Node, reference: str) -> yaml.Node | None:
    node: yaml.Node | None = root
    for part in reference.removeprefix("#/").split("/"):
        node = _value(node, part)
    return node


def _walk(root: yaml.Node, way: str) -> int | None:
    line, node = None, root
    while way:
        if way.startswith(".") and (inner := _child(node, "/properties")):
            node = inner[1]
        step = _child(node, way)
        if step is None:
            break
        line, node, way = step
    return line


def _child(node: yaml.Node, way: str) -> tuple[int, yaml.Node, str] | None:
    """Return the line, the node and the rest of the way behind the longest key that the way begins with."""
    if isinstance(node, yaml.SequenceNode):
        pairs = [(str(index), item, item) for index, item in enumerate(node.value)]
    else:
        pairs = [(key.value, key, value) for key, value in _pairs(node)]
    rest = way[1:]
    here = [one for one in pairs if rest == one[0] or rest.startswith((f"{one[0]}/", f"{one[0]}."))]
    if not here:
        return None
    name, mark, value = max(here, key=lambda one: len(one[0]))
    return mark.start_mark.line + 1, value, rest[len(name) :]


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    return list(node.value) if isinstance(node, yaml.MappingNode) else []


def _value(node: yaml.Node | None, name: str) -> yaml.Node | None:
    return next((value for key, value in _pairs(node) if key.value == name), None)


def _key(node: yaml.Node | None, name: str) -> int | None:
    return next((key.start_mark.line + 1 for key, _ in _pairs(node) if key.value == name), None)
