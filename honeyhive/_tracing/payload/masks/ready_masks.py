"""The ready-made masks of a client, applied to plain JSON, and the quick check that most events pass."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from .account_numbers import SHORTEST_CARD, Place, find_cards, find_ibans, is_card, is_country
from .addresses import FEWEST_COLONS, find_emails, find_ips
from .credentials import find_keys, may_have_keys
from .masked_place import MaskedPlace, MaskName
from .phone_numbers import find_phones
from .search_time import Look, OutOfTimeError, SearchTime
from .searched_text import SearchedText, is_foreign

# In order of precedence: if two masks find the same place, the first mask is named.
_FINDERS: Final[dict[MaskName, Callable[[str, Look], Iterator[Place]]]] = {
    "key": find_keys,
    "email": find_emails,
    "iban": find_ibans,
    "card": find_cards,
    "phone": find_phones,
    "ip": find_ips,
}
_AROUND_CUT: Final = 2_000
"""Characters on each side of a cut that are searched, because a cut must not split something to mask."""
_MOST_LABELS: Final = 1_000
_LONGEST_KEPT_LABEL: Final = 100
_FEWEST_NUMBER: Final = 10 ** (SHORTEST_CARD - 1)

# The quick check looks at few characters only: digits, which become zeros, quotation marks and colons. The comma, i, o
# and u keep the digits of different numbers apart.
_MARKED: Final = b'":,iou'
_UNMARKED: Final = bytes(code for code in range(256) if code not in b"0123456789" + _MARKED)
_NEITHER_QUOTE_NOR_COLON: Final = bytes(code for code in b"0" + _MARKED if code not in b'":')
# With these separators deleted, the digits of a card or a phone number stand side by side.
_ZEROS: Final = bytes.maketrans(b"123456789", b"000000000")
_SEPARATORS: Final = b" -./()"
_IPV4_ZEROS: Final = b"0" * 4
_FEWEST_ZEROS: Final = b"0" * 8
"""Every card, IBAN and phone number has at least this many digits, except for phone numbers with a plus."""
_CARD_ZEROS: Final = b"0" * SHORTEST_CARD
_PHONE_ZEROS: Final = b"0" * 10
# A search for a pattern that begins with one character is several times as fast as for one that begins with a set.
_CARD_DIGITS: Final = bytes.maketrans(b"0123456789", b"0022222020")
# Excludes digits of a fraction below ten after a separator, as in ", 0.1234". Others only cost a vain search.
_CARD_BEGINS: Final = re.compile(rb"2(?<![02]2)(?<![:, \[][02]\.2)(?:[ \-]{0,3}[02]){12}")
_CLASSES: Final = bytes(
    ord("0") if chr(code) in "0123456789" else ord("a") if code < 128 and chr(code).isalpha() else ord(" ")
    for code in range(256)
)
_PHONE_BEGINS: Final = re.compile(r"0(?<![0-9]0)(?:[1-9][0-9 /().\-]{7}|0[ \-]?[1-9][0-9 /().\-]{6})")
_PLUS: Final = re.compile(r"\+ ?\(?[1-9]")
_IPV4: Final = re.compile(r"\.(?<=[0-9]\.)[0-9]{1,3}\.[0-9]{1,3}\.[0-9]")
_IPV6: Final = re.compile(
    r":(?:(?<=[0-9A-Fa-f]:)(?:[0-9A-Fa-f]{1,4}:(?:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]|:)|:)|:[0-9A-Fa-f])"
)
# Every match of a mask of numbers or IPv4 addresses has at least four digits.
_FOUR_DIGITS: Final = re.compile("[0-9](?:[^0-9]*+[0-9]){3}")
_WORDS: Final = re.compile("[A-Za-z_.-]{1,15}|[a-z_.-]{1,60}")


class ReadyMasks:
    """The ready-made masks that a client uses, by name."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = frozenset(names)
        self._finders = [(name, find) for name, find in _FINDERS.items() if name in self._names]
        # Labels that passed before, because labels repeat. The set only grows, up to a limit, so it needs no lock.
        self._passed_labels: set[str] = set()

    def pass_label(self, text: str) -> bool:
        """Return True if a label, such as a name, certainly holds nothing to mask. Short words need no search."""
        if text in self._passed_labels:
            return True
        quoted = f'"{text}"'
        if not _WORDS.fullmatch(text) and (
            "\\" in text or not self.pass_json(quoted, quoted.encode("utf-8", "replace"))
        ):
            return False
        if len(text) <= _LONGEST_KEPT_LABEL and len(self._passed_labels) < _MOST_LABELS:
            self._passed_labels.add(text)
        return True

    def pass_json(self, text: str, data: bytes) -> bool:
        """Return True if the JSON ``text`` certainly holds nothing to mask. ``data`` is the same JSON in UTF-8.

        The JSON is searched as a whole and not string by string, so the check takes a fraction of the encoding's time.
        """
        names = self._names
        # A search for one character is as fast as memchr; a search for two is not, so it comes second.
        if (
            ("\\" in text and ("\\u" in text or "\\/" in text))
            or ("%" in text and "%40" in text)
            or (not text.isascii() and is_foreign(text))
        ):
            return False
        if "email" in names and "@" in text:
            return False
        if "key" in names and may_have_keys(text):
            return False
        if "phone" in names and "+" in text and _PLUS.search(text):
            return False
        marks = data.translate(_ZEROS, _UNMARKED)
        if _IPV4_ZEROS in marks:
            if _FEWEST_ZEROS in marks and not self._pass_numbers(text, data):
                return False
            if "ip" in names and _IPV4.search(text):
                return False
        # An IPv6 address has two colons without a quotation mark between them.
        may_have_ipv6 = "ip" in names and b"::" in marks.translate(None, _NEITHER_QUOTE_NOR_COLON)
        return not may_have_ipv6 or _IPV6.search(text) is None

    def _pass_numbers(self, text: str, data: bytes) -> bool:
        names = self._names
        digits = data.translate(_ZEROS, _SEPARATORS)
        if _FEWEST_ZEROS not in digits:
            return True
        if "card" in names and _CARD_ZEROS in digits and _CARD_BEGINS.search(data.translate(_CARD_DIGITS)):
            return False
        if "phone" in names and _PHONE_BEGINS.search(text):
            return False
        classes = data.translate(_CLASSES)
        if "iban" in names and _has_iban_start(classes, data):
            return False
        return not ("phone" in names and _PHONE_ZEROS in digits and _has_american_phone(classes))

    def time_limit(self, clock: Callable[[], float], seconds: float) -> SearchTime:
        """Return the time limit for masking one field: from now, for this many seconds."""
        return SearchTime(clock, clock() + seconds)

    def masked(
        self, value: Any, path: str, found: list[MaskedPlace] | None = None, time: SearchTime | None = None
    ) -> Any:
        """Return plain JSON with everything masked, including keys; ``found`` receives the masked places.

        Text that is not searched within ``time`` is left out.
        """
        return self._masked(value, path, time or SearchTime(lambda: 0.0, 0.0), found)

    def _masked(self, value: Any, path: str, time: SearchTime, found: list[MaskedPlace] | None) -> Any:
        kind = type(value)
        if time.is_over and kind in (str, dict, list, tuple):
            return self._left_out(path, time, found)
        if kind is str:
            return self._text(value, path, time, found)
        if kind is dict:
            return self._object(value, path, time, found)
        if kind is list or kind is tuple:
            return self._list(value, path, time, found)
        if kind is int and value >= _FEWEST_NUMBER and "card" in self._names and is_card(str(value)):
            if found is not None:
                found.append(MaskedPlace(path, "card"))
            return "[card]"
        return value

    def cut(self, text: str, limit: int) -> int:
        """Return the last position, up to ``limit``, at which a cut does not split something to mask."""
        start = max(0, limit - _AROUND_CUT)
        for first, after, _ in self._places(text[start : limit + _AROUND_CUT], _unlimited):
            if start + first < limit < start + after:
                return start + first
        return limit

    def _list(self, value: Sequence[Any], path: str, time: SearchTime, found: list[MaskedPlace] | None) -> list[Any]:
        made: list[Any] = []
        for number, item in enumerate(value):
            if time.is_over:
                time.note(path, "the rest is left out")
                break
            made.append(self._masked(item, f"{path}[{number}]", time, found))
        return made

    def _object(
        self, value: dict[str, Any], path: str, time: SearchTime, found: list[MaskedPlace] | None
    ) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key, item in value.items():
            if time.is_over:
                time.note(path, "the rest is left out")
                break
            name = self._text(key, path, time, found)
            while name in made:
                name += "'"
            made[name] = self._masked(item, f"{path}.{name}", time, found)
        return made

    def _left_out(self, path: str, time: SearchTime, found: list[MaskedPlace] | None) -> str:
        if found is not None:
            found.append(MaskedPlace(path, "time limit"))
        return time.mark(path)

    def _text(self, text: str, path: str, time: SearchTime, found: list[MaskedPlace] | None) -> str:
        try:
            time.look()
            places = () if self._passes(text) else self._places(text, time.look)
        except OutOfTimeError:
            return self._left_out(path, time, found)
        if not places:
            return text
        parts: list[str] = []
        end = 0
        for start, after, name in places:
            parts += (text[end:start], f"[{name}]")
            end = after
            if found is not None:
                found.append(MaskedPlace(path, name))
        return "".join([*parts, text[end:]])

    def _passes(self, text: str) -> bool:
        """Return True if a string certainly holds nothing to mask."""
        return (
            text.isascii()
            and "@" not in text
            and "\\" not in text
            and "%40" not in text
            and text.count(":") < FEWEST_COLONS
            and _FOUR_DIGITS.search(text) is None
            and not ("key" in self._names and may_have_keys(text))
        )

    def _places(self, text: str, look: Look) -> list[tuple[int, int, str]]:
        """Return the matches of all masks, in order. Overlapping matches become one."""
        searched = SearchedText(text, look)
        hits = [
            (start, end, rank, name)
            for rank, (name, find) in enumerate(self._finders)
            for start, end in find(searched.text, look)
        ]
        joined: list[tuple[int, int, int, str]] = []
        for start, end, rank, name in sorted(hits):
            if joined and start < joined[-1][1]:
                first, last, best, chosen = joined[-1]
                joined[-1] = (first, max(last, end), *min((best, chosen), (rank, name)))
            else:
                joined.append((start, end, rank, name))
        return [(searched.original(start), searched.original(end), name) for start, end, _, name in joined]


def _has_american_phone(classes: bytes) -> bool:
    return b"000 000 0000" in classes or b"000  000 0000" in classes


def _has_iban_start(classes: bytes, data: bytes) -> bool:
    """Return True if a word begins with a country code and two digits, as in ``DE89`` or, escaped, ``\\nDE89``."""
    return _has_country(classes, data, b" aa00") or (b"\\" in data and _has_country(classes, data, b" aaa00"))


def _has_country(classes: bytes, data: bytes, start: bytes) -> bool:
    position = classes.find(start)
    while position >= 0:
        digits = position + len(start) - 2
        if is_country(data[digits - 2 : digits].decode()):
            return True
        position = classes.find(start, digits)
    return False


def _unlimited() -> None:
    """Do nothing: a search of a few thousand characters needs no time limit."""
