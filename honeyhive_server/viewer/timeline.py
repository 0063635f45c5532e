"""The events of a session as the rows of a tree, each with its place on the time axis."""

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from ..services.session_tree import breadth_first
from ..store.queries import Node
from .event_numbers import Document, end, failed, length
from .format import duration, is_number

# At most so many marks on the axis, none of them so near to its end that its label has no room.
TICKS, LAST_TICK = 5, 90
# Steps between marks beyond decimal ones, in milliseconds: of minutes, hours and days.
STEPS = [60_000 * n for n in (1, 2, 5, 10, 15, 30)] + [3_600_000 * n for n in (1, 2, 6, 12, 24, 48, 168, 720)]
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
    took: Markup
    left: Markup
    width: Markup
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
    if not is_number(span):
        span = 0.0
    children: dict[int, list[int]] = defaultdict(list)
    for index, above in breadth_first(nodes):
        children[above].append(index)
    order, sizes = _depth_first(children)
    rows = [_row(nodes[n], documents[n], level, sizes[n] - 1, first, span) for n, level in order]
    return Timeline(rows, span)


def ticks(span: float) -> list[tuple[float, str]]:
    """The marks of an axis: its round times in milliseconds, and where they are."""
    if span <= 0:
        return [(0, "0%")]
    step = _step(span / TICKS)
    marks = (n * step for n in range(TICKS + 1))
    return [(mark, f"{100 * mark / span:.2f}%") for mark in marks if 100 * mark / span <= LAST_TICK]


def _step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(least))
    decimal = next(n * power for n in (1, 2, 5, 10) if n * power >= least)
    if decimal < STEPS[0]:
        return decimal
    return next((step for step in STEPS if step >= least), decimal)


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
        Markup(duration(took)),
        Markup(f"{min(start, 100 - NARROWEST):.2f}%"),
        Markup(f"{min(width, 100 - start) if start < 100 - NARROWEST else NARROWEST:.2f}%"),
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
