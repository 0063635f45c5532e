"""Unflattens attribute names: `a.0.b` is the key b of the first item of the list a."""

from collections.abc import Mapping
from typing import Any

# The last part of a longer name has all the rest, so that a hostile name cannot create a deeply nested value.
MAX_PARTS = 24


def nest(flat: Mapping[str, Any]) -> Any:
    """Return the nested value for flat names. Numeric parts are list indexes; missing indexes are skipped.

    Where a name is both a value and a prefix of other names, the other names keep their dots.
    """
    root: dict[str, Any] = {}
    for name in sorted(flat):  # a name sorts before the names that it is a prefix of
        _put(root, name.split(".", MAX_PARTS - 1), flat[name])
    return _lists(root)


class _Branch(dict[str, Any]):
    """A dict that is being built, as distinct from a dict that is the value of an attribute."""


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
