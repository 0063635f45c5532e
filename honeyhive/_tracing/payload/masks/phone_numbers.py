"""Phone numbers inside of a string: international numbers, and national numbers in a usual notation."""

import re
from collections.abc import Iterator
from typing import Final

from .account_numbers import UUID, Place
from .search_time import Look, matches

_SEPARATOR: Final = r"[ \-./()]{0,3}"
_PHONE: Final = re.compile(
    # +49 170 1234567, +1 (415) 555-2671
    rf"(?<![0-9A-Za-z+/])\+[ ]?\(?[1-9](?:{_SEPARATOR}[0-9]){{6,15}}(?![0-9A-Za-z])"
    # 0049 170 1234567
    rf"|(?<![0-9A-Za-z])(?<![0-9][.,:/\-])00[ \-]?[1-9](?:{_SEPARATOR}[0-9]){{7,13}}(?![0-9A-Za-z]|[.,][0-9])"
    # 0170 1234567, 030/123456, 01 23 45 67 89, 01701234567
    r"|(?<![0-9A-Za-z])(?<![0-9][.,:/\-])\(?0[1-9](?:[0-9]{0,4}\)?[ \-/.](?:[ \-/.]?[0-9]){5,9}|[0-9]{8,10})"
    r"(?![0-9A-Za-z]|[.,:\-][0-9])"
    # (415) 555-2671, 415-555-2671
    r"|(?<![0-9A-Za-z])(?<![0-9][.,:/\-])(?:1[ \-])?(?:\([2-9][0-9]{2}\)[ ]?|[2-9][0-9]{2}[ .\-])[2-9][0-9]{2}[ .\-]"
    r"[0-9]{4}(?![0-9A-Za-z]|[.,:\-][0-9])"
)
_DATE: Final = re.compile(r"[0-9]{2}([ ./\-])[0-9]{2}\1[0-9]{4}(?![0-9])|[0-9]{2}([./\-])[0-9]{2}\2[0-9]{2}[ ]")
_FEWEST_DIGITS: Final = 9
_DIGIT: Final = re.compile("[0-9]")


def find_phones(text: str, look: Look) -> Iterator[Place]:
    """Yield the phone numbers, but not ten digits without a separator, a plus or a leading zero."""
    if "-" in text:
        text = UUID.sub("x" * 36, text)
    for found in matches(_PHONE, text, look):
        number = found[0]
        if number[0] == "+" or (_DATE.match(number) is None and len(_DIGIT.findall(number)) >= _FEWEST_DIGITS):
            yield found.span()
