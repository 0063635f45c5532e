"""Checks of a request against the document."""

import json
import re
from collections.abc import Iterator, Mapping

from attrs import define, field

from ...document import Document, Operation, Schema
from ..schema_validator import Validator
from .received import Received, json_or_text


@define
class Judge:
    """Finds the operation and the faults of a request."""

    document: Document
    keys: Mapping[str, str] = field(factory=dict)
    """The client's key for each security scheme; empty if any key is accepted."""
    _routes: list[tuple[re.Pattern[str], Operation]] = field(init=False)
    _validator: Validator = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._validator = Validator(self.document)
        # The path /a/b comes before the template /a/{x}, because the template also matches a request for /a/b.
        operations = sorted(self.document.operations(), key=lambda one: one.path.count("{"))
        self._routes = [(_pattern(one.path), one) for one in operations]

    def operation_of(self, received: Received) -> Operation | None:
        """Return the called operation, or None if the document has none."""
        fitting = (one for pattern, one in self._routes if pattern.fullmatch(received.path))
        return next((one for one in fitting if one.method == received.method), None)

    def faults(self, received: Received) -> list[str]:
        """Return the faults of the request; empty if a correct client could have sent it."""
        operation = self.operation_of(received)
        if operation is None:
            return ["the document has no such operation"]
        return [
            *self._addressed(received, operation),
            *self._query(received, operation),
            *self._body(received, operation),
        ]

    def _addressed(self, received: Received, operation: Operation) -> Iterator[str]:
        if operation.host != received.host:
            yield f"it was sent to the host {received.host} instead of {operation.host}"
        wanted = [name for requirement in operation.security for name in requirement]
        scheme, _, key = received.headers.get("authorization", "").partition(" ")
        if not wanted or not all(operation.security):
            return
        if scheme != "Bearer" or not key:
            yield "the header Authorization: Bearer <key> is missing"
        elif self.keys and key not in [self.keys[name] for name in wanted]:
            kind = next((name for name, one in self.keys.items() if one == key), "an unknown key")
            yield f"it was sent with {kind} instead of {' or '.join(wanted)}"

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
        held = schema.content or schema
        is_json = schema.content is not None or {"integer", "number", "boolean"} & set(schema.types)
        one = json_or_text(values[-1]) if is_json else values[-1]
        for place, message in self._validator.errors(held, values if "array" in schema.types else one):
            yield f"the query parameter {name}{f' at {place}' if place else ''}: {message}"

    def _body(self, received: Received, operation: Operation) -> Iterator[str]:
        media = operation.body.media if operation.body else {}
        if not received.body:
            if operation.body and operation.body.is_required:
                yield "the body is missing"
            return
        kind = received.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in media:
            yield f"the content type {kind or 'nothing'} is not accepted" if media else "the operation has no body"
            return
        try:
            value = json.loads(received.body)
        except ValueError:
            yield "the body is not JSON"
            return
        for place, message in self._validator.errors(media[kind].schema, value):
            yield f"the body{f' at {place}' if place else ''}: {message}"


def _pattern(path: str) -> re.Pattern[str]:
    parts = re.split(r"\{[^}]*\}", path)
    return re.compile("[^/]+".join(re.escape(part) for part in parts))
