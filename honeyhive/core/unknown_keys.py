"""Keys that the document does not name, in the objects that the arguments of a call hold."""

from collections.abc import Iterator, Mapping
from typing import Any

from honeyhive_api.types import Field, Operation

from .arguments import Arguments, FromModel, Shapes


def unknown_keys(operation: Operation, arguments: Arguments, shapes: Shapes) -> list[str]:
    """Return a message for each unknown key, naming the nearest known one; the keys of list items count once."""
    body = arguments.body if operation.body == "flat" else {"body": arguments.body}
    given = {"path": arguments.path, "query": arguments.query, "body": body}
    found: dict[str, None] = {}
    for field in operation.fields:
        if field.shape and field.name in given[field.location]:
            found |= dict.fromkeys(_in_value(field, given[field.location][field.name], field.argument, shapes))
    return [f"{operation.namespace}.{operation.name}(): {message}" for message in found]


def _in_value(field: Field, value: Any, at: str, shapes: Shapes) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _in_value(field, item, f"{at}[]", shapes)
    elif isinstance(value, Mapping) and field.is_map:
        for item in value.values():
            yield from _in_value(field._replace(is_map=False), item, f"{at}{{}}", shapes)
    elif isinstance(value, Mapping) and not isinstance(value, FromModel):
        fields = {one.name: one for one in shapes[field.shape or ""]}
        for key, inner in value.items():
            if key not in fields:
                yield f"{at} has the unknown key {key!r}{_nearest(key, fields)}; it is sent as it is"
            elif fields[key].shape:
                yield from _in_value(fields[key], inner, f"{at}.{key}", shapes)


def _nearest(key: Any, known: Mapping[str, Field]) -> str:
    from difflib import get_close_matches

    found = get_close_matches(str(key), known, 1)
    return f" (did you mean {found[0]!r}?)" if found else f" (known keys: {', '.join(known)})"
