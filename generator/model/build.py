"""From the document to rows: names, hosts, arguments, kinds, deprecations."""

import re
from collections.abc import Iterable
from typing import Any

from attrs import evolve

from ..document import SCHEMA_PREFIX, Document, DocumentError, json_types, schema_name
from ..document.references import references
from ..opc import strings
from .repeats import paging_of, split_of
from .rows import Field, Input, Operation, Scheme, Table, class_name, python_name

SAFE_TO_REPEAT = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
"""The methods that HTTP defines as idempotent (RFC 9110, section 9.2.2)."""


def build_table(document: Document) -> Table:
    """Return the rows of every operation and of every object in its arguments."""
    hosts: dict[str, str] = {}
    operations = tuple(_operation(document, hosts, *parts) for parts in document.operations())
    _refuse_collisions(operations)
    shapes = _shapes(document, operations)
    replies = frozenset(_in_replies(document))
    naming = _Naming(document, replies)
    named = tuple(naming.operation(one) for one in operations)
    inputs = tuple(
        Input(
            name,
            naming.input(name),
            _description(document, name),
            _tag_of(document, name, named),
            tuple(map(naming.field, fields)),
            naming.models(name),
        )
        for name, fields in {**_bodies(document, operations), **shapes}.items()
    )
    return Table(hosts, _schemes(document), _default_scheme(document), named, shapes, inputs, replies)


class _Naming:
    """Gives arguments the names of their typed dicts: those of the schemas, unless a model has the name."""

    def __init__(self, document: Document, replies: frozenset[str]) -> None:
        self._document = document
        self._replies = replies

    def input(self, schema: str) -> str:
        """Return the name of the typed dict of a schema."""
        return class_name(schema) + ("Input" if schema in self._replies else "")

    def field(self, field: Field) -> Field:
        """Return the field with its annotation."""
        if field.shape is None:
            return field
        return evolve(field, input=self._annotation(field.shape), models=self.models(field.shape))

    def operation(self, operation: Operation) -> Operation:
        """Return the operation with the annotations of its arguments and of its body."""
        operation = evolve(operation, fields=tuple(map(self.field, operation.fields)))
        if operation.body == "whole":
            body = operation.fields[-1]
            return evolve(operation, body_annotation=body.annotation)
        if operation.body == "flat":
            return evolve(operation, body_annotation=" | ".join(self._annotation(one) for one in operation.body_inputs))
        return operation

    def _annotation(self, schema: str) -> str:
        return " | ".join(
            [f"inputs.{self.input(schema)}", *(f"models.{class_name(one)}" for one in self.models(schema))]
        )

    def models(self, schema: str) -> tuple[str, ...]:
        """Return the schemas whose models are accepted in place of the typed dict."""
        read = tuple(self._document.schemas[schema].get("x-honeyhive-read-as", ()))
        for name in read:
            if name not in self._replies:
                raise DocumentError(f"schema {schema}: x-honeyhive-read-as names {name}, which no reply holds")
        return (schema, *read) if schema in self._replies else read


def _bodies(document: Document, operations: Iterable[Operation]) -> dict[str, tuple[Field, ...]]:
    """Return the fields of each body that has named keys."""
    return {
        name: tuple(_properties(document, document.merged(document.schemas[name])))
        for operation in operations
        for name in operation.body_inputs
    }


def _description(document: Document, schema: str) -> str:
    return _words(document.merged(document.schemas[schema]).get("description", "")) or class_name(schema)


def _tag_of(document: Document, schema: str, operations: Iterable[Operation]) -> str:
    """Return the namespace of the first operation that takes the object."""
    for operation in operations:
        seen: set[str] = set()
        waiting = [*operation.body_inputs, *(one.shape for one in operation.fields if one.shape)]
        while waiting:
            name = waiting.pop()
            if name == schema:
                return operation.namespace
            if name not in seen:
                seen.add(name)
                fields = _properties(document, document.merged(document.schemas[name]))
                waiting += [one.shape for one in fields if one.shape]
    raise DocumentError(f"schema {schema}: no operation takes it")


def _in_replies(document: Document) -> set[str]:
    """Return the names of the schemas that replies and errors hold, at any depth."""
    found: set[str] = set()
    waiting: list[Any] = [
        media.get("schema", {})
        for *_, raw in document.operations()
        for response in raw.get("responses", {}).values()
        for media in document.resolve(response).get("content", {}).values()
    ]
    while waiting:
        for reference in references(waiting.pop()):
            name = reference.removeprefix(SCHEMA_PREFIX)
            if name in document.schemas and name not in found:
                found.add(name)
                waiting.append(document.schemas[name])
    return found


def _schemes(document: Document) -> dict[str, Scheme]:
    """Return how each security scheme sends its key."""
    found = {}
    for name, raw in document.data.get("components", {}).get("securitySchemes", {}).items():
        said = document.resolve(raw)
        match said.get("type"), said.get("scheme", "").lower(), said.get("in"):
            case ("http", "bearer", _) | ("oauth2" | "openIdConnect", _, _):
                found[name] = Scheme("Authorization", "Bearer ")
            case "apiKey", _, "header":
                found[name] = Scheme(said["name"])
            case _:
                raise DocumentError(f"security scheme {name}: only bearer tokens and keys in a header can be sent")
    return found


def _default_scheme(document: Document) -> str | None:
    stated = [name for requirement in document.data.get("security", ()) for name in requirement]
    return next(iter([*stated, *_schemes(document)]), None)


def _shapes(document: Document, operations: Iterable[Operation]) -> dict[str, tuple[Field, ...]]:
    """Return the objects inside the arguments, and inside those, in the order of the document."""
    found: dict[str, tuple[Field, ...]] = {}
    waiting = [field.shape for operation in operations for field in operation.fields]
    while waiting:
        name = waiting.pop()
        if name is not None and name not in found:
            found[name] = tuple(_properties(document, document.merged(document.schemas[name])))
            waiting += [field.shape for field in found[name]]
    return {name: found[name] for name in document.schemas if name in found}


def _operation(
    document: Document, hosts: dict[str, str], method: str, path: str, item: dict[str, Any], raw: dict[str, Any]
) -> Operation:
    where = f"{method} {path}"
    tag = (raw.get("tags") or ["default"])[0]
    identifier = raw.get("operationId") or strings.snake_case(f"{method}_{strings.sanitize(path.replace('/', '_'))}")
    namespace, name = _method_name(raw, tag, identifier, where)
    body, body_fields, exactly_one, body_required = _body(document, raw, where)
    schema = _body_schema(document, raw)
    client_ids = tuple(raw.get("x-honeyhive-client-ids", ()))
    fields = (*_parameters(document, path, item, raw, where), *body_fields)
    return Operation(
        id=identifier,
        namespace=namespace,
        name=name,
        method=method,
        path=path,
        host=_host(document, hosts, item, raw),
        summary=raw.get("summary", "").strip(),
        description=_words(raw.get("description", "")),
        security=_security(document, raw),
        deprecated=raw.get("deprecated", False),
        replaced_by=tuple(raw.get("x-honeyhive-replaced-by", ())),
        fields=fields,
        body=body,
        exactly_one=exactly_one,
        client_ids=client_ids,
        shared_ids=tuple(raw.get("x-honeyhive-shared-ids", ())),
        repeatable=raw.get("x-honeyhive-repeatable", method in SAFE_TO_REPEAT or bool(client_ids)),
        paging=paging_of(document, raw, fields, where),
        split=split_of(document, raw, fields, where),
        tag=tag,
        reply=_reply(document, raw),
        error=_error(document, raw),
        body_inputs=(schema,) if body == "flat" and schema else (),
        body_required=body_required,
    )


def _method_name(raw: dict[str, Any], tag: str, identifier: str, where: str) -> tuple[str, str]:
    stated = raw.get("x-honeyhive-method")
    if stated is None:
        return python_name(tag), python_name(identifier)
    namespace, dot, name = stated.partition(".")
    if not dot or namespace != python_name(namespace) or name != python_name(name):
        raise DocumentError(f"{where}: x-honeyhive-method {stated!r} is not namespace.method in snake_case")
    return namespace, name


def _host(document: Document, hosts: dict[str, str], item: dict[str, Any], raw: dict[str, Any]) -> str:
    servers = raw.get("servers") or item.get("servers") or document.data.get("servers") or [{"url": "/"}]
    name: str = servers[0].get("x-honeyhive-host", "default")
    url: str = servers[0]["url"]
    if hosts.setdefault(name, url) != url:
        raise DocumentError(f"the host {name!r} has two URLs: {hosts[name]} and {url}")
    return name


def _security(document: Document, raw: dict[str, Any]) -> tuple[str, ...]:
    requirements = raw.get("security", document.data.get("security", []))
    if {} in requirements:
        return ()
    return tuple(name for requirement in requirements for name in requirement)


def _parameters(
    document: Document, path: str, item: dict[str, Any], raw: dict[str, Any], where: str
) -> Iterable[Field]:
    found = {}
    for parameter in map(document.resolve, [*item.get("parameters", ()), *raw.get("parameters", ())]):
        found[parameter["in"], parameter["name"]] = parameter
    order = re.findall(r"{([^}]+)}", path)
    named = {name for place, name in found if place == "path"}
    if named ^ set(order):
        described = ", ".join(sorted(named)) or "none"
        raise DocumentError(
            f"{where}: the parameters in its path are {', '.join(order) or 'none'}, described {described}"
        )
    in_path = sorted((p for p in found.values() if p["in"] == "path"), key=lambda p: order.index(p["name"]))
    for parameter in [*in_path, *(p for p in found.values() if p["in"] == "query")]:
        yield _field(
            document,
            parameter["name"],
            parameter.get("schema", {}),
            parameter["in"],
            required=parameter.get("required", False),
            outer=parameter,
        )


def _body(
    document: Document, raw: dict[str, Any], where: str
) -> tuple[str | None, tuple[Field, ...], tuple[tuple[str, ...], ...], bool]:
    if "requestBody" not in raw:
        return None, (), (), False
    request_body = document.resolve(raw["requestBody"])
    media = request_body.get("content", {})
    if "application/json" not in media:
        raise DocumentError(f"{where}: the request body is not application/json but {', '.join(media) or 'nothing'}")
    schema = media["application/json"].get("schema", {})
    merged = document.merged(schema)
    required = request_body.get("required", False)
    if merged.get("properties"):
        return "flat", tuple(_properties(document, merged)), _exactly_one(document.resolve(schema)), required
    whole = _field(document, "body", schema, "body", required=required, outer=request_body)
    return "whole", (evolve(whole, argument="body"),), (), required


def _body_schema(document: Document, raw: dict[str, Any]) -> str | None:
    """Return the name of the schema of the body."""
    if "requestBody" not in raw:
        return None
    media = document.resolve(raw["requestBody"]).get("content", {})
    return schema_name(media.get("application/json", {}).get("schema", {}))


def _error(document: Document, raw: dict[str, Any]) -> str | None:
    """Return the schema of a documented error."""
    for status in ("default", "4XX", *sorted(map(str, raw.get("responses", {})), reverse=True)):
        if status in raw.get("responses", {}) and not status.startswith(("1", "2", "3")):
            for media in document.resolve(raw["responses"][status]).get("content", {}).values():
                name = schema_name(media.get("schema", {}))
                if name and document.merged(document.schemas[name]).get("properties"):
                    return name
    return None


def _exactly_one(schema: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
    """The groups that ``allOf: [oneOf: [required: [a], required: [b]]]`` writes down."""
    groups = []
    for part in schema.get("allOf", ()):
        alternatives = [one.get("required", ()) for one in part.get("oneOf", ()) if set(one) == {"required"}]
        if alternatives and all(len(names) == 1 for names in alternatives):
            groups.append(tuple(name for names in alternatives for name in names))
    return tuple(groups)


def _properties(document: Document, schema: dict[str, Any]) -> Iterable[Field]:
    required = schema.get("required", ())
    for name, prop in schema.get("properties", {}).items():
        yield _field(document, name, prop, "body", required=name in required, outer={})


def _field(
    document: Document, name: str, schema: dict[str, Any], location: str, *, required: bool, outer: dict[str, Any]
) -> Field:
    said = document.merged(schema)
    kind = _kind(said)
    # What travels as JSON text is an argument of the type that the text holds.
    held = said.get("contentSchema", {}) if kind == "json" else schema
    merged = document.merged(held)
    types = json_types(merged)
    items = merged.get("items") or {}
    target = items if "array" in types else held
    choices = merged.get("enum", ())
    values = merged.get("additionalProperties")
    is_map = isinstance(values, dict) and bool(document.merged(values).get("properties"))
    if is_map:
        target = values
    return Field(
        name=name,
        argument=python_name(said.get("x-honeyhive-path-parameter", name)),
        location=location,
        types=tuple(one for one in types if one != "null"),
        required=required,
        nullable="null" in types or None in choices,
        kind=kind,
        choices=tuple(one for one in choices if isinstance(one, str)),
        shape=schema_name(target) if document.merged(target).get("properties") else None,
        deprecated=outer.get("deprecated", said.get("deprecated", False)),
        replaced_by=tuple(outer.get("x-honeyhive-replaced-by", said.get("x-honeyhive-replaced-by", ()))),
        description=_words(outer.get("description") or said.get("description", "")),
        enum=schema_name(held) if choices else None,
        items=json_types(document.merged(items)) if "array" in types else (),
        values=json_types(values) if isinstance(values, dict) else (),
        is_map=is_map,
    )


def _kind(schema: dict[str, Any]) -> str | None:
    if schema.get("contentMediaType") == "application/json":
        return "json"
    if schema.get("format") == "date-time":
        return "date-time"
    kind: str | None = schema.get("x-honeyhive-kind")
    return kind


def _reply(document: Document, raw: dict[str, Any]) -> str:
    for status, response in raw.get("responses", {}).items():
        if str(status).startswith("2"):
            resolved = document.resolve(response)
            return _words(resolved.get("description", "")) if resolved.get("content") else "Nothing."
    return ""


def _words(text: str) -> str:
    """The text as one paragraph a line, its lines joined."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))


def _refuse_collisions(operations: Iterable[Operation]) -> None:
    taken: dict[tuple[str, str], str] = {}
    ids: dict[str, str] = {}
    for operation in operations:
        where = f"{operation.method} {operation.path}"
        for name in (operation.name, f"{operation.name}_all")[: 2 if operation.paging else 1]:
            if (other := taken.setdefault((operation.namespace, name), where)) != where:
                raise DocumentError(f"{operation.namespace}.{name} names two operations: {other} and {where}")
        if (other := ids.setdefault(operation.module, where)) != where:
            raise DocumentError(f"the operationId {operation.id} names two operations: {other} and {where}")
        arguments = [one.argument for one in operation.arguments_of_call]
        if twice := {one for one in arguments if arguments.count(one) > 1}:
            raise DocumentError(f"{where}: two arguments have the name {', '.join(sorted(twice))}")
