"""Every example is valid against its schema."""

from collections.abc import Iterator
from itertools import islice

from ...document import Document, Media, Operation
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


def _media(operation: Operation) -> Iterator[tuple[str, Media]]:
    yield from ((one.where, one.value) for one in operation.parameters)
    for content in (*([operation.body] if operation.body else ()), *operation.responses.values()):
        yield from ((content.where, one) for one in content.media.values())
