"""The words of the SQLite index that begin with a prefix.

For a prefix, FTS5 merges the matches of all its words before it returns the first match, which takes 0.2 s for a
million events. For a single word, FTS5 returns matches while reading, so a search lists the words.
"""

from typing import Final, NamedTuple

from sqlalchemy import Connection

INDEXED_PREFIX: Final = 3
"""Length of the prefixes that the index stores as if they were words."""
MAX_WORDS: Final = 100
"""Maximum number of words that a search lists instead of a prefix."""
MAX_PREFIXES: Final = 36**2
"""Maximum number of indexed prefixes that a search lists instead of a shorter prefix: all of ASCII letters and digits.

Many thousands of words may begin with one letter, and FTS5 merges the matches of all of them in seconds.
"""
VOCABULARY: Final = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.event_vocabulary USING fts5vocab(main, event_words, instance)"
)
"""A reading connection runs this statement first.

The table is temporary, so that the schema of the file does not change.
"""
# Each step seeks the next word: reading all occurrences of a word would take as long as a search.
_WORDS: Final = """
WITH RECURSIVE found(term) AS (
    SELECT (SELECT term FROM temp.event_vocabulary WHERE term >= ?1 LIMIT 1)
    UNION ALL
    SELECT (
        SELECT term FROM temp.event_vocabulary
        WHERE term >= iif(length(found.term) < ?2, found.term || char(1), substr(found.term, 1, ?2) || ?3)
        LIMIT 1
    )
    FROM found WHERE found.term < ?1 || ?3
)
SELECT DISTINCT substr(term, 1, ?2) FROM found WHERE term < ?1 || ?3 LIMIT ?4
"""
_LAST: Final = "\U0010ffff"
_LONGEST: Final = 2**30


class IndexedWord(NamedTuple):
    """A word, or a prefix that the index stores as if it were a word."""

    text: str
    is_prefix: bool = False


def words_with(connection: Connection, prefix: str) -> list[IndexedWord]:
    """Return the words to search for instead of a prefix of ASCII letters and digits.

    For a common prefix, return the prefix itself. An empty list means that no word has the prefix.
    """
    prefix = prefix.lower()
    whole = [IndexedWord(prefix, is_prefix=True)]
    if len(prefix) == INDEXED_PREFIX:
        return whole
    width, limit = (INDEXED_PREFIX, MAX_PREFIXES) if len(prefix) < INDEXED_PREFIX else (_LONGEST, MAX_WORDS)
    found = connection.exec_driver_sql(_WORDS, (prefix, width, _LAST, limit + 1)).scalars().all()
    if len(found) > limit:
        return whole
    return [IndexedWord(word, is_prefix=len(word) == width) for word in found]
