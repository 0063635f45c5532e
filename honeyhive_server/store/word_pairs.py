"""An optional index of PostgreSQL, of the pairs of consecutive words, for phrases of common words.

The word index of PostgreSQL has no positions, so that for a phrase all events with its words are read. An index of
pairs finds a phrase directly, but doubles the time to store an event. So the server does not create this index, but
uses it once it exists. docs/scaling.md has its statements.
"""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Integer, cast, literal_column
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.sql.selectable import NamedFromClause
from sqlalchemy.types import NullType

from ..model.search_terms import SearchTerm

# A pair is stored as a number of 18 bits, so that the index has at most 262,144 keys. Rare pairs share a number.
_FUNCTION: Final = """
CREATE OR REPLACE FUNCTION word_pairs(words tsvector) RETURNS int[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
WITH each AS MATERIALIZED (SELECT hashtext(lexeme) AS hash, unnest(positions) AS position FROM unnest(words))
SELECT coalesce(array_agg((hashint4(first.hash) # second.hash) & 262143), '{}')
FROM each AS first JOIN each AS second ON second.position = first.position + 1
$$
"""
# An index of partitioned tables may have another name.
_IS_INDEXED: Final = """
SELECT count(*) FROM pg_index
WHERE indrelid = to_regclass('events') AND indisvalid AND pg_get_expr(indexprs, indrelid) = 'word_pairs(words)'
"""


def create(connection: Connection) -> None:
    """Create the function of the index."""
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_FUNCTION)


def phrases(terms: Sequence[SearchTerm]) -> list[SearchTerm]:
    """Return the phrases of two or more words, without a last word that is a prefix."""
    complete = [SearchTerm(each.typed, each.words[:-1] if each.is_prefix else each.words) for each in terms]
    return [each for each in complete if len(each.words) > 1]


def pairs_of(connection: Connection, found: Sequence[SearchTerm]) -> Sequence[int]:
    """Return the numbers of all pairs of words in the phrases; empty if the index does not exist."""
    if not connection.exec_driver_sql(_IS_INDEXED).scalar():
        return ()
    pairs = " || ".join(["word_pairs(to_tsvector('simple', %s))"] * len(found))
    texts = tuple(" ".join(each.words) for each in found)
    return list(connection.exec_driver_sql(f"SELECT {pairs}", texts).scalar_one())


def condition(pairs: Sequence[int], table: NamedFromClause) -> ColumnElement[bool]:
    """Return the condition that an event has all pairs, or others with the same numbers."""
    indexed: ColumnElement[Any] = literal_column(f"word_pairs({table.name}.words)", NullType())
    return indexed.op("@>", is_comparison=True)(cast(pairs, ARRAY(Integer)))
