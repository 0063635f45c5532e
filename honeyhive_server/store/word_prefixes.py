"""The words of the SQLite index that begin with a prefix.

FTS5 merges the matches of all words with a prefix before it returns the first match, a fifth of a second for a
million events. Matches of words that are named one by one come as they are read, so a search names them.
"""

from typing import Final, NamedTuple

from sqlalchemy import Connection

INDEXED_PREFIX: Final = 3
"""Characters of the prefixes that the index has as if they were words."""
MAX_WORDS: Final = 100
MAX_PREFIXES: Final = 400
"""Those for a shorter prefix: one letter has thousands of words, but few beginnings of words."""
VOCABULARY: Final = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.event_vocabulary USING fts5vocab(main, event_words, instance)"
)
"""The statement that a reading connection needs before; a table of its own, so that the file keeps its schema."""
# Each step seeks the next word: reading all places of a word would take as long as a search.
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
    """A word, or a prefix that the index has as one."""

    text: str
    is_prefix: bool = False


def words_with(connection: Connection, prefix: str) -> list[IndexedWord]:
    """Return what to search for instead of a prefix of ASCII letters and digits; the prefix itself if it is common.

    An empty list means that no word has the prefix.
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
