"""Deprecation messages for a call, each naming the replacement. The client emits them as warnings."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from honeyhive_api.types import Field, Operation

from .arguments import Arguments, Shapes


def notices(operation: Operation, arguments: Arguments, shapes: Shapes, calls: Mapping[str, str]) -> list[str]:
    """Return a message for the operation and for each deprecated argument and key that the call carries.

    ``calls`` has the method of each route: ``{"GET /session": "sessions.list"}``.
    """
    name = f"{operation.namespace}.{operation.name}"
    texts = []
    if operation.deprecated:
        texts.append(f"{name}() is deprecated{_instead(_routes(operation.replaced_by, calls))}")
    body = arguments.body if operation.body == "flat" else {"body": arguments.body}
    given = {"path": arguments.path, "query": arguments.query, "body": body}
    for field in operation.fields:
        values = given[field.location]
        if field.deprecated and field.name in values:
            new = [f"{_argument(operation, key)}=" for key in field.replaced_by]
            texts.append(f"{name}({field.argument}=) is deprecated{_instead(new)}")
        if field.shape and field.name in values:
            texts += [f"{name}(): {text}" for text in _in_objects(field, values[field.name], field.argument, shapes)]
    return list(dict.fromkeys(texts))


def _in_objects(field: Field, value: Any, at: str, shapes: Shapes) -> Iterator[str]:
    """The deprecated keys in the objects that the field's shape describes, without the numbers of the items."""
    at = f"{at}[]" if isinstance(value, list) else at
    objects = [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, Mapping)]
    for inner in shapes[field.shape or ""]:
        if not (inner.deprecated or inner.shape):
            continue
        found = [item[inner.name] for item in objects if inner.name in item]
        if found and inner.deprecated:
            yield f"{at}.{inner.name} is deprecated{_instead(inner.replaced_by)}"
        if inner.shape:
            for item in found:
                yield from _in_objects(inner, item, f"{at}.{inner.name}", shapes)


def _argument(operation: Operation, key: str) -> str:
    return next((field.argument for field in operation.fields if field.name == key), key)


def _routes(routes: Iterable[str], calls: Mapping[str, str]) -> Iterator[str]:
    """Yield each route with the method that calls it, if the document has one."""
    return (f"{calls[route]}() ({route})" if route in calls else route for route in routes)


def _instead(new: Iterable[str]) -> str:
    names = " or ".join(new)
    return f": use {names}" if names else ", without a replacement"
