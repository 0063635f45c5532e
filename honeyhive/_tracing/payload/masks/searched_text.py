"""The form of a string that the masks search: escapes decoded, digits and punctuation of other scripts as ASCII."""

import re
from bisect import bisect_right
from typing import Final
from unicodedata import decimal

from .search_time import Look, matches

# Zero-width characters, which vanish; spaces, dashes and full-width forms, which become ASCII.
_INVISIBLE: Final = "\u00ad\u200b-\u200f\u2060\ufeff"
_SPACES: Final = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_DASHES: Final = "\u2010-\u2015\u2043\u2212\ufe58\ufe63"
_WIDE: Final = "\uff01-\uff5e"
_FOREIGN: Final = re.compile(rf"[^\D0-9]|[{_INVISIBLE}{_SPACES}{_DASHES}{_WIDE}]")
# The escapes of JSON inside of a string, however often it was encoded, and the @ of a URL. A run of backslashes is
# read from its start only, so that a long run is not read again from each backslash.
_HEX: Final = "[0-9a-fA-F]"
_SPECIAL: Final = re.compile(
    rf"(?<!\\)\\++(?:u(?P<high>[dD][89abAB]{_HEX}{{2}})\\++u(?P<low>[dD][c-fC-F]{_HEX}{{2}})|u(?P<code>{_HEX}{{4}})"
    rf'|(?P<short>[nrtbf"/]))|(?P<at>%40)|{_FOREIGN.pattern}'
)
_INVISIBLE_ONE: Final = re.compile(f"[{_INVISIBLE}]")
_SPACE: Final = re.compile(f"[{_SPACES}]")
_DASH: Final = re.compile(f"[{_DASHES}]")


def is_foreign(text: str) -> bool:
    """Return True if the string has characters beyond ASCII that the masks search in another form."""
    return _FOREIGN.search(text) is not None


class SearchedText:
    """The form of a string that the masks search. ``original`` maps a position in this form to the given string."""

    def __init__(self, text: str, look: Look) -> None:
        self._positions: list[int] = []
        self._shifts: list[int] = []
        self.text: str = text
        """The form that is searched."""
        if not text.isascii() or "\\" in text or "%40" in text:
            self._translate(text, look)

    def original(self, position: int) -> int:
        """Return the position in the given string that corresponds to a position in ``text``."""
        index = bisect_right(self._positions, position) - 1
        return position if index < 0 else position + self._shifts[index]

    def _translate(self, text: str, look: Look) -> None:
        parts: list[str] = []
        length = end = shift = 0
        for special in matches(_SPECIAL, text, look):
            plain = _plain(special)
            parts += (text[end : special.start()], plain)
            length += special.start() - end + len(plain)
            end = special.end()
            # If one character replaces one character, the shift stays the same.
            if end - length != shift:
                shift = end - length
                self._positions.append(length)
                self._shifts.append(shift)
        self.text = "".join([*parts, text[end:]])


def _plain(special: re.Match[str]) -> str:
    kind = special.lastgroup
    if kind is None:
        return _ascii(special[0])
    if kind == "at":
        return "@"
    if kind == "short":
        return special["short"] if special["short"] in '"/' else "\n"
    if kind == "code":
        character = chr(int(special["code"], 16))
        return _ascii(character) if _FOREIGN.match(character) else character
    character = chr(0x10000 + ((int(special["high"], 16) - 0xD800) << 10) + int(special["low"], 16) - 0xDC00)
    return _ascii(character) if _FOREIGN.match(character) else character


def _ascii(character: str) -> str:
    """Return the ASCII form of one character that ``_FOREIGN`` matches; empty for an invisible one."""
    if _INVISIBLE_ONE.match(character):
        return ""
    if _SPACE.match(character):
        return " "
    if _DASH.match(character):
        return "-"
    if character.isdecimal():
        return str(decimal(character))
    return chr(ord(character) - 0xFEE0)
