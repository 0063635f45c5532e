"""The tree of a session's events by parent_id, assembled as JSON without decoding an event."""

from collections import defaultdict
from collections.abc import Sequence

import orjson

from ..model.json_codec import event_json
from ..store.queries import EventNode

# JSON decoders fail beyond some depth (Python's at about 500 levels), so deeper events become siblings.
MAX_DEPTH = 100


def session_json(nodes: Sequence[EventNode]) -> orjson.Fragment:
    """Return the JSON of a session: the first node is the root, the others its descendants in `children`.

    An event with an unknown parent, or with itself as an ancestor, is placed directly below the session.
    """
    order = breadth_first(nodes)
    children: dict[int, list[orjson.Fragment]] = defaultdict(list)
    for index, above in reversed(order):
        children[above].append(event_json(nodes[index].document, children.pop(index, [])[::-1]))
    return children[-1][0]


def breadth_first(nodes: Sequence[EventNode]) -> list[tuple[int, int]]:
    """Return (index, index of the parent) of each node, parents before children; the parent of the root is -1."""
    known = {node.event_id: index for index, node in enumerate(nodes)}
    below: dict[int, list[int]] = defaultdict(list)
    for index, node in enumerate(nodes[1:], 1):
        below[known.get(node.parent_id or "", 0)].append(index)
    order: list[tuple[int, int]] = []
    placed: set[int] = set()
    for start in range(len(nodes)):  # after the root and its descendants, only events in cycles are left
        pending = [(start, -1 if start == 0 else 0, 1)] if start not in placed else []
        for index, above, depth in pending:
            if index not in placed:
                placed.add(index)
                order.append((index, above))
                holder = index if depth < MAX_DEPTH else above
                pending += [(child, holder, depth + 1) for child in below.pop(index, ())]
    return order
