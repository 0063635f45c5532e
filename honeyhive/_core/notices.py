"""Texts of the warnings about a call: deprecations and unknown keys. The client emits them on the line of the call."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final, TypeAlias

from honeyhive_api.index import INDEX
from honeyhive_api.types import Field, Operation, sunset

from .arguments import CheckedArguments, FromModel, Shapes
from .errors import UnknownKeyWarning
from .exchange import Notice

UnknownKey: TypeAlias = tuple[tuple[str, str], tuple[Field, ...]]
"""Place and name of the unknown key, and the known fields of its object."""
_MAX_UNKNOWN_KEYS: Final = 20
"""Maximum messages about unknown keys in one call. Keys may come from the caller's data, so there may be thousands."""


def notices(operation: Operation, arguments: CheckedArguments, shapes: Shapes) -> tuple[Notice, ...]:
    """Return the warnings of a call, deprecations first."""
    calls = {entry.route: entry.call for entry in INDEX.values()} if operation.deprecated else {}
    return (
        *(Notice(text, DeprecationWarning) for text in deprecations(operation, arguments, shapes, calls)),
        *(Notice(text, UnknownKeyWarning) for text in unknown_keys(operation, arguments, shapes)),
    )


def deprecations(
    operation: Operation, arguments: CheckedArguments, shapes: Shapes, calls: Mapping[str, str]
) -> list[str]:
    """Return a message for the operation and for each deprecated argument and key of the call, with its replacement.

    ``calls`` maps each route to its method: ``{"GET /session": "sessions.list"}``.
    """
    name = f"{operation.namespace}.{operation.name}"
    texts = []
    if operation.deprecated and operation.is_unscoped:
        texts.append(unscoped(f"{name}()", f"{operation.scoped_by}=", operation))
    elif operation.deprecated:
        texts.append(f"{name}() is deprecated{_replacement(_methods(operation.replaced_by, calls), operation)}")
    for field, value in _given(operation, arguments):
        if field.deprecated:
            new = [f"{_argument(operation, key)}=" for key in field.replaced_by]
            texts.append(f"{name}({field.argument}=) is deprecated{_replacement(new, field)}")
        if field.shape:
            texts += [f"{name}(): {text}" for text in _deprecated_keys(field, value, field.argument, shapes)]
    return list(dict.fromkeys(texts))


def unscoped(call: str, argument: str, operation: Operation) -> str:
    """Return the deprecation message for a call that lacks this argument."""
    return f"{call} without {argument} is deprecated: pass {argument} and a data plane key{sunset(operation)}"


def unknown_keys(operation: Operation, arguments: CheckedArguments, shapes: Shapes) -> list[str]:
    """Return a message for each unknown key, with the nearest known key.

    A key that several list items have counts once.
    """
    found: dict[tuple[str, str], tuple[Field, ...]] = {}
    for field, value in _given(operation, arguments):
        if field.shape:
            found |= dict(_unknown_in(field, value, field.argument, shapes))
    call = f"{operation.namespace}.{operation.name}()"
    return [
        f"{call}: {at} has the unknown key {key!r}{_nearest(key, known)}; it is sent unchanged"
        for (at, key), known in [*found.items()][:_MAX_UNKNOWN_KEYS]
    ]


def _given(operation: Operation, arguments: CheckedArguments) -> Iterator[tuple[Field, Any]]:
    """Yield each field that the call carries, with its value."""
    body = arguments.body if operation.body == "flat" else {"body": arguments.body}
    given = {"path": arguments.path, "query": arguments.query, "body": body}
    for field in operation.fields:
        if field.name in given[field.location]:
            yield field, given[field.location][field.name]


def _deprecated_keys(field: Field, value: Any, at: str, shapes: Shapes) -> Iterator[str]:
    """Yield a message for each deprecated key in the objects of a field, without the positions of list items."""
    at = f"{at}[]" if isinstance(value, list) else at
    objects = [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, Mapping)]
    for inner in shapes[field.shape or ""]:
        if not (inner.deprecated or inner.shape):
            continue
        found = [item[inner.name] for item in objects if inner.name in item]
        if found and inner.deprecated:
            yield f"{at}.{inner.name} is deprecated{_replacement(inner.replaced_by, inner)}"
        if inner.shape:
            for item in found:
                yield from _deprecated_keys(inner, item, f"{at}.{inner.name}", shapes)


def _unknown_in(field: Field, value: Any, at: str, shapes: Shapes) -> Iterator[UnknownKey]:
    """Yield the unknown keys of a value and of the objects in it."""
    if isinstance(value, list):
        for item in value:
            yield from _unknown_in(field, item, f"{at}[]", shapes)
    elif isinstance(value, Mapping) and field.is_map:
        for item in value.values():
            yield from _unknown_in(field._replace(is_map=False), item, f"{at}{{}}", shapes)
    # A model keeps the keys that a newer server sent: sending them back is not a mistake of the caller.
    elif isinstance(value, Mapping) and not isinstance(value, FromModel):
        known = shapes[field.shape or ""]
        fields = {one.name: one for one in known}
        for key, inner in value.items():
            if key not in fields:
                yield (at, str(key)), known
            elif fields[key].shape:
                yield from _unknown_in(fields[key], inner, f"{at}.{key}", shapes)


@lru_cache(maxsize=1024)
def _nearest(key: str, known: tuple[Field, ...]) -> str:
    from difflib import get_close_matches

    names = [one.name for one in known]
    found = get_close_matches(key, names, 1)
    return f" (did you mean {found[0]!r}?)" if found else f" (known keys: {', '.join(names)})"


def _argument(operation: Operation, key: str) -> str:
    return next((field.argument for field in operation.fields if field.name == key), key)


def _methods(routes: Iterable[str], calls: Mapping[str, str]) -> Iterator[str]:
    """Yield each route, preceded by the method that calls it, if there is one."""
    return (f"{calls[route]}() ({route})" if route in calls else route for route in routes)


def _replacement(new: Iterable[str], old: Operation | Field) -> str:
    """Return the advice for a deprecated part: its replacements and its removal date."""
    names = " or ".join(new)
    return (f": use {names}" if names else ", without a replacement") + sunset(old)
