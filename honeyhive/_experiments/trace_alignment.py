"""Alignment of two traces: pairs of corresponding steps, and their differences."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Literal, NamedTuple

TraceNode = Mapping[str, Any]
"""An event with its direct children under the key ``children``."""


class AlignedStep(NamedTuple):
    """A step of the golden trace and the corresponding step of the actual trace; None for a step that is missing."""

    path: str
    """The names from the root to the step, such as "chat > answer > search #2"."""
    depth: int
    golden: TraceNode | None
    actual: TraceNode | None
    is_moved: bool = False
    """True if the step is in another place among its siblings."""


class TraceDifference(NamedTuple):
    """One difference between two traces."""

    path: str
    kind: Literal["missing", "extra", "moved", "changed"]
    field: str = ""
    """The field that differs, for the kind ``changed``."""
    expected: Any = None
    received: Any = None

    def __str__(self) -> str:
        """Return the difference in one sentence."""
        if self.kind == "changed":
            return f"{self.path}: {self.field} is {_short(self.received)} instead of {_short(self.expected)}"
        words = {"missing": "is missing", "extra": "was not expected", "moved": "is in another place"}
        return f"{self.path} {words[self.kind]}"


def aligned(golden: TraceNode, actual: TraceNode) -> Iterator[AlignedStep]:
    """Yield the steps of both trees from the root, each parent before its children.

    Siblings with the same type and name correspond, in their order.
    """
    pending = [AlignedStep(_name(golden), 0, golden, actual)]
    while pending:
        step = pending.pop()
        yield step
        if step.golden is not None and step.actual is not None:
            pending += reversed(_siblings(step, _children(step.golden), _children(step.actual)))


def differences(golden: TraceNode, actual: TraceNode, fields: Sequence[str] = ()) -> Iterator[TraceDifference]:
    """Yield the differences in steps, order, types and names, and in the given fields, such as ``outputs.answer``."""
    for step in aligned(golden, actual):
        if step.actual is None:
            yield TraceDifference(step.path, "missing")
        elif step.golden is None:
            yield TraceDifference(step.path, "extra")
        else:
            if step.is_moved:
                yield TraceDifference(step.path, "moved")
            for field in ("event_type", "event_name", *fields):
                expected, received = (part_at(node, field) for node in (step.golden, step.actual))
                if not _equal(expected, received):
                    yield TraceDifference(step.path, "changed", field, expected, received)


def part_at(node: TraceNode, path: str) -> Any:
    """Return the part of a step at a dotted path, such as ``outputs.answer``; None if there is no such part."""
    value: Any = node
    for key in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(key)
        elif isinstance(value, list) and key.isdecimal() and int(key) < len(value):
            value = value[int(key)]
        else:
            return None
    return value


def _siblings(parent: AlignedStep, golden: list[TraceNode], actual: list[TraceNode]) -> list[AlignedStep]:
    left, right = [_key(node) for node in golden], [_key(node) for node in actual]
    pairs: list[tuple[TraceNode | None, TraceNode | None]] = []
    for tag, start, end, from_, to in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        old, new = golden[start:end], actual[from_:to]
        if tag == "equal" or (len(old) == len(new) and all(map(_is_alike, old, new))):
            pairs += zip(old, new, strict=True)
        else:
            pairs += [(one, None) for one in old]
            pairs += [(None, one) for one in new]
    return _named(parent, _reunited(pairs))


def _reunited(
    pairs: Sequence[tuple[TraceNode | None, TraceNode | None]],
) -> list[tuple[TraceNode | None, TraceNode | None, bool]]:
    """Pair each missing step with an extra step of the same type and name: the step has moved."""
    extra = {number: new for number, (old, new) in enumerate(pairs) if old is None and new is not None}
    found: list[tuple[TraceNode | None, TraceNode | None, bool]] = []
    taken: set[int] = set()
    for old, new in pairs:
        moved = None
        if old is not None and new is None:
            moved = next(
                (number for number, one in extra.items() if number not in taken and _key(one) == _key(old)), None
            )
        if moved is None:
            found.append((old, new, False))
        else:
            taken.add(moved)
            found.append((old, extra[moved], True))
    return [one for one in found if not (one[0] is None and any(one[1] is extra[number] for number in taken))]


def _named(parent: AlignedStep, pairs: Sequence[tuple[TraceNode | None, TraceNode | None, bool]]) -> list[AlignedStep]:
    names = [_name(old if old is not None else new or {}) for old, new, _ in pairs]
    total, seen = Counter(names), Counter[str]()
    steps = []
    for name, (old, new, is_moved) in zip(names, pairs, strict=True):
        seen[name] += 1
        number = f" #{seen[name]}" if total[name] > 1 else ""
        steps.append(AlignedStep(f"{parent.path} > {name}{number}", parent.depth + 1, old, new, is_moved))
    return steps


def _children(node: TraceNode) -> list[TraceNode]:
    children = node.get("children")
    return [one for one in children if isinstance(one, Mapping)] if isinstance(children, list) else []


def _key(node: TraceNode) -> tuple[str, str]:
    return str(node.get("event_type")), _name(node)


def _is_alike(left: TraceNode, right: TraceNode) -> bool:
    """Return True if two steps have the same type or the same name, so that they count as one changed step."""
    return any(one == other for one, other in zip(_key(left), _key(right), strict=True))


def _name(node: TraceNode) -> str:
    return str(node.get("event_name") or node.get("session_name") or "unnamed")


def _equal(left: Any, right: Any) -> bool:
    return bool(left == right) and isinstance(left, bool) == isinstance(right, bool)


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 200 else f"{text[:197]}..."
