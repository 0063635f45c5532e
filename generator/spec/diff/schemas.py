"""Changes between two schemas, at any depth."""

from collections.abc import Generator, Iterator
from typing import Any

from attrs import define, evolve, field

from ...document import SUNSET, UNIONS, Schema, json_types
from ...document.union_forms import splits
from .change import Change, Side, breaking, compatible, inside, judged
from .client_behavior import field_extensions
from .keywords import keywords
from .names import class_changes
from .shape import Shape, bare, text, types_of

_HIDDEN = {"request": "readOnly", "reply": "writeOnly"}


@define
class Schemas:
    """Compares schemas of two documents. A pair of named schemas is compared once per side."""

    _seen: set[tuple[str | None, str | None, Side]] = field(factory=set)
    _around: list[tuple[str, str, Side]] = field(factory=list)
    """Pairs of schemas whose comparison has begun, so that recursive schemas do not recurse forever."""

    def compare(self, where: str, side: Side, old: Schema, new: Schema) -> Iterator[Change]:
        """Yield the changes from the old schema to the new one.

        Changes of a named schema are reported under its name.
        """
        yield from self._compare(where, side, Shape.of(old), Shape.of(new))

    def _compare(self, where: str, side: Side, old: Shape, new: Shape) -> Iterator[Change]:
        yield from class_changes(where, old, new)
        if old.is_reference and new.is_reference:
            if (old.name, new.name, side) in self._seen:
                return
            self._seen.add((old.name, new.name, side))
            where = f"schema {old.name}"
        pair = (text(old.raw), text(new.raw), side)
        if pair in self._around:
            return
        self._around.append(pair)
        yield from self._whole(where, side, old, new)
        self._around.pop()

    def _whole(self, where: str, side: Side, old: Shape, new: Shape) -> Iterator[Change]:
        if not old.keywords and not new.keywords:  # Both schemas accept any value, at any depth.
            return
        if old.is_never or new.is_never:
            yield from _never(where, side, old, new)
            return
        yield from field_extensions(where, side, old.keywords, new.keywords)
        if (change := _other_union(where, side, old.keywords, new.keywords)) is not None:
            yield change
            old = Shape(old.root, _renamed_union(old.keywords, new.keywords), is_whole=True)
        elif (union := _only_union(old.keywords, new.keywords)) is not None:
            old, new = _as_unions(union, old, new), _as_unions(union, new, old)
        yield from _types(where, side, old.keywords, new.keywords)
        yield from keywords(where, side, old, new)
        if all("object" in types_of(one.keywords) for one in (old, new)):  # otherwise the change of the type covers it
            yield from self._properties(where, side, old, new)
        yield from self._inside(where, side, old, new)
        for key in UNIONS:
            yield from self._branches(where, side, key, old, new)
        yield from self._demands(where, side, old, new)

    def _properties(self, where: str, side: Side, old: Shape, new: Shape) -> Iterator[Change]:
        before, after = _visible(side, old), _visible(side, new)
        for name in before.keys() - after.keys():
            yield evolve(breaking(where, f"the property {name} is removed", side), at=name)
        for name in after.keys() - before.keys():
            yield evolve(_added(where, side, name, after[name], is_required=name in new.required), at=name)
        known = before.keys() ^ after.keys()
        hidden = {*old.properties, *new.properties} - {*before, *after}
        for name in (old.required ^ new.required) - known - hidden:
            narrowed = name in new.required
            what = f"{name} is {'now' if narrowed else 'no longer'} required"
            yield evolve(judged(where, what, side, narrowed=narrowed, widened=not narrowed), at=name)
        for name in before.keys() & after.keys():
            place = inside(where, name)
            yield from self._compare(place, side, before[name], after[name])
            yield from deprecation(place, side, before[name].keywords, after[name].keywords)

    def _inside(self, where: str, side: Side, old: Shape, new: Shape) -> Iterator[Change]:
        for key, place in (("items", "[]"), ("contentSchema", "/contentSchema")):
            if key in old.keywords or key in new.keywords:
                yield from self._compare(inside(where, place), side, old.part(key), new.part(key))
        before, after = (one.keywords.get("additionalProperties", True) is not False for one in (old, new))
        if before and after:
            others = (old.part("additionalProperties"), new.part("additionalProperties"))
            yield from self._compare(inside(where, "*"), side, *others)
        elif before or after:
            what = f"other properties are {'now' if after else 'no longer'} allowed"
            yield judged(where, what, side, narrowed=before, widened=after)

    def _branches(self, where: str, side: Side, key: str, old: Shape, new: Shape) -> Iterator[Change]:
        if (key in old.keywords) != (key in new.keywords):
            narrowed = key in new.keywords
            what = f"{key} is {'added' if narrowed else 'removed'}"
            yield judged(where, what, side, narrowed=narrowed, widened=not narrowed)
            return
        lost, gained = yield from self._pairs(where, side, key, old, new)
        yield from (judged(where, f"{key} loses {_shown(one)}", side, narrowed=True) for one in lost)
        yield from (judged(where, f"{key} gains {_shown(one)}", side, widened=True) for one in gained)

    def _demands(self, where: str, side: Side, old: Shape, new: Shape) -> Iterator[Change]:
        """Yield the changes of ``allOf`` parts that cannot be merged into other keywords."""
        lost, gained = yield from self._pairs(where, side, "allOf", old, new)
        yield from (judged(where, f"the condition {_shown(one)} is removed", side, widened=True) for one in lost)
        yield from (judged(where, f"the condition {_shown(one)} is added", side, narrowed=True) for one in gained)

    def _pairs(
        self, where: str, side: Side, key: str, old: Shape, new: Shape
    ) -> Generator[Change, None, tuple[list[Shape], list[Shape]]]:
        """Yield the changes inside the branches that both unions have.

        Return the lost branches and the gained branches.
        """
        before, after = ({bare(one): shape.inner(one) for one in shape.keywords.get(key, ())} for shape in (old, new))
        for same in before.keys() & after.keys():
            yield from self._compare(inside(where, f"/{key}"), side, before[same], after[same])
        lost = [one for name, one in before.items() if name not in after]
        gained = [one for name, one in after.items() if name not in before]
        if len(lost) != len(gained):
            return lost, gained
        for index, pair in enumerate(zip(lost, gained, strict=True)):
            yield from self._compare(inside(where, f"/{key}/{index}"), side, *pair)
        return [], []


def _never(where: str, side: Side, old: Shape, new: Shape) -> Iterator[Change]:
    if new.is_never and not old.is_never:
        yield breaking(where, "no value is allowed any more", side)
    elif old.is_never and not new.is_never:
        yield compatible(where, "it is allowed now", side)


def _added(where: str, side: Side, name: str, schema: Shape, *, is_required: bool) -> Change:
    if schema.is_never:
        return judged(where, f"the property {name} is now forbidden", side, narrowed=True)
    what = f"the property {name} is added{' as required' if is_required else ''}"
    return judged(where, what, side, narrowed=is_required)


def _visible(side: Side, schema: Shape) -> dict[str, Shape]:
    return {name: one for name, one in schema.properties.items() if not one.keywords.get(_HIDDEN[side])}


def deprecation(where: str, side: Side, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    """Yield a change if the deprecation or its replacement changed."""
    before, now = bool(old.get("deprecated")), bool(new.get("deprecated"))
    instead = [", ".join(one.get("x-honeyhive-replaced-by", ())) for one in (old, new)]
    if now != before:
        suffix = f"; {instead[1]} replaces it" if now and instead[1] else ""
        yield compatible(where, f"it is {'now' if now else 'no longer'} deprecated{suffix}", side)
    elif now and instead[0] != instead[1]:
        # Only warnings and types name the replacement; no call fails.
        what = f"its replacement is {instead[1] or 'nothing'}, it was {instead[0] or 'nothing'}"
        yield compatible(where, what, "code")
    dates = [one.get(SUNSET) for one in (old, new)]
    if now and before and dates[0] != dates[1]:
        yield compatible(
            where, f"its removal date is {dates[1] or 'not known'}, it was {dates[0] or 'not known'}", "code"
        )


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
    """Return the keyword of a union if one schema is only a union and the other is not a union, or else None."""
    for key in UNIONS:
        if (key in old) != (key in new):
            union, plain = (old, new) if key in old else (new, old)
            if not {"type", "properties", "required"} & set(union) and plain:
                return key
    return None


def _as_unions(key: str, plain: Shape, other: Shape) -> Shape:
    """Return the shape written as a union that has as many branches as possible in common with the other union."""
    if key in plain.keywords:
        return plain
    wanted = {bare(one) for one in other.keywords[key]}
    ways = [[plain.raw], *splits(plain.keywords)]
    branches = max(ways, key=lambda way: sum(bare(one) in wanted for one in way))
    return Shape(plain.root, {key: branches}, is_whole=True)


def _other_union(where: str, side: Side, old: dict[str, Any], new: dict[str, Any]) -> Change | None:
    """Return the change from ``anyOf`` to ``oneOf`` or back.

    Only ``anyOf`` allows a value that fits several branches.
    """
    before, after = ([key for key in UNIONS if key in one] for one in (old, new))
    if len(before) != 1 or len(after) != 1 or before == after:
        return None
    narrowed = after == ["oneOf"]
    return judged(where, f"{before[0]} is now {after[0]}", side, narrowed=narrowed, widened=not narrowed)


def _renamed_union(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    before, after = (next(key for key in UNIONS if key in one) for one in (old, new))
    return {(after if key == before else key): one for key, one in old.items()}


def _shown(branch: Shape) -> str:
    return (branch.name if branch.is_reference else None) or bare(branch.raw)
