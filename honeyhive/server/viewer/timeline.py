"""The events of a session as the rows of a tree, each with its place on the time axis."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from ..store.queries import Node
from ..tree import breadth_first
from .summary import Document, end, failed, length

TICKS = 4
# The narrowest bar, in percent of the axis.
NARROWEST = 0.3
KINDS = ("session", "model", "tool", "chain")


class Row(NamedTuple):
    """One row of the tree, parents before children."""

    event_id: str
    name: str
    kind: str
    """The type that has a colour; "other" for any other type."""
    type: str
    level: int
    below: int
    """How many events are below it, at any depth."""
    duration: float | None
    left: str
    width: str
    failed: bool
    document: Document


class Timeline(NamedTuple):
    """All rows, and how long the axis is."""

    rows: list[Row]
    length: float
    """Milliseconds."""


def timeline(nodes: Sequence[Node], documents: Sequence[Document]) -> Timeline:
    """The tree of a session's nodes, whose first is the root, with their documents in the same order."""
    first = min(document["start_time"] for document in documents)
    span = max(map(end, documents)) - first
    children: dict[int, list[int]] = defaultdict(list)
    for index, above in breadth_first(nodes):
        children[above].append(index)
    order, sizes = _depth_first(children)
    rows = [_row(nodes[n], documents[n], level, sizes[n] - 1, first, span) for n, level in order]
    return Timeline(rows, span)


def ticks(span: float) -> list[float]:
    """The marks of the axis, from its start, in milliseconds."""
    return [span * n / TICKS for n in range(TICKS)]


def _depth_first(children: dict[int, list[int]]) -> tuple[list[tuple[int, int]], dict[int, int]]:
    """Each node with its level, the root's being 1, and the size of the tree that each is the top of."""
    order: list[tuple[int, int]] = []
    above: dict[int, int] = {}
    pending = [(0, 1)]
    while pending:
        index, level = pending.pop()
        order.append((index, level))
        for child in reversed(children[index]):
            above[child] = index
            pending.append((child, level + 1))
    sizes = dict.fromkeys((index for index, _ in order), 1)
    for index, _ in reversed(order):
        if index in above:
            sizes[above[index]] += sizes[index]
    return order, sizes


def _row(node: Node, document: Document, level: int, below: int, first: float, span: float) -> Row:
    event_type = document["event_type"]
    took = length(document)
    start = _percent(document["start_time"] - first, span)
    width = max(_percent(took or 0, span), NARROWEST)
    return Row(
        node.event_id,
        _text(document["event_name"]),
        kind_of(event_type),
        _text(event_type),
        level,
        below,
        took,
        f"{min(start, 100 - NARROWEST):.2f}%",
        f"{min(width, 100 - start) if start < 100 - NARROWEST else NARROWEST:.2f}%",
        failed(document),
        document,
    )


def kind_of(event_type: Any) -> str:
    """The type if it has a colour of its own, else "other"."""
    return event_type if event_type in KINDS else "other"


def _percent(part: float, span: float) -> float:
    return 100 * max(part, 0) / span if span > 0 else 0.0


def _text(value: Any) -> str:
    return value if isinstance(value, str) else str(value)
