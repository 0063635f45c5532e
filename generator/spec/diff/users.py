"""Which operations hold a named schema, in what is sent or in what is read."""

from functools import cache

from ...document import SCHEMA_PREFIX, Document
from ..rules.walk import operation_schemas, within
from .change import Side

Users = dict[tuple[str, Side], dict[str, None]]


def users_of(document: Document) -> Users:
    """The operations by schema and side, in the order of the document; under the side "code" those of both."""

    @cache
    def named(name: str) -> frozenset[str]:
        return _closure(document, {"$ref": f"{SCHEMA_PREFIX}{name}"})

    found: Users = {}
    for where, schema in operation_schemas(document):
        operation = where.partition(": ")[0]
        side: Side = "reply" if ": response " in where else "request"
        for first in _references(schema):
            for name in named(first):
                found.setdefault((name, side), {})[operation] = None
                found.setdefault((name, "code"), {})[operation] = None
    return found


def _closure(document: Document, schema: object) -> frozenset[str]:
    found: set[str] = set()
    waiting = [schema]
    while waiting:
        for name in _references(waiting.pop()) - found:
            found.add(name)
            waiting.append(document.resolve({"$ref": f"{SCHEMA_PREFIX}{name}"}))
    return frozenset(found)


def _references(schema: object) -> set[str]:
    references = (one.get("$ref", "") for _, one in within("", schema) if isinstance(one, dict))
    return {one.removeprefix(SCHEMA_PREFIX) for one in references if one.startswith(SCHEMA_PREFIX)}
