"""Line numbers for error messages, looked up by the document path that each message starts with."""

import re
from typing import Final

import yaml

_OPERATION: Final = re.compile(r"([A-Z]+) (/\S*)")
_SCHEMA: Final = re.compile(r"schema (\S+)")
_PARAMETER: Final = re.compile(r"(?:the \w+ )?parameter (\S+)")
_RESPONSE: Final = re.compile(r"(?:the )?(?:response|reply) (\w+)")
_EXAMPLE: Final = re.compile(r"(?:example )?(\S+) is refused")

Spot = tuple[yaml.Node, yaml.Node]
"""A node with the line number, which is a key or a list item, and the node of its value."""


def line_of(root: yaml.Node, message: str) -> int | None:
    """Return the line of the innermost place in a message, or None without a place.

    A place is ``METHOD /path``, optionally followed by ``parameter NAME``, ``request body`` or ``response STATUS`` and
    then ``example NAME is refused``; or it is ``schema NAME``, or ``#/components/schemas/Name.key/items``.
    """
    place, *rest = message.split(": ")
    if operation := _OPERATION.fullmatch(place):
        spot = _in_operation(root, operation[2], operation[1].lower(), *rest, "", "")
    elif schema := _SCHEMA.fullmatch(place):
        spot = _walk(root, f"/components/schemas/{schema[1]}")
    else:
        spot = _walk(root, place[1:]) if place.startswith("#/") else None
    return spot[0].start_mark.line + 1 if spot else None


def _in_operation(root: yaml.Node, path: str, method: str, part: str, detail: str, *_: str) -> Spot | None:
    operation = _walk(root, f"/paths/{path}/{method}")
    spot = None
    if named := _PARAMETER.match(part):
        for holder in (_get(root, "paths", path, method), _get(root, "paths", path)):
            spot = spot or _parameter(root, holder, named[1])
    elif named := _RESPONSE.match(part):
        spot = _get(root, "paths", path, method, "responses", named[1])
    elif "request body" in part:
        spot = _get(root, "paths", path, method, "requestBody")
    if spot and (named := _EXAMPLE.match(detail)):
        spot = _example(root, spot[1], named[1]) or spot
    return spot or operation


def _parameter(root: yaml.Node, holder: Spot | None, name: str) -> Spot | None:
    listed = _get(holder[1], "parameters") if holder else None
    for _, written in _pairs(listed[1]).values() if listed else ():
        target = _target(root, written)
        found = _get(target, "name")
        if found is not None and found[1].value == name:
            return target, target
    return None


def _example(root: yaml.Node, written: yaml.Node, name: str) -> Spot | None:
    holder = _target(root, written)
    content = _get(holder, "content")
    media = [value for _, value in _pairs(content[1]).values()] if content else [holder]
    found = (_get(one, "examples", name) or _get(one, name) for one in media)
    return next(filter(None, found), None)


def _target(root: yaml.Node, node: yaml.Node) -> yaml.Node:
    """Return the target of the node's ``$ref``, or the node itself."""
    reference = _get(node, "$ref")
    target = _get(root, *str(reference[1].value).removeprefix("#/").split("/")) if reference else None
    return target[1] if target else node


def _walk(root: yaml.Node, way: str) -> Spot | None:
    """Follow a path as far as it exists. A key may contain slashes and dots, so the longest matching key is taken."""
    spot, node = None, root
    while way:
        if way.startswith(".") and (properties := _get(node, "properties")):
            node = properties[1]
        rest = way[1:]
        fitting = [name for name in _pairs(node) if rest == name or rest.startswith((f"{name}/", f"{name}."))]
        if not fitting:
            break
        name = max(fitting, key=len)
        spot = _pairs(node)[name]
        node, way = spot[1], rest[len(name) :]
    return spot


def _get(root: yaml.Node, *keys: str) -> Spot | None:
    spot: Spot | None = (root, root)
    for key in keys:
        spot = _pairs(spot[1]).get(key) if spot else None
    return spot


def _pairs(node: yaml.Node) -> dict[str, Spot]:
    if isinstance(node, yaml.SequenceNode):
        return {str(index): (item, item) for index, item in enumerate(node.value)}
    if isinstance(node, yaml.MappingNode):
        return {key.value: (key, value) for key, value in node.value}
    return {}
