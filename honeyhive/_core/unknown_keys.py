"""Keys that the document does not name, in the objects that the arguments of a call hold."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from honeyhive_api.types import Field, Operation

from .arguments import Arguments, FromModel, Shapes

_MOST: Final = 20
"""The largest number of messages about one call; keys may be made of the caller's data."""


def unknown_keys(operation: Operation, arguments: Arguments, shapes: Shapes) -> list[str]:
    """Return a message for each unknown key, naming the nearest known one; the keys of list items count once."""
    body = arguments.body if operation.body == "flat" else {"body": arguments.body}
    given = {"path": arguments.path, "query": arguments.query, "body": body}
    found: dict[tuple[str, str], tuple[Field, ...]] = {}
    for field in operation.fields:
        if field.shape and field.name in given[field.location]:
            found |= dict(_in_value(field, given[field.location][field.name], field.argument, shapes))
    call = f"{operation.namespace}.{operation.name}()"
    return [
        f"{call}: {at} has the unknown key {key!r}{_nearest(key, known)}; it is sent as it is"
        for (at, key), known in [*found.items()][:_MOST]
    ]


def _in_value(field: Field, value: Any, at: str, shapes: Shapes) -> Iterator[tuple[tuple[str, str], tuple[Field, ...]]]:
    """Yield the place and the unknown key, with the known ones."""
    if isinstance(value, list):
        for item in value:
            yield from _in_value(field, item, f"{at}[]", shapes)
    elif isinstance(value, Mapping) and field.is_map:
        for item in value.values():
            yield from _in_value(field._replace(is_map=False), item, f"{at}{{}}", shapes)
    elif isinstance(value, Mapping) and not isinstance(value, FromModel):
        known = shapes[field.shape or ""]
        fields = {one.name: one for one in known}
        for key, inner in value.items():
            if key not in fields:
                yield (at, str(key)), known
            elif fields[key].shape:
                yield from _in_value(fields[key], inner, f"{at}.{key}", shapes)


@lru_cache(maxsize=1024)
def _nearest(key: str, known: tuple[Field, ...]) -> str:
    from difflib import get_close_matches

    names = [one.name for one in known]
    found = get_close_matches(key, names, 1)
    return f" (did you mean {found[0]!r}?)" if found else f" (known keys: {', '.join(names)})"
