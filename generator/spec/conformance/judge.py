"""Judges a request by the document alone, without knowing what the client meant to do."""

import json
import re
from collections.abc import Iterator
from typing import Any

from attrs import define, field

from ...document import Document, json_types
from ..rules.walk import parameters
from ...document.servers import servers_of
from ..validation import Validator
from .request import Received


@define
class _Route:
    method: str
    pattern: re.Pattern[str]
    path: str
    item: dict[str, Any]
    operation: dict[str, Any]


@define
class Judge:
    """Knows every operation of a document."""

    document: Document
    _routes: list[_Route] = field(init=False)
    _validator: Validator = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._validator = Validator(self.document)
        routes = [_Route(method, _pattern(path), path, *rest) for method, path, *rest in self.document.operations()]
        # A path without parameters goes before one that would take its words for a value.
        self._routes = sorted(routes, key=lambda one: one.path.count("{"))

    def operation_of(self, received: Received) -> dict[str, Any] | None:
        """The operation that is called, None where the document has none."""
        route = self._route(received)
        return route.operation if route else None

    def faults(self, received: Received) -> list[str]:
        """What is wrong with the request, in words; nothing where a correct client could have sent it."""
        route = self._route(received)
        if route is None:
            return ["the document has no such operation"]
        return [
            *self._addressed(received, route),
            *self._query(received, route),
            *self._body(received, route.operation),
        ]

    def _route(self, received: Received) -> _Route | None:
        fitting = (
            one for one in self._routes if one.method == received.method and one.pattern.fullmatch(received.path)
        )
        return next(fitting, None)

    def _addressed(self, received: Received, route: _Route) -> Iterator[str]:
        host = servers_of(self.document, route.item, route.operation)[0].get("x-honeyhive-host")
        if host != received.host:
            yield f"it went to the host {received.host} and belongs to {host}"
        ways_in = route.operation.get("security", self.document.data.get("security", []))
        if ways_in and all(ways_in) and not received.headers.get("authorization", "").startswith("Bearer "):
            yield "it has no header Authorization: Bearer <key>"

    def _query(self, received: Received, route: _Route) -> Iterator[str]:
        known = {one["name"]: one for one in parameters(self.document, route.item, route.operation)}
        known = {name: one for name, one in known.items() if one["in"] == "query"}
        for name, parameter in known.items():
            if parameter.get("required") and name not in received.query:
                yield f"the query parameter {name} is required"
        for name, values in received.query.items():
            if name not in known:
                yield f"the document has no query parameter {name}"
            else:
                yield from self._value(name, known[name].get("schema", {}), values)

    def _value(self, name: str, schema: dict[str, Any], values: list[str]) -> Iterator[str]:
        schema = self.document.merged(schema)
        value: Any = values if "array" in json_types(schema) else _read(schema, values[-1])
        if schema.get("contentMediaType") == "application/json":
            try:
                value, schema = json.loads(values[-1]), schema.get("contentSchema", {})
            except ValueError:
                yield f"the query parameter {name} is not JSON text"
                return
        for place, message in self._validator.errors(schema, value):
            yield f"the query parameter {name}{f' at {place}' if place else ''}: {message}"

    def _body(self, received: Received, operation: dict[str, Any]) -> Iterator[str]:
        body = self.document.resolve(operation.get("requestBody", {}))
        media = body.get("content", {})
        if not received.body:
            if body.get("required"):
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
        for place, message in self._validator.errors(media[kind].get("schema", {}), value):
            yield f"the body{f' at {place}' if place else ''}: {message}"


def _pattern(path: str) -> re.Pattern[str]:
    parts = re.split(r"\{[^}]*\}", path)
    return re.compile("[^/]+".join(re.escape(part) for part in parts))


def _read(schema: dict[str, Any], text: str) -> Any:
    """The text as the type that the schema asks for, as itself where it is none."""
    if {"integer", "number", "boolean"} & set(json_types(schema)):
        try:
            return json.loads(text)
        except ValueError:
            return text
    return text
