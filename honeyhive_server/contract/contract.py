"""The document at work: which routes there are, and whether a body or an answer fits them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from typing import Any

import jsonschema_rs
import orjson
from honeyhive_api.openapi import resolve

METHODS = ("get", "put", "post", "delete", "patch")
# A stored event is answered in each of these shapes, so it has to fit all of them.
STORED_SHAPES = ("Event", "SessionEvent", "Session")


class Schema:
    """One schema of the document, compiled when it is first used."""

    def __init__(self, schema: Mapping[str, Any], components: Mapping[str, Any]) -> None:
        self._schema = {**schema, "components": components}

    @cached_property
    def _validator(self) -> jsonschema_rs.Draft202012Validator:
        return jsonschema_rs.Draft202012Validator(self._schema)

    def fits(self, value: Any) -> bool:
        """Whether the value is valid."""
        return self._validator.is_valid(value)

    def faults(self, value: Any) -> Iterator[jsonschema_rs.ValidationError]:
        """Why the value is not valid."""
        return self._validator.iter_errors(value)

    def rule(self, fault: jsonschema_rs.ValidationError) -> Any:
        """The part of the schema that a value broke."""
        part: Any = self._schema
        for step in fault.schema_path:
            part = resolve(self._schema, {"$ref": part[step]}) if step == "$ref" else part[step]
        return part


@dataclass(frozen=True)
class Parameter:
    """One parameter that a query may have."""

    name: str
    kind: str
    """"string", "integer", "boolean", "array", or "json" where the text is JSON."""
    schema: Schema
    """What its value fits, once it is read."""
    required: bool


@dataclass(frozen=True)
class Operation:
    """One operation of the document."""

    id: str
    method: str
    path: str
    body: Schema | None
    """What a request carries; None where it carries nothing."""
    replies: Mapping[str, Schema | None] = field(default_factory=dict)
    """What an answer carries, by status ("200", "4XX", "default"); None where nothing is said."""
    query: Sequence[Parameter] = ()
    """The parameters that its query may have."""

    @cached_property
    def success(self) -> int:
        """The status of an answer where nothing went wrong."""
        return next((int(status) for status in self.replies if status.startswith("2")), 200)

    def reply_fault(self, status: int, content: bytes) -> str | None:
        """What is wrong with an answer, or None."""
        wanted = next((key for key in (str(status), f"{status // 100}XX", "default") if key in self.replies), None)
        if wanted is None:
            return f"status {status} is not documented"
        schema = self.replies[wanted]
        if schema is None:  # nothing is said about a body, which does not forbid one
            return None
        value = orjson.loads(content)
        return next((f"{_place(fault)}: {fault.message}" for fault in schema.faults(value)), None)


class Contract:
    """The operations and the schemas of one OpenAPI document."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self._components = {"schemas": document["components"]["schemas"]}
        self.operations: dict[str, Operation] = {operation.id: operation for operation in self._read_operations()}
        marked = dict(_marked(document["components"]["schemas"]))
        self.times: frozenset[str] = frozenset(name for name, kind in marked.items() if kind == "unix-ms")
        """The names of fields that hold a time as a number."""
        self.ids: frozenset[str] = frozenset(name for name, kind in marked.items() if kind == "uuid")
        """The names of fields whose value the service replaces when it is no UUID."""
        shapes = [{"$ref": f"#/components/schemas/{name}"} for name in STORED_SHAPES]
        self.stored: Schema = self._schema({"allOf": shapes})
        """What every stored event fits."""
        filters = {"type": "array", "items": {"$ref": "#/components/schemas/EventFilter"}}
        self.event_filters: Schema = self._schema(filters)
        """What the filters of a batch of datapoints fit."""

    def _read_operations(self) -> Iterator[Operation]:
        for path, item in self._document["paths"].items():
            for method in METHODS:
                if method in item:
                    query = self._query([*item.get("parameters", ()), *item[method].get("parameters", ())])
                    yield self._read_operation(method.upper(), path, item[method], query)

    def _read_operation(
        self, method: str, path: str, operation: Mapping[str, Any], query: Sequence[Parameter]
    ) -> Operation:
        body = operation.get("requestBody")
        replies = {status: self._content(reply) for status, reply in operation["responses"].items()}
        return Operation(operation["operationId"], method, path, self._content(body) if body else None, replies, query)

    def _query(self, parameters: Iterable[Mapping[str, Any]]) -> list[Parameter]:
        resolved = [self._resolved(each) for each in parameters]
        return [self._parameter(each) for each in resolved if each["in"] == "query"]

    def _parameter(self, parameter: Mapping[str, Any]) -> Parameter:
        schema = parameter["schema"]
        kind = self._resolved(schema)["type"]
        if schema.get("contentMediaType") == "application/json":
            kind, schema = "json", schema["contentSchema"]
        return Parameter(parameter["name"], kind, self._schema(schema), parameter.get("required", False))

    def _resolved(self, part: Mapping[str, Any]) -> Mapping[str, Any]:
        found: Mapping[str, Any] = resolve(self._document, part)
        return found

    def _content(self, part: Mapping[str, Any]) -> Schema | None:
        """The JSON schema of a request body or a response, which may be a reference."""
        media = self._resolved(part).get("content", {}).get("application/json")
        return self._schema(media["schema"]) if media else None

    def _schema(self, schema: Mapping[str, Any]) -> Schema:
        return Schema(schema, self._components)


def load() -> Contract:
    """The contract of the installed document."""
    document = resources.files("honeyhive_api") / "openapi.json"
    return Contract(orjson.loads(document.read_bytes()))


def _place(fault: jsonschema_rs.ValidationError) -> str:
    return ".".join(map(str, fault.instance_path)) or "body"


def _marked(schemas: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each field name of the document that has an x-honeyhive-kind, and the kind."""
    pending: list[Any] = list(schemas.values())
    while pending:
        schema = pending.pop()
        for name, described in schema.get("properties", {}).items():
            target = resolve({"components": {"schemas": schemas}}, described)
            if kind := target.get("x-honeyhive-kind"):
                yield name, kind
        pending += schema.get("allOf", ())
