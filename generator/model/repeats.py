"""Operations that take more than one request: pages of a reply, and lists that are too long for one query."""

from collections.abc import Sequence
from typing import Any

from ..document import Document, DocumentError, json_types
from .rows import Field, Paging, Split


def paging_of(document: Document, raw: dict[str, Any], fields: Sequence[Field], where: str) -> Paging | None:
    """How the operation answers page by page, None if it does not."""
    stated = raw.get("x-honeyhive-paging")
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
            raise DocumentError(f"{where} names {name}, which is no integer of the query or the body")
    reply = reply_schema(document, raw)
    if paging.items not in reply.get("required", ()) or not _is(document, reply, paging.items, "array"):
        raise DocumentError(f"{where} names {paging.items}, which is no array that every reply has")
    if (paging.total is None) == (paging.has_next is None):
        raise DocumentError(f"{where} needs one of total and has_next")
    if paging.total is not None and not _is(document, reply, paging.total, "integer", "number"):
        raise DocumentError(f"{where} names {paging.total}, which is no number of the reply")
    if paging.has_next is not None and not _is(document, reply, paging.has_next, "boolean"):
        raise DocumentError(f"{where} names {paging.has_next}, which is no boolean of the reply")
    return paging


def split_of(document: Document, raw: dict[str, Any], fields: Sequence[Field], where: str) -> Split | None:
    """How a long list of the operation goes into several requests, None if there is no such list."""
    stated = raw.get("x-honeyhive-split")
    if stated is None:
        return None
    where = f"{where}: x-honeyhive-split"
    try:
        split = Split(**{**stated, "sum": tuple(stated.get("sum", ()))})
    except TypeError:
        raise DocumentError(f"{where} needs parameter and size, and may have sum") from None
    lists = [field.name for field in fields if field.location == "query" and field.types == ("array",)]
    if split.parameter not in lists:
        raise DocumentError(f"{where} names {split.parameter}, which is no array of the query")
    for name in split.sum:
        if not _is(document, reply_schema(document, raw), name, "integer", "number"):
            raise DocumentError(f"{where} names {name}, which is no number of the reply")
    return split


def reply_schema(document: Document, raw: dict[str, Any]) -> dict[str, Any]:
    """The merged schema of what a success answers, empty where it answers nothing."""
    for status, response in raw.get("responses", {}).items():
        if str(status).startswith("2"):
            media = document.resolve(response).get("content", {})
            return document.merged(next((one.get("schema", {}) for one in media.values()), {}))
    return {}


def _is(document: Document, schema: dict[str, Any], place: str, *types: str) -> bool:
    """Whether the reply has at that place, with dots, a value of one of the types."""
    for name in place.split("."):
        schema = document.merged(schema.get("properties", {}).get(name, {}))
    return bool(set(json_types(schema)) & set(types))
