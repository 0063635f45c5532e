"""Two schemas: what became narrower or wider, at any depth."""

from collections.abc import Iterator
from typing import Any

from attrs import define, field

from ...document import Document, json_types, schema_name
from .change import Change, Side, breaking, compatible, inside, judged
from .keywords import keywords
from .shape import UNIONS, bare, settled, types_of

_HIDDEN = {"request": "readOnly", "reply": "writeOnly"}


@define
class Schemas:
    """The schemas of two documents; a pair of named ones is compared once for each side."""

    old: Document
    new: Document
    _seen: set[tuple[str | None, str | None, Side]] = field(factory=set)

    def compare(self, where: str, side: Side, old: Any, new: Any) -> Iterator[Change]:
        """The changes from the old schema to the new one; those of a named schema are told under its name."""
        names = (_name(old), _name(new))
        if all(names):
            if (*names, side) in self._seen:
                return
            self._seen.add((*names, side))
            where = f"schema {names[0]}"
        before, after = settled(self.old, old), settled(self.new, new)
        if not before and not after:  # anything may be inside of anything, for ever
            return
        if (union := _only_union(before, after)) is not None:
            before, after = (
                shape if union in shape else {union: [raw]} for shape, raw in ((before, old), (after, new))
            )
        yield from _types(where, side, before, after)
        yield from keywords(where, side, before, after)
        yield from self._properties(where, side, before, after)
        yield from self._inside(where, side, before, after)
        for key in UNIONS:
            yield from self._branches(where, side, key, before, after)

    def _properties(self, where: str, side: Side, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
        before, after = self._visible(self.old, side, old), self._visible(self.new, side, new)
        for name in before.keys() - after.keys():
            yield breaking(where, f"the property {name} is removed", side)
        required = set(old.get("required", ())), set(new.get("required", ()))
        for name in after.keys() - before.keys():
            as_required = name in required[1]
            what = f"the property {name} is added{' as required' if as_required else ''}"
            yield judged(where, what, side, narrowed=as_required)
        told = before.keys() ^ after.keys()
        hidden = {*old.get("properties", ()), *new.get("properties", ())} - {*before, *after}
        for name in (required[0] ^ required[1]) - told - hidden:
            narrowed = name in required[1]
            what = f"{name} is {'now' if narrowed else 'no longer'} required"
            yield judged(where, what, side, narrowed=narrowed, widened=not narrowed)
        for name in before.keys() & after.keys():
            place, pair = inside(where, name), (before[name], after[name])
            yield from self.compare(place, side, *pair)
            yield from deprecation(place, side, settled(self.old, pair[0]), settled(self.new, pair[1]))

    def _visible(self, document: Document, side: Side, schema: dict[str, Any]) -> dict[str, Any]:
        properties = schema.get("properties", {})
        return {name: one for name, one in properties.items() if not settled(document, one).get(_HIDDEN[side])}

    def _inside(self, where: str, side: Side, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
        if "items" in old or "items" in new:
            yield from self.compare(inside(where, "[]"), side, old.get("items", {}), new.get("items", {}))
        before, after = (_as_schema(one.get("additionalProperties", {})) for one in (old, new))
        if before is not None and after is not None:
            yield from self.compare(inside(where, "*"), side, before, after)
        elif before is not after:
            narrowed = after is None
            what = f"other properties are {'no longer' if narrowed else 'now'} allowed"
            yield judged(where, what, side, narrowed=narrowed, widened=not narrowed)

    def _branches(self, where: str, side: Side, key: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
        if (key in old) != (key in new):
            narrowed = key in new
            what = f"{key} is {'added' if narrowed else 'removed'}"
            yield judged(where, what, side, narrowed=narrowed, widened=not narrowed)
            return
        before, after = ({bare(one): one for one in shape.get(key, ())} for shape in (old, new))
        for same in before.keys() & after.keys():
            yield from self.compare(inside(where, f"/{key}"), side, before[same], after[same])
        lost = [one for name, one in before.items() if name not in after]
        gained = [one for name, one in after.items() if name not in before]
        if len(lost) == len(gained):
            for index, pair in enumerate(zip(lost, gained, strict=True)):
                yield from self.compare(inside(where, f"/{key}/{index}"), side, *pair)
        else:
            yield from (judged(where, f"{key} loses {_told(one)}", side, narrowed=True) for one in lost)
            yield from (judged(where, f"{key} gains {_told(one)}", side, widened=True) for one in gained)


def deprecation(where: str, side: Side, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    """Whether something became deprecated, or is no longer, and what replaces it."""
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
        what = f"the type is {_types_told(new)}, it was {_types_told(old)}"
    yield judged(where, what, side, narrowed=bool(lost), widened=bool(gained))


def _types_told(schema: dict[str, Any]) -> str:
    return " or ".join(json_types(schema)) or ("object" if "properties" in schema else "any")


def _name(schema: Any) -> str | None:
    """The name of a schema that only refers to it."""
    return schema_name(schema) if isinstance(schema, dict) and set(schema) == {"$ref"} else None


def _only_union(old: dict[str, Any], new: dict[str, Any]) -> str | None:
    """The keyword, where one of the two is nothing but a union and the other is a plain schema: a union of one."""
    for key in UNIONS:
        if (key in old) != (key in new):
            union, plain = (old, new) if key in old else (new, old)
            if not {"type", "properties", "required"} & set(union) and plain:
                return key
    return None


def _as_schema(value: Any) -> Any:
    """The schema of other properties, None where there may be none."""
    return {} if value is True else None if value is False else value


def _told(branch: Any) -> str:
    return _name(branch) or bare(branch)
