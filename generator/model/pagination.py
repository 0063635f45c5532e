"""Operations that need several requests: paged replies, and lists that are too long for one query."""

from collections.abc import Sequence

from ..document import DocumentError, Operation, Schema
from .ir import EmptyList, Field, Paging, Split


def paging_of(operation: Operation, fields: Sequence[Field], where: str) -> Paging | None:
    """Return the paging of an operation, or None if it has none."""
    stated = operation.get("x-honeyhive-paging")
    if stated is None:
        return None
    where = f"{where}: x-honeyhive-paging"
    try:
        paging = Paging(**stated)
    except TypeError:
        raise DocumentError(f"{where} needs page, limit, size and items, and total or has_next") from None
    by_name = {field.name: field for field in fields if field.location != "path"}
    for name in (paging.page, paging.limit):
        if name not in by_name or by_name[name].types != ("integer",):
            raise DocumentError(f"{where} names {name}, which is not an integer in the query or the body")
    reply = reply_schema(operation)
    if paging.items not in reply.required or not _is(reply, paging.items, "array"):
        raise DocumentError(f"{where} names {paging.items}, which is not an array that every reply has")
    if (paging.total is None) == (paging.has_next is None):
        raise DocumentError(f"{where} needs exactly one of total and has_next")
    if paging.total is not None and not _is(reply, paging.total, "integer", "number"):
        raise DocumentError(f"{where} names {paging.total}, which is not a numeric field of the reply")
    if paging.has_next is not None and not _is(reply, paging.has_next, "boolean"):
        raise DocumentError(f"{where} names {paging.has_next}, which is not a boolean field of the reply")
    return paging


def split_of(operation: Operation, fields: Sequence[Field], where: str) -> Split | None:
    """Return the splitting of a long list into several requests, or None if the operation has no such list."""
    stated = operation.get("x-honeyhive-split")
    if stated is None:
        return None
    where = f"{where}: x-honeyhive-split"
    if operation.get("x-honeyhive-paging") is not None:
        # Each part of the list has its own pages, so the merged pages would have a different order and size.
        raise DocumentError(f"{where} does not work with x-honeyhive-paging; give the list a maxItems instead")
    try:
        split = Split(**{**stated, "sum": tuple(stated.get("sum", ()))})
    except TypeError:
        raise DocumentError(f"{where} needs parameter and size, and optionally sum") from None
    lists = [field.name for field in fields if field.location == "query" and field.types == ("array",)]
    if split.parameter not in lists:
        raise DocumentError(f"{where} names {split.parameter}, which is not an array parameter of the query")
    for name in split.sum:
        if not _is(reply_schema(operation), name, "integer", "number"):
            raise DocumentError(f"{where} names {name}, which is not a numeric field of the reply")
    return split


def empty_list_of(operation: Operation, fields: Sequence[Field], where: str) -> EmptyList | None:
    """Return the query list for which an empty list sends no request; None if the operation has no such list."""
    stated = operation.get("x-honeyhive-empty-list")
    if stated is None:
        return None
    where = f"{where}: x-honeyhive-empty-list"
    try:
        found = EmptyList(**stated)
    except TypeError:
        raise DocumentError(f"{where} needs parameter and reply") from None
    if not any(one.name == found.parameter and "array" in one.types for one in fields if one.location == "query"):
        raise DocumentError(f"{where} names {found.parameter}, which is not an array parameter of the query")
    return found


def place_in_reply(operation: Operation, extension: str, where: str) -> str | None:
    """Return the place in a successful reply that the extension names; None if the operation lacks the extension."""
    place: str | None = operation.get(extension)
    if place is None:
        return None
    schema = reply_schema(operation)
    for name in place.split("."):
        found = schema.properties.get(name.removesuffix("[]"))
        if found is not None and name.endswith("[]"):
            found = found.items
        if found is None:
            raise DocumentError(f"{where}: {extension} names {place}, which the reply does not have")
        schema = found
    return place


def reply_schema(operation: Operation) -> Schema:
    """Return the schema of a successful reply; an empty dict if the reply has no body."""
    media = operation.success[1].media if operation.success else {}
    return next((one.schema for one in media.values()), Schema({}, {}))


def _is(schema: Schema, place: str, *types: str) -> bool:
    """Return True if the value at a dotted place of the reply has one of the types."""
    for name in place.split("."):
        if name not in schema.properties:
            return False
        schema = schema.properties[name]
    return bool(set(schema.types) & set(types))
