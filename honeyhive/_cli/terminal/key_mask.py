"""Masked API keys for messages."""

import re
from typing import Final

_WITH_ID: Final = re.compile(r"(hh_(?:ingst|fgdp|fgcp)_)([A-Za-z0-9]{24})_.+")
_PROJECT: Final = re.compile(r"(hh_(?:ro_)?)(.+)")
_LONG_ENOUGH: Final = 12


def masked(key: str) -> str:
    """Return the prefix of the key, with the key's id or, for a long project key, its last four characters."""
    if found := _WITH_ID.fullmatch(key):
        return f"{found[1]}{found[2]}_******"
    if found := re.fullmatch(r"(hh_(?:ingst|fgdp|fgcp)_).*", key):
        return f"{found[1]}******"
    if found := _PROJECT.fullmatch(key):
        return f"{found[1]}****{found[2][-4:] if len(found[2]) >= _LONG_ENOUGH else ''}"
    return "*" * 8
