"""Every example, and the reply to every empty list, is valid against its schema."""

from collections.abc import Iterator
from itertools import islice

from ...document import Document, Media, Operation, Schema
from ..validation import Validator


def breaches(document: Document) -> Iterator[str]:
    """Yield a line for each example that its schema refuses."""
    validator = Validator(document)
    for operation in document.operations():
        for where, media in _media(operation):
            for name, value in media.examples.items():
                label = name if name == "example" else f"example {name}"
                for place, message in islice(validator.errors(media.schema, value), 1):
                    yield f"{where}: {label} is refused{f' at {place}' if place else ''}: {message}"
        if (empty := operation.get("x-honeyhive-empty-list")) is not None:
            for place, message in islice(validator.errors(_success(operation), empty.get("reply")), 1):
                yield f"{operation.where}: the reply of x-honeyhive-empty-list is refused at {place}: {message}"


def _success(operation: Operation) -> Schema:
    media = operation.success[1].json if operation.success else None
    return media.schema if media else Schema(operation.root, {})


def _media(operation: Operation) -> Iterator[tuple[str, Media]]:
    yield from ((one.where, one.value) for one in operation.parameters)
    for content in (*([operation.body] if operation.body else ()), *operation.responses.values()):
        yield from ((content.where, one) for one in content.media.values())
