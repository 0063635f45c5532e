"""Events of a session as the rows of a tree, each with its bar on the time axis."""

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from ..services.session_tree import breadth_first
from ..store.queries import EventNode
from .event_numbers import Document, EventTiming, timing_of
from .format import duration

# The axis has at most TICKS marks, and no mark after LAST_TICK percent of its length, where a label would not fit.
TICKS, LAST_TICK = 5, 90
# Milliseconds between marks of minutes, hours or days. Shorter distances are 1, 2 or 5 times a power of ten.
STEPS = [60_000 * n for n in (1, 2, 5, 10, 15, 30)] + [3_600_000 * n for n in (1, 2, 6, 12, 24, 48, 168, 720)]
# Smallest width of a bar in percent of the axis; a narrower bar would be invisible.
NARROWEST = 0.3
KINDS = ("session", "model", "tool", "chain")


class TimelineRow(NamedTuple):
    """One row of the tree."""

    event_id: str
    address: Markup
    """The address of the event on the session's page."""
    name: str
    kind: str
    """The event type if it has its own color, otherwise "other"."""
    type: str
    level: int
    below: int
    """Number of events below this event, at any depth."""
    took: Markup
    left: Markup
    width: Markup
    failed: bool
    is_running: bool
    document: Document


class Timeline(NamedTuple):
    """The rows, parents before children, and the marks of the axis."""

    rows: list[TimelineRow]
    ticks: list[tuple[float, str]]
    """(milliseconds from the start, position in percent) of each mark."""


def timeline(nodes: Sequence[EventNode], documents: Sequence[Document]) -> Timeline:
    """Return the tree of a session's nodes, the root first. ``documents`` are those of the nodes, in the same order."""
    first = min(document["start_time"] for document in documents)
    timings = list(map(timing_of, documents))
    axis = max(each.end for each in timings) - first
    if not math.isfinite(axis):
        axis = 0.0
    children: dict[int, list[int]] = defaultdict(list)
    for index, above in breadth_first(nodes):
        children[above].append(index)
    order, sizes = _depth_first(children)
    rows = [_row(nodes[n], documents[n], timings[n], level, sizes[n] - 1, first, axis) for n, level in order]
    return Timeline(rows, ticks(axis))


def ticks(axis: float) -> list[tuple[float, str]]:
    """Return (milliseconds from the start, position in percent) of each mark of an axis of this length."""
    if axis <= 0:
        return [(0, "0%")]
    step = _step(axis / TICKS)
    marks = (n * step for n in range(TICKS + 1))
    return [(mark, f"{100 * mark / axis:.2f}%") for mark in marks if 100 * mark / axis <= LAST_TICK]


def _step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(least))
    decimal = next(n * power for n in (1, 2, 5, 10) if n * power >= least)
    if decimal < STEPS[0]:
        return decimal
    return next((step for step in STEPS if step >= least), decimal)


def _depth_first(children: dict[int, list[int]]) -> tuple[list[tuple[int, int]], dict[int, int]]:
    """Return ((node, level from 1) in depth-first order, the size of the subtree of each node)."""
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


def _row(
    node: EventNode, document: Document, timing: EventTiming, level: int, below: int, first: float, axis: float
) -> TimelineRow:
    event_type = document["event_type"]
    start = _percent(document["start_time"] - first, axis)
    # The bar of a running step reaches to the end of the axis.
    width = 100.0 if timing.is_running else max(_percent(timing.length or 0, axis), NARROWEST)
    return TimelineRow(
        node.event_id,
        Markup(f"?event={quote(node.event_id, safe='')}"),  # HTML interprets no character of a percent-encoded id
        _text(document["event_name"]),
        kind_of(event_type),
        _text(event_type),
        level,
        below,
        Markup("running" if timing.is_running else duration(timing.length)),
        Markup(f"{min(start, 100 - NARROWEST):.2f}%"),
        Markup(f"{min(width, 100 - start) if start < 100 - NARROWEST else NARROWEST:.2f}%"),
        timing.failed,
        timing.is_running,
        document,
    )


def kind_of(event_type: Any) -> str:
    """Return the event type if it has its own color, otherwise "other"."""
    return event_type if event_type in KINDS else "other"


def _percent(part: float, axis: float) -> float:
    return 100 * max(part, 0) / axis if axis > 0 else 0.0


def _text(value: Any) -> str:
    return value if isinstance(value, str) else str(value)
