"""The tree of a session's events by parent_id, put together as JSON text without parsing a document."""

from collections import defaultdict
from collections.abc import Sequence

from ..store.queries import Node

# Readers of JSON give up beyond some depth (Python's at about 500 levels); deeper events become siblings.
MAX_DEPTH = 100


def session_json(nodes: Sequence[Node]) -> str:
    """The JSON text of a session: the first node is the root, the others its descendants in `children`.

    An event whose parent is unknown, or that is its own ancestor, stands directly below the session.
    """
    order = breadth_first(nodes)
    children: dict[int, list[str]] = defaultdict(list)
    for index, above in reversed(order):
        below = ",".join(reversed(children.pop(index, ())))
        children[above].append(f'{nodes[index].document[:-1]},"children":[{below}]}}')
    return children[-1][0]


def breadth_first(nodes: Sequence[Node]) -> list[tuple[int, int]]:
    """Each node's index and the index of the node above it, parents before children; the root is below -1."""
    known = {node.event_id: index for index, node in enumerate(nodes)}
    below: dict[int, list[int]] = defaultdict(list)
    for index, node in enumerate(nodes[1:], 1):
        below[known.get(node.parent_id or "", 0)].append(index)
    order: list[tuple[int, int]] = []
    placed: set[int] = set()
    for start in range(len(nodes)):  # beyond the root, only members of a cycle are left to start from
        pending = [(start, -1 if start == 0 else 0, 1)] if start not in placed else []
        for index, above, depth in pending:
            if index not in placed:
                placed.add(index)
                order.append((index, above))
                holder = index if depth < MAX_DEPTH else above
                pending += [(child, holder, depth + 1) for child in below.pop(index, ())]
    return order
