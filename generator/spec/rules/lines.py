"""Where in the text of a document a breach is."""

import re
from typing import Final

import yaml

_OPERATION: Final = re.compile(r"([A-Z]+) (/\S*)")


def numbered(name: str, text: str, breaches: list[str]) -> list[str]:
    """The breaches with the file and the line that each is at; those of a document without a text as they are."""
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    if root is None:
        return breaches
    return [f"{name}:{_line(root, breach.partition(': ')[0])}: {breach}" for breach in breaches]


def _line(root: yaml.Node, where: str) -> int:
    """The line of the innermost node on the way to "METHOD /path" or "#/components/schemas/Name.property/items"."""
    if found := _OPERATION.fullmatch(where):
        where = f"#/paths/{found[2]}/{found[1].lower()}"
    line, node, rest = 1, root, where.removeprefix("#")
    while rest:
        if rest.startswith(".") and (of_schema := _child(node, "/properties")):
            node = of_schema[1]
        step = _child(node, rest)
        if step is None:
            break
        line, node, rest = step
    return line


def _child(node: yaml.Node, rest: str) -> tuple[int, yaml.Node, str] | None:
    """The line, the node and the rest of the way behind the longest key that the way begins with."""
    if isinstance(node, yaml.SequenceNode):
        pairs = [(str(index), item, item) for index, item in enumerate(node.value)]
    elif isinstance(node, yaml.MappingNode):
        pairs = [(key.value, key, value) for key, value in node.value if isinstance(key, yaml.ScalarNode)]
    else:
        return None
    way = rest[1:]
    here = [one for one in pairs if way == one[0] or way.startswith((f"{one[0]}/", f"{one[0]}."))]
    if not here:
        return None
    name, mark, value = max(here, key=lambda one: len(one[0]))
    return mark.start_mark.line + 1, value, way[len(name) :]
