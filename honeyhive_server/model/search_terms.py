"""The words of a search box, as terms for the index of words."""

import re
import unicodedata
from typing import NamedTuple

# A last word this long also finds longer words, because people read results while they type.
MIN_PREFIX = 3
MAX_TERMS = 20
_QUOTED_OR_WORD = re.compile(r'"([^"]*)"?|([^\s"]+)')
_SEPARATOR = re.compile(r"[\W_]+")


class SearchTerm(NamedTuple):
    """Words that must follow each other; a single one is a word to find anywhere."""

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
        words = tuple(filter(None, _SEPARATOR.split(folded(quoted or plain))))
        typing = each is parts[-1] and quoted is None and bool(words) and len(words[-1]) >= MIN_PREFIX
        if words:
            terms.append(SearchTerm(words, plain.endswith("*") or (typing and folded(plain)[-1].isalnum())))
    return terms


def folded(text: str) -> str:
    """Return the text in lower case and without accents."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(each for each in decomposed if not unicodedata.combining(each)).lower()
