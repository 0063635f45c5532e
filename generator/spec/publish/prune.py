"""Takes out of a document what its paths do not use."""

from collections.abc import Iterator
from typing import Any

from ...document.nodes import references


def prune(data: dict[str, Any]) -> None:
    """Remove the components, security schemes and tags that no path leads to."""
    components = data.get("components", {})
    used = _reached(data["paths"], components)
    schemes = _schemes(data)
    for kind in list(components):
        wanted = schemes if kind == "securitySchemes" else {name for where, name in used if where == kind}
        components[kind] = {name: one for name, one in components[kind].items() if name in wanted}
        if not components[kind]:
            del components[kind]
    tags = {tag for operation in _operations(data) for tag in operation.get("tags", ())}
    if "tags" in data:
        data["tags"] = [tag for tag in data["tags"] if tag["name"] in tags]


def _reached(paths: dict[str, Any], components: dict[str, Any]) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    waiting: list[Any] = [paths]
    while waiting:
        for reference in references(waiting.pop()):
            kind, _, name = reference.removeprefix("#/components/").partition("/")
            if (kind, name) not in found and name in components.get(kind, {}):
                found.add((kind, name))
                waiting.append(components[kind][name])
    return found


def _schemes(data: dict[str, Any]) -> set[str]:
    requirements = [*data.get("security", ())]
    for operation in _operations(data):
        requirements += operation.get("security", ())
    return {name for requirement in requirements for name in requirement}


def _operations(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for item in data["paths"].values():
        yield from (one for one in item.values() if isinstance(one, dict) and "responses" in one)
