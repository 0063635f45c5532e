"""The words of a search box, as terms for the index of words."""

import re
import unicodedata
from typing import NamedTuple

# A last word this long also finds longer words, because people read results while they type.
MIN_PREFIX = 3
MAX_TERMS = 20
_QUOTED_OR_WORD = re.compile(r'"([^"]*)"?|([^\s"]+)')
_ACCENT = re.compile("[\u0300-\u036f]")


class SearchTerm(NamedTuple):
    """Words that must follow each other; a single one is a word to find anywhere."""

    typed: str
    """As it was typed, for an index that reads queries as it reads events."""
    words: tuple[str, ...]
    """In lower case, without accents."""
    is_prefix: bool = False
    """True if the last word may be the beginning of a longer one."""


def read_terms(text: str) -> list[SearchTerm]:
    """Return the terms of a search text, all of which must occur; empty without a letter or digit.

    `"two words"` is a phrase and `word*` a prefix, as is the last word if it has three characters or more.
    """
    parts = list(_QUOTED_OR_WORD.finditer(text))[:MAX_TERMS]
    terms = []
    for each in parts:
        quoted, plain = each[1], each[2] or ""
        typed = quoted or plain
        words = _words(typed)
        typing = each is parts[-1] and quoted is None and bool(words) and len(words[-1]) >= MIN_PREFIX
        if words:
            terms.append(SearchTerm(typed, words, plain.endswith("*") or (typing and _is_of_word(typed[-1]))))
    return terms


def _words(text: str) -> tuple[str, ...]:
    # Marks beyond the accents of Europe make other letters or vowels, so they stay.
    folded = _ACCENT.sub("", unicodedata.normalize("NFD", text)).lower()
    found = "".join(each if _is_of_word(each) else " " for each in folded).split()
    return tuple(word for word in found if any(each.isalnum() for each in word))


def _is_of_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character).startswith("M")
