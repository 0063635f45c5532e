"""Operations of the OpenAPI document, each with its compiled JSON schemas."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from typing import Any

import jsonschema_rs
import orjson
from honeyhive_api.openapi import resolve

METHODS = ("get", "put", "post", "delete", "patch")
# A stored event must fit all these schemas, because responses of each kind contain it.
STORED_SHAPES = ("Event", "SessionEvent", "Session")
# The end of a message has the violated rule; its beginning repeats the value, which may be long.
MAX_MESSAGE = 200


class CompiledSchema:
    """A schema of the document, compiled at its first use, because most are never used."""

    def __init__(self, schema: Mapping[str, Any], components: Mapping[str, Any]) -> None:
        self._schema = {**schema, "components": components}

    @cached_property
    def _validator(self) -> jsonschema_rs.Draft202012Validator:
        return jsonschema_rs.Draft202012Validator(self._schema)

    def is_valid(self, value: Any) -> bool:
        """Return True if the value is valid."""
        return self._validator.is_valid(value)

    def errors(self, value: Any) -> Iterator[jsonschema_rs.ValidationError]:
        """Yield the errors of a value."""
        return self._validator.iter_errors(value)

    def fault(self, value: Any) -> str | None:
        """Return the first error of a value as `place: message`, or None if it is valid."""
        if self._validator.is_valid(value):
            return None
        return next(
            f"{place_of(error)}: {error.message[-MAX_MESSAGE:]}" for error in self._validator.iter_errors(value)
        )

    def rule(self, error: jsonschema_rs.ValidationError) -> Any:
        """Return the part of the schema that a value violates."""
        part: Any = self._schema
        for step in error.schema_path:
            part = resolve(self._schema, {"$ref": part[step]}) if step == "$ref" else part[step]
        return part


@dataclass(frozen=True)
class QueryParameter:
    """A documented query parameter."""

    name: str
    kind: str
    """One of "string", "integer", "boolean", "array" and "json"."""
    schema: CompiledSchema
    """Schema of the decoded value."""
    required: bool


@dataclass(frozen=True)
class ServedOperation:
    """An operation of the document."""

    id: str
    method: str
    path: str
    body: CompiledSchema | None
    """Schema of the request body; None without a body."""
    responses: Mapping[str, CompiledSchema | None] = field(default_factory=dict)
    """Schemas of response bodies by status ("200", "4XX", "default"); None if the document has no schema."""
    query: Sequence[QueryParameter] = ()
    """The documented query parameters."""
    schemes: frozenset[str] = frozenset()
    """Names of the security schemes that allow it."""

    @cached_property
    def success_status(self) -> int:
        """Return the status code of a successful response."""
        return next((int(status) for status in self.responses if status.startswith("2")), 200)

    def response_fault(self, status: int, content: bytes) -> str | None:
        """Return the fault if a response does not fit the document, otherwise None."""
        wanted = next((key for key in (str(status), f"{status // 100}XX", "default") if key in self.responses), None)
        if wanted is None:
            return f"status {status} is not documented"
        schema = self.responses[wanted]
        if schema is None:  # an undocumented body is allowed
            return None
        return schema.fault(orjson.loads(content))


class Contract:
    """The operations and schemas of one OpenAPI document."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self._components = {"schemas": document["components"]["schemas"]}
        self.operations: dict[str, ServedOperation] = {operation.id: operation for operation in self._read_operations()}
        marked = dict(_marked(document["components"]["schemas"]))
        self.times: frozenset[str] = frozenset(name for name, kind in marked.items() if kind == "unix-ms")
        """Names of fields with a numeric time."""
        self.ids: frozenset[str] = frozenset(name for name, kind in marked.items() if kind == "uuid")
        """Names of fields in which the service replaces any value but a UUID."""
        shapes = [{"$ref": f"#/components/schemas/{name}"} for name in STORED_SHAPES]
        self.stored: CompiledSchema = self._schema({"allOf": shapes})
        """Schema of every stored event."""
        filters = {"type": "array", "items": {"$ref": "#/components/schemas/EventFilter"}}
        self.event_filters: CompiledSchema = self._schema(filters)
        """Schema of the filters of a batch of datapoints."""

    def _read_operations(self) -> Iterator[ServedOperation]:
        for path, item in self._document["paths"].items():
            for method in METHODS:
                if method in item:
                    query = self._query([*item.get("parameters", ()), *item[method].get("parameters", ())])
                    yield self._read_operation(method.upper(), path, item[method], query)

    def _read_operation(
        self, method: str, path: str, operation: Mapping[str, Any], query: Sequence[QueryParameter]
    ) -> ServedOperation:
        body = operation.get("requestBody")
        responses = {status: self._content(each) for status, each in operation["responses"].items()}
        security = operation.get("security", self._document.get("security", ()))
        schemes = frozenset(name for each in security for name in each)
        content = self._content(body) if body else None
        return ServedOperation(operation["operationId"], method, path, content, responses, query, schemes)

    def _query(self, parameters: Iterable[Mapping[str, Any]]) -> list[QueryParameter]:
        resolved = [self._resolved(each) for each in parameters]
        return [self._parameter(each) for each in resolved if each["in"] == "query"]

    def _parameter(self, parameter: Mapping[str, Any]) -> QueryParameter:
        schema = parameter["schema"]
        kind = self._resolved(schema)["type"]
        if schema.get("contentMediaType") == "application/json":
            kind, schema = "json", schema["contentSchema"]
        return QueryParameter(parameter["name"], kind, self._schema(schema), parameter.get("required", False))

    def _resolved(self, part: Mapping[str, Any]) -> Mapping[str, Any]:
        found: Mapping[str, Any] = resolve(self._document, part)
        return found

    def _content(self, part: Mapping[str, Any]) -> CompiledSchema | None:
        """Return the JSON schema of a request body or response, which may be a $ref; None without JSON."""
        media = self._resolved(part).get("content", {}).get("application/json")
        return self._schema(media["schema"]) if media else None

    def _schema(self, schema: Mapping[str, Any]) -> CompiledSchema:
        return CompiledSchema(schema, self._components)


def load() -> Contract:
    """Read the installed document."""
    document = resources.files("honeyhive_api") / "openapi.json"
    return Contract(orjson.loads(document.read_bytes()))


def place_of(error: jsonschema_rs.ValidationError) -> str:
    """Return the path of an invalid value in dotted form, "body" for the whole."""
    return ".".join(map(str, error.instance_path)) or "body"


def _marked(schemas: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each field name that has an x-honeyhive-kind, with the kind."""
    pending: list[Any] = list(schemas.values())
    while pending:
        schema = pending.pop()
        for name, described in schema.get("properties", {}).items():
            target = resolve({"components": {"schemas": schemas}}, described)
            if kind := target.get("x-honeyhive-kind"):
                yield name, kind
        pending += schema.get("allOf", ())
