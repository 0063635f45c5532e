"""The changes between two schemas, at any depth."""

from collections.abc import Iterator
from typing import Any

from attrs import define, field

from ...document import UNIONS, Schema, json_types
from .change import Change, Side, breaking, compatible, inside, judged
from .keywords import keywords
from .shape import bare, types_of

_HIDDEN = {"request": "readOnly", "reply": "writeOnly"}


@define
class Schemas:
    """Compares schemas of two documents; a pair of named ones is compared once for each side."""

    _seen: set[tuple[str | None, str | None, Side]] = field(factory=set)

    def compare(self, where: str, side: Side, old: Schema, new: Schema) -> Iterator[Change]:
        """Yield the changes from the old schema to the new one; those of a named schema are under its name."""
        if old.is_reference and new.is_reference:
            if (old.name, new.name, side) in self._seen:
                return
            self._seen.add((old.name, new.name, side))
            where = f"schema {old.name}"
        if not old.merged and not new.merged:  # anything may be inside of anything, for ever
            return
        if (union := _only_union(old.merged, new.merged)) is not None:
            old, new = (one if union in one.merged else Schema(one.root, {union: [one.raw]}) for one in (old, new))
        before, after = old.merged, new.merged
        yield from _types(where, side, before, after)
        yield from keywords(where, side, before, after)
        yield from self._properties(where, side, old, new)
        yield from self._inside(where, side, old, new)
        for key in UNIONS:
            yield from self._branches(where, side, key, old, new)

    def _properties(self, where: str, side: Side, old: Schema, new: Schema) -> Iterator[Change]:
        before, after = _visible(side, old), _visible(side, new)
        for name in before.keys() - after.keys():
            yield breaking(where, f"the property {name} is removed", side)
        required = set(old.required), set(new.required)
        for name in after.keys() - before.keys():
            as_required = name in required[1]
            what = f"the property {name} is added{' as required' if as_required else ''}"
            yield judged(where, what, side, narrowed=as_required)
        known = before.keys() ^ after.keys()
        hidden = {*old.properties, *new.properties} - {*before, *after}
        for name in (required[0] ^ required[1]) - known - hidden:
            narrowed = name in required[1]
            what = f"{name} is {'now' if narrowed else 'no longer'} required"
            yield judged(where, what, side, narrowed=narrowed, widened=not narrowed)
        for name in before.keys() & after.keys():
            place = inside(where, name)
            yield from self.compare(place, side, before[name], after[name])
            yield from deprecation(place, side, before[name].merged, after[name].merged)

    def _inside(self, where: str, side: Side, old: Schema, new: Schema) -> Iterator[Change]:
        if old.items or new.items:
            anything = Schema(old.root, {})
            yield from self.compare(inside(where, "[]"), side, old.items or anything, new.items or anything)
        before, after = (one.get("additionalProperties", True) is not False for one in (old, new))
        if before and after:
            others = (one.values or Schema(one.root, {}) for one in (old, new))
            yield from self.compare(inside(where, "*"), side, *others)
        elif before or after:
            what = f"other properties are {'now' if after else 'no longer'} allowed"
            yield judged(where, what, side, narrowed=before, widened=after)

    def _branches(self, where: str, side: Side, key: str, old: Schema, new: Schema) -> Iterator[Change]:
        if (key in old.merged) != (key in new.merged):
            narrowed = key in new.merged
            what = f"{key} is {'added' if narrowed else 'removed'}"
            yield judged(where, what, side, narrowed=narrowed, widened=not narrowed)
            return
        before, after = ({bare(one): Schema(shape.root, one) for one in shape.get(key, ())} for shape in (old, new))
        for same in before.keys() & after.keys():
            yield from self.compare(inside(where, f"/{key}"), side, before[same], after[same])
        lost = [one for name, one in before.items() if name not in after]
        gained = [one for name, one in after.items() if name not in before]
        if len(lost) == len(gained):
            for index, pair in enumerate(zip(lost, gained, strict=True)):
                yield from self.compare(inside(where, f"/{key}/{index}"), side, *pair)
        else:
            yield from (judged(where, f"{key} loses {_shown(one)}", side, narrowed=True) for one in lost)
            yield from (judged(where, f"{key} gains {_shown(one)}", side, widened=True) for one in gained)


def _visible(side: Side, schema: Schema) -> dict[str, Schema]:
    return {name: one for name, one in schema.properties.items() if not one.get(_HIDDEN[side])}


def deprecation(where: str, side: Side, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    """Yield the change if something became deprecated, or no longer is, with what replaces it."""
    now = bool(new.get("deprecated"))
    if now == bool(old.get("deprecated")):
        return
    replacement = ", ".join(new.get("x-honeyhive-replaced-by", ()))
    suffix = f"; {replacement} replaces it" if now and replacement else ""
    yield compatible(where, f"it is {'now' if now else 'no longer'} deprecated{suffix}", side)


def _types(where: str, side: Side, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    before, after = types_of(old), types_of(new)
    lost, gained = before - after, after - before
    if not lost and not gained:
        return
    if lost | gained == {"null"}:
        what = f"null is {'no longer' if lost else 'now'} allowed"
    else:
        what = f"the type is {_type_names(new)}, it was {_type_names(old)}"
    yield judged(where, what, side, narrowed=bool(lost), widened=bool(gained))


def _type_names(schema: dict[str, Any]) -> str:
    return " or ".join(json_types(schema)) or ("object" if "properties" in schema else "any")


def _only_union(old: dict[str, Any], new: dict[str, Any]) -> str | None:
    """Return the keyword if one of the two is only a union and the other, a plain schema, is a union of one."""
    for key in UNIONS:
        if (key in old) != (key in new):
            union, plain = (old, new) if key in old else (new, old)
            if not {"type", "properties", "required"} & set(union) and plain:
                return key
    return None


def _shown(branch: Schema) -> str:
    return (branch.name if branch.is_reference else None) or bare(branch.raw)
