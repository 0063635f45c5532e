"""The keywords of a schema that narrow what is valid: enum, format, bounds and the rest."""

from collections.abc import Iterator
from typing import Any

from .change import Change, Side, judged
from .shape import text, values_of

_AT_LEAST = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains")
_AT_MOST = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains")
_CONDITIONS = (
    "pattern",
    "multipleOf",
    "uniqueItems",
    "not",
    "contains",
    "prefixItems",
    "propertyNames",
    "patternProperties",
    "dependentRequired",
    "dependentSchemas",
    "unevaluatedProperties",
    "unevaluatedItems",
)
_MEANINGS = ("contentMediaType", "contentEncoding", "discriminator", "if", "then", "else", "allOf")
"""Any difference in these counts as breaking for both sides, because the affected side is unknown."""

_INSIDE = {"int32": "int64", "float": "double"}
"""Formats whose every value is also one of the other format."""


def keywords(where: str, side: Side, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    """Yield the changes in the values that the keywords allow."""
    yield from _values(where, side, old, new)
    yield from _format(where, side, old, new)
    for sign, names in ((1, _AT_LEAST), (-1, _AT_MOST)):
        for name in names:
            yield from _bound(where, side, name, sign, old, new)
    for name in _CONDITIONS:
        yield from _condition(where, side, name, old, new)
    for name in _MEANINGS:
        if text(old.get(name)) != text(new.get(name)):
            yield judged(where, f"{name} differs", side, narrowed=True, widened=True)
    if text(old.get("default")) != text(new.get("default")):
        # A sender who leaves it out now means something else.
        yield judged(
            where, f"the default is {_shown(new, 'default')}, it was {_shown(old, 'default')}", side, narrowed=True
        )


def _values(where: str, side: Side, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    before, after = values_of(old), values_of(new)
    if before is None and after is not None:
        yield judged(where, f"only {_list(after)} are allowed now", side, narrowed=True)
    elif before is not None and after is None:
        yield judged(where, "any value is allowed now", side, widened=True)
    elif before is not None and after is not None:
        for values, what, narrowed in ((before - after, "no longer", True), (after - before, "now", False)):
            if values:
                yield judged(where, f"{what} allowed: {_list(values)}", side, narrowed=narrowed, widened=not narrowed)


def _list(values: frozenset[str]) -> str:
    return ", ".join(sorted(values))


def _format(where: str, side: Side, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    before, after = old.get("format"), new.get("format")
    if before == after:
        return
    narrowed = before is None or _INSIDE.get(after or "") == before
    widened = after is None or _INSIDE.get(before or "") == after
    what = f"the format is {after or 'gone'}, it was {before or 'none'}"
    either = narrowed or widened
    yield judged(where, what, side, narrowed=narrowed or not either, widened=widened or not either)


def _bound(where: str, side: Side, name: str, sign: int, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    before, after = old.get(name), new.get(name)
    if before == after:
        return
    narrowed = before is None or (after is not None and sign * after > sign * before)
    what = f"{name} is {_shown(new, name)}, it was {_shown(old, name)}"
    yield judged(where, what, side, narrowed=narrowed, widened=not narrowed)


def _condition(where: str, side: Side, name: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    before, after = old.get(name) or None, new.get(name) or None
    if text(before) == text(after):
        return
    what = f"{name} is {_shown(new, name)}, it was {_shown(old, name)}"
    yield judged(where, what, side, narrowed=after is not None, widened=before is not None)


def _shown(schema: dict[str, Any], name: str) -> str:
    return text(schema[name]) if name in schema else "none"
