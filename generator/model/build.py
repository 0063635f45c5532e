"""Builds the IR of a document: every operation with its arguments, and the objects in them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from ..document import SCOPED_BY, SUNSET, Document, DocumentError, Operation, Problems
from ..opc import strings
from .fields import Fields, words
from .hosts_keys import default_scheme, hosts_of, schemes_of
from .ir import RESERVED_NAMESPACES, Field, Input, Table, class_name, python_name
from .ir import Operation as OperationRow
from .pagination import empty_list_of, paging_of, place_in_reply, split_of
from .scoped_pairs import paired

SAFE_TO_REPEAT = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
"""HTTP methods that are idempotent (RFC 9110, section 9.2.2)."""

_OF_THE_REQUEST = frozenset({"accept", "authorization", "content-type"})
"""Header parameters that OpenAPI ignores, because the body, the reply and the key determine these headers."""


def build_table(document: Document) -> Table:
    """Return the IR of all operations and the objects in their arguments.

    Raises one DocumentError with all problems.
    """
    problems = Problems()
    replies = frozenset(
        name for one in document.operations() for schema in one.replies() for name in schema.components()
    )
    fields = Fields(document, replies)
    operations: list[OperationRow] = []
    for operation in document.operations():
        with problems.collect():
            operations.append(_row(document, operation, fields))
    hosts, schemes = {}, {}
    with problems.collect():
        hosts = hosts_of(document)
    with problems.collect():
        schemes = schemes_of(document)
    operations = paired(operations, problems)
    problems.extend(_collisions(operations))
    problems.refuse()
    shapes = {name: fields.of_object(name) for name in fields.shapes}
    bodies = [name for operation in operations for name in operation.body_inputs]
    objects = {name: fields.of_object(name) for name in dict.fromkeys([*bodies, *shapes])}
    tags = _tags(operations, objects)
    inputs = [_input(fields, name, tags[name], objects[name]) for name in objects]
    return Table(hosts, schemes, default_scheme(document, schemes), tuple(operations), shapes, tuple(inputs))


def _row(document: Document, operation: Operation, fields: Fields) -> OperationRow:
    raw, where = operation.raw, operation.where
    tag = (raw.get("tags") or ["default"])[0]
    identifier = raw.get("operationId") or strings.snake_case(
        f"{operation.method}_{strings.sanitize(operation.path.replace('/', '_'))}"
    )
    namespace, name = _method_name(operation, tag, identifier)
    body = fields.body(operation, identifier)
    client_ids = tuple(raw.get("x-honeyhive-client-ids", ()))
    parameters = tuple(_parameters(operation, fields))
    arguments = (*parameters, *_distinct(body.fields, parameters))
    return OperationRow(
        id=identifier,
        namespace=namespace,
        name=name,
        method=operation.method,
        path=operation.path,
        host=operation.host or "default",
        summary=raw.get("summary", "").strip(),
        description=words(raw.get("description", "")),
        security=_security(document, operation),
        deprecated=raw.get("deprecated", False),
        replaced_by=tuple(raw.get("x-honeyhive-replaced-by", ())),
        sunset=raw.get(SUNSET),
        scoped_by=raw.get(SCOPED_BY),
        fields=arguments,
        body=body.form,
        exactly_one=body.exactly_one,
        client_ids=client_ids,
        shared_ids=tuple(raw.get("x-honeyhive-shared-ids", ())),
        repeatable=raw.get("x-honeyhive-repeatable", operation.method in SAFE_TO_REPEAT or bool(client_ids)),
        paging=paging_of(operation, arguments, where),
        split=split_of(operation, arguments, where),
        empty_list=empty_list_of(operation, arguments, where),
        identifies=place_in_reply(operation, "x-honeyhive-identifies", where),
        acknowledges=place_in_reply(operation, "x-honeyhive-acknowledges", where),
        tag=tag,
        reply=_reply(operation),
        error=_error(operation),
        body_annotation=body.annotation,
        body_inputs=body.inputs,
        body_required=body.is_required,
    )


def _distinct(keys: tuple[Field, ...], parameters: tuple[Field, ...]) -> Iterator[Field]:
    """Yield the keys of a body. A key with the name of a query or header parameter gets the prefix ``body_``."""
    taken = {one.argument for one in parameters if one.location != "path"}
    for one in keys:
        yield evolve(one, argument=f"body_{one.argument}") if one.argument in taken else one


def _method_name(operation: Operation, tag: str, identifier: str) -> tuple[str, str]:
    stated = operation.get("x-honeyhive-method")
    if stated is None:
        return python_name(tag), python_name(identifier)
    namespace, dot, name = stated.partition(".")
    if not dot or namespace != python_name(namespace) or name != python_name(name):
        raise DocumentError(f"{operation.where}: x-honeyhive-method {stated!r} is not namespace.method in snake_case")
    if namespace in RESERVED_NAMESPACES:
        taken = f"{namespace} is already an attribute of the clients"
        raise DocumentError(f"{operation.where}: x-honeyhive-method {stated!r}: {taken}")
    return namespace, name


def _security(document: Document, operation: Operation) -> tuple[str, ...]:
    """Return the security schemes of the operation, of which one is enough; an empty tuple if it needs no key."""
    if {} in operation.security:
        return ()
    if any(len(requirement) > 1 for requirement in operation.security):
        raise DocumentError(
            f"{operation.where}: security requires several keys at once, which the clients do not support"
        )
    names = tuple(name for requirement in operation.security for name in requirement)
    known = document.data.get("components", {}).get("securitySchemes", {})
    for name in names:
        if name not in known:
            raise DocumentError(f"{operation.where}: the security scheme {name} is not in components/securitySchemes")
    return names


def _parameters(operation: Operation, fields: Fields) -> Iterator[Field]:
    for one in operation.parameters:
        if one.location not in ("path", "query", "header"):
            raise DocumentError(
                f"{operation.where}: the {one.location} parameter {one.name} is not supported; "
                "only path, query and header are"
            )
    order = re.findall(r"{([^}]+)}", operation.path)
    in_path = {one.name: one for one in operation.parameters if one.location == "path"}
    if in_path.keys() ^ set(order):
        described = ", ".join(sorted(in_path)) or "none"
        raise DocumentError(
            f"{operation.where}: the parameters in its path are {', '.join(order) or 'none'}, described {described}"
        )
    for name in order:
        yield fields.parameter(in_path[name])
    for location in ("query", "header"):
        for one in operation.parameters:
            if one.location == location and not (location == "header" and one.name.lower() in _OF_THE_REQUEST):
                yield fields.parameter(one)


def _reply(operation: Operation) -> str:
    """Return the description of a successful reply."""
    if operation.success is None:
        return ""
    _, content = operation.success
    return words(content.raw.get("description", "")) if content.media else "Nothing."


def _error(operation: Operation) -> str | None:
    """Return the schema name of documented errors, or None."""
    statuses = ["default", "4XX", *sorted(operation.responses, reverse=True)]
    for status in statuses:
        if status in operation.responses and not status.startswith(("1", "2", "3")):
            for media in operation.responses[status].media.values():
                if media.schema.name and media.schema.properties:
                    return media.schema.name
    return None


def _input(fields: Fields, name: str, tag: str, keys: tuple[Field, ...]) -> Input:
    described = words(fields.objects[name].get("description", "")) or class_name(name)
    return Input(name, fields.input_name(name), described, tag, keys)


def _tags(operations: Iterable[OperationRow], objects: dict[str, tuple[Field, ...]]) -> dict[str, str]:
    """Return for each object the namespace of the first operation that takes it."""
    found: dict[str, str] = {}
    for operation in operations:
        waiting = [*operation.body_inputs, *(name for one in operation.fields for name in one.shapes)]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found[name] = operation.namespace
                waiting += [inner for one in objects[name] for inner in one.shapes]
    return found


def _collisions(operations: Sequence[OperationRow]) -> Iterator[str]:
    """Yield a line for each name that two operations or two arguments share."""
    taken: dict[tuple[str, str], str] = {}
    unscoped = [operation.unscoped for operation in operations if operation.unscoped]
    ids: dict[str, str] = {}
    for operation in operations:
        where = f"{operation.method} {operation.path}"
        names = () if operation in unscoped else (operation.name, f"{operation.name}_all")
        for name in names[: 2 if operation.paging else 1]:
            if (other := taken.setdefault((operation.namespace, name), where)) != where:
                yield f"{where}: {operation.namespace}.{name} names two operations, this one and {other}"
        if (other := ids.setdefault(operation.module, where)) != where:
            yield f"{where}: the operationId {operation.id} names two operations, this one and {other}"
        arguments = [one.argument for one in operation.arguments_of_call]
        if twice := {one for one in arguments if arguments.count(one) > 1}:
            yield f"{where}: two arguments have the name {', '.join(sorted(twice))}"
