"""Changes of names in generated code: classes, methods and the order of arguments."""

from collections.abc import Iterator
from typing import Final

from ...document import UNIONS, Document, Operation
from .change import Change, Side, breaking, compatible
from .shape import Shape, text

_NAMES: Final[tuple[tuple[str, Side], ...]] = (
    ("operationId", "code"),
    ("x-honeyhive-method", "python"),
    ("tags", "code"),
)


def class_changes(where: str, old: Shape, new: Shape) -> Iterator[Change]:
    """Yield a change if the schema at this place gets a different class name in generated code."""
    if not (_has_class(old) and _has_class(new)):
        return
    before, after = old.name, new.name
    if before != after:
        # gone_classes() reports a removed schema under its own name.
        if before is None or _has_schema(new, before):
            yield breaking(where, f"its class is {after or 'inline'}, it was {before or 'inline'}", "code")
    elif (was := old.keywords.get("title")) != (now := new.keywords.get("title")):
        place = f"schema {before}" if before else where
        yield breaking(place, f"the title is {text(now)}, it was {text(was)}, and classes are named after it", "code")


def gone_classes(old: Document, new: Document, used: set[str]) -> Iterator[Change]:
    """Yield a change for each removed schema that was used, because generators name classes after schemas."""
    for name in used - new.schemas.keys():
        if name in old.schemas:
            yield breaking(f"schema {name}", "the schema is removed or renamed", "code")


def operation_names(where: str, old: Operation, new: Operation) -> Iterator[Change]:
    """Yield the changes of the names and the arguments of generated methods."""
    for key, side in _NAMES:
        before, after = old.raw.get(key), new.raw.get(key)
        if before != after:
            what = f"{key} is {text(after)}, it was {text(before)}"
            is_new = before is None and key != "tags"
            yield compatible(where, what, side) if is_new else breaking(where, what, side)
    if old.path != new.path:
        yield breaking(where, f"its path parameters are renamed: {new.path}", "code")
    before, after = ([one.name for one in operation.parameters] for operation in (old, new))
    shared = [[name for name in names if name in before and name in after] for names in (before, after)]
    if shared[0] != shared[1]:
        what = f"the order of its parameters is {', '.join(shared[1])}, it was {', '.join(shared[0])}"
        yield breaking(where, what, "languages")


def _has_class(schema: Shape) -> bool:
    """Return True if generators make a class of the schema: it is an object with properties, an enum or a union."""
    return any(schema.keywords.get(key) for key in ("properties", "enum", *UNIONS))


def _has_schema(shape: Shape, name: str) -> bool:
    return name in shape.root.get("components", {}).get("schemas", {})
