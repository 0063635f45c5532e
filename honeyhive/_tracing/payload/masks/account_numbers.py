"""Payment cards (Luhn) and IBANs (ISO 7064) inside of a string."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, TypeAlias

from .search_time import Look, matches

Place: TypeAlias = tuple[int, int]
"""Start and end of a match."""

UUID: Final = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_RUN: Final = re.compile(r"[0-9]+(?:[ \-]{1,3}[0-9]+)*")
_DIGITS: Final = re.compile(r"[0-9]+")
SHORTEST_CARD: Final = 13
_LONGEST_CARD: Final = 19
# The prefixes and lengths that networks issue. Times in milliseconds or nanoseconds begin with 1, so none matches.
_ISSUED: Final = re.compile(
    r"4(?:[0-9]{12}|[0-9]{15}|[0-9]{18})|5[1-5][0-9]{14}|5[06-9][0-9]{14,17}|6[0-9]{15,18}|8[12][0-9]{14}"
    r"|2(?:22[1-9]|2[3-9][0-9]|[3-6][0-9]{2}|7[01][0-9]|720)[0-9]{12}|220[0-4][0-9]{12,15}"
    r"|3[47][0-9]{13}|3(?:0[0-59]|[689][0-9])[0-9]{11,16}|35(?:2[89]|[3-8][0-9])[0-9]{12,15}"
)
_FIRST_DIGITS: Final = "234568"
_DOUBLED: Final = bytes.maketrans(b"0123456789", bytes((0, 2, 4, 6, 8, 1, 3, 5, 7, 9)))
_ALNUM: Final = re.compile(r"[0-9A-Za-z]")
_IN_FRACTION: Final = re.compile(r"[0-9][.,]")
_FRACTION: Final = re.compile(r"\.[0-9]")

MANY_DIGITS: Final = re.compile("[0-9]{8}")
"""Every country's IBAN has at least this many digits side by side, in the number of the bank or account."""
_IBAN_START: Final = re.compile(r"(?<![0-9A-Za-z])([A-Za-z]{2})[0-9]{2}")
_LENGTHS: Final = {
    country: int(length)
    for country, length in re.findall(
        "([A-Z]{2})([0-9]{2})",
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29"
        " ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20"
        " LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29"
        " PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20"
        " YE30",
    )
}


def find_cards(text: str, look: Look) -> Iterator[Place]:
    """Yield the numbers of cards, of 13 to 19 digits with or without spaces and hyphens, that pass the Luhn check."""
    if "-" in text:  # the digits of a UUID are left alone
        text = UUID.sub("x" * 36, text)
    for run in matches(_RUN, text, look):
        start, end = run.span()
        if end - start >= SHORTEST_CARD:
            yield from _cards_in(text, list(_groups(text, start, end, look)), look)


def _groups(text: str, start: int, end: int, look: Look) -> Iterator[Place]:
    for group in _DIGITS.finditer(text, start, end):
        look()
        yield group.span()


def _cards_in(text: str, groups: list[Place], look: Look) -> Iterator[Place]:
    """Yield the longest card that begins at each group of digits. A card ends where a group ends."""
    digits = "".join([text[start:end] for start, end in groups])
    ends: dict[int, int] = {}
    position = 0
    for start, end in groups:
        position += end - start
        ends[position] = end
    if _is_continued(text, groups[-1][1]):
        del ends[position]
    position = free = 0
    for number, (start, end) in enumerate(groups):
        look()
        if position >= free and digits[position] in _FIRST_DIGITS and not (number == 0 and _continues(text, start)):
            for after in range(position + _LONGEST_CARD, position + SHORTEST_CARD - 1, -1):
                if after in ends and is_card(digits[position:after]):
                    free = after
                    yield start, ends[after]
                    break
        position += end - start


def _continues(text: str, start: int) -> bool:
    """Return True if the digits at ``start`` continue a word, a hash or a fraction."""
    before = text[start - 1 : start]
    return bool(_ALNUM.match(before)) or (start > 1 and bool(_IN_FRACTION.match(text, start - 2)))


def _is_continued(text: str, end: int) -> bool:
    return bool(_ALNUM.match(text, end)) or bool(_FRACTION.match(text, end))


def is_card(digits: str) -> bool:
    """Return True if a card network issues such numbers, and the check digit is right."""
    if _ISSUED.fullmatch(digits) is None:
        return False
    data = digits.encode()
    doubled = data[-2::-2].translate(_DOUBLED)
    return (sum(data[::-2]) - 48 * len(data[::-2]) + sum(doubled)) % 10 == 0


def is_country(letters: str) -> bool:
    """Return True for the two letters of a country that has IBANs, in upper or lower case."""
    return letters.upper() in _LENGTHS


def find_ibans(text: str, look: Look) -> Iterator[Place]:
    """Yield the IBANs, with or without spaces and hyphens, whose length and check digits are right."""
    end = 0
    for start in matches(_IBAN_START, text, look):
        length = _LENGTHS.get(start[1].upper())
        if length is None or start.start() < end:
            continue
        found = _characters(length).match(text, start.start())
        if found is not None and _is_iban(found[0].replace(" ", "").replace("-", "")):
            end = found.end()
            yield found.span()


@cache
def _characters(count: int) -> re.Pattern[str]:
    return re.compile(rf"[0-9A-Za-z](?:[ \-]?[0-9A-Za-z]){{{count - 1}}}(?![0-9A-Za-z])")


def _is_iban(text: str) -> bool:
    if MANY_DIGITS.search(text) is None:
        return False
    return int("".join(str(int(character, 36)) for character in text[4:] + text[:4])) % 97 == 1
