"""Checks of a request by the document alone."""

import json
import re
from collections.abc import Iterator
from typing import Any

from attrs import define, field

from ...document import Document, Operation, Schema
from ..schema_validator import Validator
from .received import Received


@define
class Judge:
    """Finds the operation of a request and its faults."""

    document: Document
    _routes: list[tuple[re.Pattern[str], Operation]] = field(init=False)
    _validator: Validator = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._validator = Validator(self.document)
        # A path without parameters goes before one that would take its words for a value.
        operations = sorted(self.document.operations(), key=lambda one: one.path.count("{"))
        self._routes = [(_pattern(one.path), one) for one in operations]

    def operation_of(self, received: Received) -> Operation | None:
        """Return the operation that is called, None where the document has none."""
        fitting = (
            operation
            for pattern, operation in self._routes
            if operation.method == received.method and pattern.fullmatch(received.path)
        )
        return next(fitting, None)

    def faults(self, received: Received) -> list[str]:
        """Return what is wrong with the request; nothing where a correct client could have sent it."""
        operation = self.operation_of(received)
        if operation is None:
            return ["the document has no such operation"]
        return [
            *_addressed(received, operation),
            *self._query(received, operation),
            *self._body(received, operation),
        ]

    def _query(self, received: Received, operation: Operation) -> Iterator[str]:
        known = {one.name: one for one in operation.parameters if one.location == "query"}
        for name, parameter in known.items():
            if parameter.is_required and name not in received.query:
                yield f"the query parameter {name} is required"
        for name, values in received.query.items():
            if name not in known:
                yield f"the document has no query parameter {name}"
            else:
                yield from self._value(name, known[name].value.schema, values)

    def _value(self, name: str, schema: Schema, values: list[str]) -> Iterator[str]:
        value: Any = values if "array" in schema.types else _read(schema, values[-1])
        if schema.content is not None:
            try:
                value, schema = json.loads(values[-1]), schema.content
            except ValueError:
                yield f"the query parameter {name} is not JSON text"
                return
        for place, message in self._validator.errors(schema, value):
            yield f"the query parameter {name}{f' at {place}' if place else ''}: {message}"

    def _body(self, received: Received, operation: Operation) -> Iterator[str]:
        media = operation.body.media if operation.body else {}
        if not received.body:
            if operation.body and operation.body.is_required:
                yield "it needs a body"
            return
        kind = received.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in media:
            yield f"a body of the type {kind or 'nothing'} is not taken" if media else "it takes no body"
            return
        try:
            value = received.json()
        except ValueError:
            yield "the body is not JSON"
            return
        for place, message in self._validator.errors(media[kind].schema, value):
            yield f"the body{f' at {place}' if place else ''}: {message}"


def _addressed(received: Received, operation: Operation) -> Iterator[str]:
    if operation.host != received.host:
        yield f"it went to the host {received.host} and belongs to {operation.host}"
    ways_in = operation.security
    if ways_in and all(ways_in) and not received.headers.get("authorization", "").startswith("Bearer "):
        yield "it has no header Authorization: Bearer <key>"


def _pattern(path: str) -> re.Pattern[str]:
    parts = re.split(r"\{[^}]*\}", path)
    return re.compile("[^/]+".join(re.escape(part) for part in parts))


def _read(schema: Schema, text: str) -> Any:
    """Return the string as the type that the schema asks for, as itself where it is none."""
    if {"integer", "number", "boolean"} & set(schema.types):
        try:
            return json.loads(text)
        except ValueError:
            return text
    return text
