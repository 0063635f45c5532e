"""Flattened attribute names put together again: `a.0.b` is the key b of the first item of the list a."""

from collections.abc import Mapping
from typing import Any

# Names with more parts than this keep the rest in one part, so that no name makes a deep value.
MAX_PARTS = 24


def nest(flat: Mapping[str, Any]) -> Any:
    """The value whose flattened form this is; numbers are places in a list, gaps close up.

    Where a name is both a value and the beginning of other names, the others keep their dots.
    """
    root: dict[str, Any] = {}
    for name in sorted(flat):  # a name comes before the names that begin with it
        _put(root, name.split(".", MAX_PARTS - 1), flat[name])
    return _lists(root)


class _Branch(dict[str, Any]):
    """A value that is being put together, told from a dict that is a leaf."""


def _put(root: dict[str, Any], parts: list[str], value: Any) -> None:
    node = root
    for place, part in enumerate(parts[:-1]):
        below = node.setdefault(part, _Branch())
        if not isinstance(below, _Branch):
            node[".".join(parts[place:])] = value
            return
        node = below
    node[parts[-1]] = value


def _lists(node: dict[str, Any]) -> Any:
    built = {key: _lists(value) if isinstance(value, _Branch) else value for key, value in node.items()}
    if built and all(key.isascii() and key.isdigit() and len(key) < 10 for key in built):
        return [built[key] for key in sorted(built, key=int)]
    return built
