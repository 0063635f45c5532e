"""Pairs of operations with one method, such as ``GET /v1/projects/{project_id}/datasets`` and ``GET /v1/datasets``."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from ..document import SCOPED_BY
from .ir import Operation


def paired(operations: Sequence[Operation], problems: list[str]) -> list[Operation]:
    """Return the operations; each scoped one refers to the other operation of its method, and both name the argument.

    A line is added to ``problems`` for each pair that does not take the same arguments.
    """
    by_method: dict[tuple[str, str], list[Operation]] = {}
    for one in operations:
        by_method.setdefault((one.namespace, one.name), []).append(one)
    found: dict[str, Operation] = {}
    for both in by_method.values():
        scoped = [one for one in both if one.scoped_by]
        if len(both) == 2 and len(scoped) == 1:
            other = next(one for one in both if not one.scoped_by)
            problems.extend(_differences(scoped[0], other))
            unscoped = evolve(other, scoped_by=scoped[0].scoped_by)
            found |= {other.id: unscoped, scoped[0].id: evolve(scoped[0], unscoped=unscoped)}
        elif scoped:
            problems.append(f"{_where(scoped[0])}: {SCOPED_BY} needs exactly one other operation with its method")
    return [found.get(one.id, one) for one in operations]


def _differences(scoped: Operation, other: Operation) -> Iterator[str]:
    """Yield a line for each reason why one method cannot call both operations."""
    name = scoped.scoped_by
    if not any(one.location == "path" and one.argument == name for one in scoped.fields):
        yield f"{_where(scoped)}: {SCOPED_BY} names {name}, which is not in its path"
        return
    if any(one.argument == name for one in other.fields):
        yield f"{_where(other)}: it takes {name} too, so {SCOPED_BY} cannot choose by it"
    expected = {(one.location, one.name) for one in scoped.fields if one.argument != name}
    actual = {(one.location, one.name) for one in other.fields if one.argument != name}
    differing = ", ".join(sorted(key for _, key in expected ^ actual))
    if differing or (scoped.paging, scoped.split, scoped.body) != (other.paging, other.split, other.body):
        what = differing or "paging or body"
        yield f"{_where(other)}: it has the method of {_where(scoped)} but differs from it in {what}"


def methods_of(operations: Iterable[Operation]) -> list[Operation]:
    """Return the operations that have a method of their own. The older operation of a scoped pair has none."""
    rows = list(operations)
    unscoped = {one.unscoped.id for one in rows if one.unscoped}
    return [one for one in rows if one.id not in unscoped]


def _where(operation: Operation) -> str:
    return f"{operation.method} {operation.path}"
