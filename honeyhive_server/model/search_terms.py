"""The words of a search box as terms for the word index."""

import re
import unicodedata
from typing import NamedTuple

# A last word of at least this length also finds longer words, because results are shown while the user types.
MIN_PREFIX = 3
MAX_TERMS = 20
_QUOTED_OR_WORD = re.compile(r'"([^"]*)"?|([^\s"]+)')
_ACCENT = re.compile("[\u0300-\u036f]")


class SearchTerm(NamedTuple):
    """Consecutive words of a phrase, or a single word."""

    typed: str
    """The text as typed, for an index that tokenizes queries and events alike."""
    words: tuple[str, ...]
    """The words in lower case, without accents."""
    is_prefix: bool = False
    """True if the last word also matches longer words."""


def read_terms(text: str) -> list[SearchTerm]:
    """Return the terms of a search text; a match has all of them. Empty if the text has no letters or digits.

    `"two words"` is a phrase and `word*` a prefix. The last word is also a prefix if it has three characters or more.
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
    # Only accents of European languages are removed; other marks make different letters or vowels.
    folded = _ACCENT.sub("", unicodedata.normalize("NFD", text)).lower()
    found = "".join(each if _is_of_word(each) else " " for each in folded).split()
    return tuple(word for word in found if any(each.isalnum() for each in word))


def _is_of_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character).startswith("M")
