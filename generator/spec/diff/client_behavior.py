"""Changes of ``x-honeyhive-`` extensions that alter the behavior of the Python client, such as paging."""

from collections.abc import Iterator
from typing import Any, Final

from ...document import SCOPED_BY, Operation
from .change import Change, Side, breaking, compatible
from .shape import text

_KIND: Final = "x-honeyhive-kind"
_READ_AS: Final = "x-honeyhive-read-as"
_ITEMS: Final = "x-honeyhive-reply-items"
_REPEATED: Final = "x-honeyhive-path-parameter"
_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
"""Methods that a client retries by default."""

_FREE: Final = {"paging": {"size", "total", "has_next"}, "split": {"size"}}
"""Settings that do not change a call's result: the size of a request, and how the client detects the last page."""


def field_extensions(where: str, side: Side, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    """Yield the changes of extensions that decide which arguments are accepted and which models a reply has."""
    if side == "reply":
        yield from _promised(where, _ITEMS, old.get(_ITEMS), new.get(_ITEMS))
    if side != "request":
        return
    for key in (_KIND, _REPEATED):
        before, after = old.get(key), new.get(key)
        if before != after:
            # A new kind breaks callers too: it refuses values that used to be sent unchecked, such as ids that are not
            # UUIDs.
            yield breaking(where, f"{key} is {after or 'gone'}, it was {before or 'none'}", "python")
    yield from _listed(where, _READ_AS, old, new)


def operation_extensions(where: str, old: Operation, new: Operation) -> Iterator[Change]:
    """Yield the changes of extensions that decide about the methods and the retries of an operation."""
    yield from _settings(where, "paging", "the method for all pages", old, new)
    yield from _settings(where, "split", "the splitting of long lists", old, new)
    for key in ("x-honeyhive-identifies", "x-honeyhive-acknowledges", "x-honeyhive-empty-list"):
        yield from _promised(where, key, old.get(key), new.get(key))
    for name in ("client-ids", "shared-ids"):
        yield from _listed(where, f"x-honeyhive-{name}", old.raw, new.raw)
    before, after = old.get(SCOPED_BY), new.get(SCOPED_BY)
    if before != after:
        # The argument becomes optional and moves behind the other ids in the path, unless there are no other ids.
        moves = len([one for one in new.parameters if one.location == "path"]) > 1
        judge = breaking if before or moves else compatible
        yield judge(where, f"{SCOPED_BY} is {after or 'gone'}, it was {before or 'none'}", "python")
    before, after = _is_repeatable(old), _is_repeatable(new)
    if before and not after:
        yield breaking(where, "a failed call is no longer retried", "python")
    elif after and not before:
        yield compatible(where, "a failed call is now retried", "python")


def _settings(where: str, name: str, gives: str, old: Operation, new: Operation) -> Iterator[Change]:
    key = f"x-honeyhive-{name}"
    before, after = old.get(key), new.get(key)
    if before == after:
        return
    if before is None:
        yield compatible(where, f"{key} is added, which gives {gives}", "python")
    elif after is None:
        yield breaking(where, f"{key} is removed, and {gives} with it", "python")
    else:
        differing = {one for one in {*before, *after} if before.get(one) != after.get(one)}
        judge = compatible if differing <= _FREE[name] else breaking
        yield judge(where, f"{key} is {text(after)}, it was {text(before)}", "python")


def _promised(where: str, key: str, before: Any, after: Any) -> Iterator[Change]:
    """Yield the change of an extension that makes a promise about replies. A different promise is breaking."""
    if before is None and after is not None:
        yield compatible(where, f"{key} is added: {text(after)}", "python")
    elif before != after:
        yield breaking(where, f"{key} is {'gone' if after is None else text(after)}, it was {text(before)}", "python")


def _listed(where: str, key: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    before, after = list(old.get(key, ())), list(new.get(key, ()))
    yield from (breaking(where, f"{key} loses {one}", "python") for one in before if one not in after)
    yield from (compatible(where, f"{key} gains {one}", "python") for one in after if one not in before)


def _is_repeatable(operation: Operation) -> bool:
    is_safe = operation.method in _SAFE or bool(operation.get("x-honeyhive-client-ids"))
    return bool(operation.get("x-honeyhive-repeatable", is_safe))
