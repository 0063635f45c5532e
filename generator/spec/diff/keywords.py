"""Changes of schema keywords that constrain values: enum, format, bounds and others."""

from collections.abc import Iterator
from typing import Any, Final

from ...document.validation_form import AT_LEAST, AT_MOST
from .change import Change, Side, compatible, judged
from .shape import Shape, text, values_of

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
_MEANINGS = ("contentMediaType", "contentEncoding", "discriminator", "if", "then", "else")
"""Keywords in which any difference breaks requests and replies, because it is unknown which one is narrower."""

_DEMANDS_NOTHING: Final[dict[str, tuple[Any, ...]]] = {
    "uniqueItems": (False,),
    "not": (False, {"not": {}}),
    "propertyNames": (True, {}),
    "unevaluatedProperties": (True, {}),
    "unevaluatedItems": (True, {}),
    **dict.fromkeys(("patternProperties", "dependentRequired", "dependentSchemas", "prefixItems"), ({}, [])),
    **dict.fromkeys(("minLength", "minItems", "minProperties"), (0,)),
}
"""Values of keywords that mean the same as an absent keyword. The schema ``false`` is not such a value."""

_INSIDE = {"int32": "int64", "float": "double"}
"""Pairs of formats: every value of the first format is valid in the second."""


def keywords(where: str, side: Side, old: Shape, new: Shape) -> Iterator[Change]:
    """Yield the changes of keywords that decide which values are allowed."""
    yield from _values(where, side, old.keywords, new.keywords)
    yield from _format(where, side, old.keywords, new.keywords)
    for sign, names in ((1, AT_LEAST), (-1, AT_MOST)):
        for name in names:
            yield from _bound(where, side, name, sign, old.keywords, new.keywords)
    before, after = old.canonical(), new.canonical()
    for name in _CONDITIONS:
        yield from _condition(where, side, name, (old, before), (new, after))
    for name in _MEANINGS:
        if text(before.get(name)) != text(after.get(name)):
            yield judged(where, f"{name} differs", side, narrowed=True, widened=True)
    yield from _default(where, side, old.keywords, new.keywords)


def _default(where: str, side: Side, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    if "default" not in old and "default" in new:
        # Without a documented default, the earlier behavior of the service is unknown, so no behavior is known to
        # change.
        yield compatible(where, f"the default is {_shown(new, 'default')}, it was not documented", side)
    elif text(old.get("default")) != text(new.get("default")):
        # A request that omits the value gets another meaning.
        what = f"the default is {_shown(new, 'default')}, it was {_shown(old, 'default')}"
        yield judged(where, what, side, narrowed=True)


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
    before, after = (None if _is_absent(name, one) else one[name] for one in (old, new))
    if before == after:
        return
    narrowed = before is None or (after is not None and sign * after > sign * before)
    what = f"{name} is {_shown(new, name)}, it was {_shown(old, name)}"
    yield judged(where, what, side, narrowed=narrowed, widened=not narrowed)


def _condition(where: str, side: Side, name: str, old: tuple[Shape, Any], new: tuple[Shape, Any]) -> Iterator[Change]:
    before, after = (None if _is_absent(name, one[1]) else one[1][name] for one in (old, new))
    if text(before) == text(after):
        return
    what = f"{name} is {_shown(new[0].keywords, name)}, it was {_shown(old[0].keywords, name)}"
    yield judged(where, what, side, narrowed=after is not None, widened=before is not None)


def _is_absent(name: str, schema: dict[str, Any]) -> bool:
    """Return True if the keyword is absent or has no effect. 0 and False count as different values."""
    return name not in schema or text(schema[name]) in map(text, _DEMANDS_NOTHING.get(name, ()))


def _shown(schema: dict[str, Any], name: str) -> str:
    return text(schema[name]) if name in schema else "none"
