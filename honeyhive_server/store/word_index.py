"""The word index: names, ids, inputs, outputs, errors and metadata of events.

In PostgreSQL it is a generated column. In SQLite it is an FTS5 table with the same row ids as the events. There,
indexing an event takes longer than storing it, so the writer indexes events when it is idle. `indexed_to` in
`word_index_state` is the row id of the last indexed event; triggers update the index when an indexed event changes.
"""

from typing import Final

from sqlalchemy import Connection, text

# Maximum number of indexed characters of a field: PostgreSQL's index of one event is limited to a megabyte.
MAX_INDEXED: Final = 100_000
# Bytes of a row above which PostgreSQL stores its long values separately; two such rows fit into a page.
ROW_SIZE: Final = 4080
# PostgreSQL stores the frequencies of ten times as many words. ANALYZE takes 2 s for a million events.
STATISTICS: Final = 300
# Pages of 4 kB in one merge: about 5 ms, which may delay a write.
MERGED_PAGES: Final = 64
_SETTINGS: Final = {
    # Bytes of words in memory before they are written. With FTS5's default of 1 MB, a large step writes several parts.
    "hashsize": 2**23,
    # Number of parts of the index above which a step merges some. Merging more parts at once writes each word less
    # often. In idle times, as few as four parts are merged.
    "automerge": 8,
}
_PARTS: Final = ("event_name", "inputs", "outputs", "error", "metadata")
# JSON escapes, which would become parts of words. The backslash comes first, because it escapes itself.
_ESCAPES: Final = ("\\\\", "\\n", "\\t", "\\r", "\\b", "\\f", "\\u00")
# Characters that PostgreSQL may treat as parts of words, such as addresses, paths and numbers: in a regular expression
# and a string of SQL. The brackets and a hyphen are added later.
_PUNCTUATION: Final = r"""]!"#$%&''()*+,./:;<=>?@[\\^_`{|}~¡«»¿–—‘’“”„…、。"""  # noqa: RUF001 -- as people write it


def create(connection: Connection) -> None:
    """Create the index, in a new database or one with events. Raises ValueError if SQLite lacks FTS5."""
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _postgresql(connection):
        connection.execute(text(statement.replace(":", r"\:")))
    configure(connection)


def configure(connection: Connection) -> None:
    """Store the words of later events in their rows, and collect statistics of more words, in PostgreSQL.

    A search for a phrase reads the words of all events that have each of them. Reading them from the separate storage
    of long values takes six times as long. The statistics decide how a word is searched.
    """
    if connection.dialect.name == "sqlite":
        return
    connection.exec_driver_sql("ALTER TABLE events ALTER words SET STORAGE MAIN")
    connection.exec_driver_sql(f"ALTER TABLE events ALTER words SET STATISTICS {STATISTICS}")
    # Documents of usual events also stay in the rows. Partitioned tables do not have this setting.
    kind = "SELECT relkind FROM pg_class WHERE oid = CAST('events' AS regclass)"
    if connection.exec_driver_sql(kind).scalar() == "r":
        connection.exec_driver_sql(f"ALTER TABLE events SET (toast_tuple_target = {ROW_SIZE})")


def repair(connection: Connection) -> None:
    """Index all events again if the row ids have changed, which may happen when a file is restored.

    Also apply the settings of the index, because a database of an earlier version has others.
    """
    if connection.dialect.name != "sqlite":
        return
    if not _is_intact(connection):
        for name in ("inserted", "changed", "deleted"):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS event_words_{name}")
        connection.exec_driver_sql("DROP TABLE IF EXISTS event_words")
        connection.exec_driver_sql("DROP TABLE IF EXISTS word_index_state")
        create(connection)
    for name, value in _SETTINGS.items():
        stored = connection.exec_driver_sql("SELECT v FROM event_words_config WHERE k = ?", (name,)).scalar()
        if stored != value:
            _set(connection, name, value)


def progress(connection: Connection) -> tuple[int, int]:
    """Return the row ids of the last indexed event and of the last event in SQLite."""
    indexed, last = connection.exec_driver_sql(f"SELECT {_INDEXED_TO}, max(rowid) FROM events").one()
    return int(indexed), int(last or 0)


def index_next(connection: Connection, size: int) -> int:
    """Index the next events until their documents have ``size`` characters; return the number of characters.

    If no event is left, merge parts of the index, and return 1; return 0 if nothing is left to merge.
    """
    if connection.dialect.name != "sqlite":
        return 0
    last, done = connection.exec_driver_sql(_NEXT, (size,)).one()
    if not done:
        return _merge(connection)
    connection.exec_driver_sql(_INDEX, (last,))
    connection.exec_driver_sql("UPDATE word_index_state SET indexed_to = ?", (last,))
    return int(done)


def _merge(connection: Connection) -> int:
    before = connection.exec_driver_sql(_CHANGES).scalar_one()
    _set(connection, "merge", MERGED_PAGES)
    # FTS5 documents this sign of a merge: the statement alone is one change.
    return int(connection.exec_driver_sql(_CHANGES).scalar_one() - before > 1)


def _set(connection: Connection, name: str, value: int) -> None:
    connection.exec_driver_sql("INSERT INTO event_words (event_words, rank) VALUES (?, ?)", (name, value))


def _is_intact(connection: Connection) -> bool:
    for order in ("ASC", "DESC"):
        sample = f"SELECT rowid, event_id FROM events WHERE rowid <= {_INDEXED_TO} AND NOT placeholder"
        for rowid, event_id in connection.exec_driver_sql(f"{sample} ORDER BY rowid {order} LIMIT 1"):
            if not any(each.isalnum() for each in event_id):
                continue
            query = 'words : "' + event_id.replace('"', '""') + '"'
            found = "SELECT count(*) FROM event_words WHERE event_words MATCH ? AND rowid = ?"
            if not connection.exec_driver_sql(found, (query, rowid)).scalar():
                return False
    return True


def _sqlite_words(row: str) -> str:
    paths = [f"'$.{key}'" for key in _PARTS]
    # One call for all parts parses and writes the document once. Only a long document needs a limit for each part.
    short = f"json_extract({row}.document, {', '.join(paths)})"
    long = " || ' ' || ".join(f"substr(coalesce({row}.document -> {path}, 'null'), 1, {MAX_INDEXED})" for path in paths)
    parts = f"iif(length({row}.document) <= {MAX_INDEXED}, {short}, {long})"
    words = "words"
    for escape in _ESCAPES:
        words = f"replace({words}, '{escape}', ' ')"
    # Text without a backslash is not changed: most events have no backslash, and seven replacements would double the
    # time.
    joined = f"{row}.session_id || ' ' || {row}.event_id || ' ' || {parts}"
    words = rf"(SELECT iif(words GLOB '*\*', {words}, words) FROM (SELECT {joined} AS words))"
    return f"CASE WHEN {row}.placeholder THEN '' ELSE {words} END"


def _facets(row: str) -> str:
    """Return SQL for one word per filter of the viewer's lists: project, event type and failed."""
    failed = f"CASE WHEN coalesce(json_type({row}.document, '$.error'), 'null') != 'null' THEN ' failed' ELSE '' END"
    return f"'p' || hex({row}.project) || ' t' || hex({row}.event_type) || {failed}"


def _postgresql(connection: Connection) -> tuple[str, ...]:
    parts = ["session_id", "event_id"]
    parts += [f"left(coalesce((document -> '{key}')::text, ''), {MAX_INDEXED})" for key in _PARTS]
    words = " || ' ' || ".join(parts)
    for escape in _ESCAPES:
        words = f"replace({words}, '{escape}', ' ')"
    # A regular expression, because translate() takes longer than all other steps together.
    words = f"regexp_replace({words}, '[{_PUNCTUATION}-]', ' ', 'g')"
    words = rf"regexp_replace(normalize({words}, NFD), '[\u0300-\u036f]', '', 'g')"
    # Without this collation, a database with the locale C converts only ASCII letters to lower case.
    icu = connection.exec_driver_sql("SELECT count(*) FROM pg_collation WHERE collname = 'und-x-icu'").scalar()
    collated = ' COLLATE "und-x-icu"' if icu else ""
    words = f"CASE WHEN placeholder THEN NULL ELSE to_tsvector('simple', lower({words}{collated})) END"
    return (
        f"ALTER TABLE events ADD COLUMN words tsvector GENERATED ALWAYS AS ({words}) STORED",
        "CREATE INDEX events_by_words ON events USING gin (words)",
    )


_CHANGES: Final = "SELECT total_changes()"
_INDEXED_TO: Final = "(SELECT indexed_to FROM word_index_state)"
# A placeholder counts as one character, because the size of a write has no placeholders. A single statement, because
# after each row of a result the thread would have to wait for the GIL.
_NEXT: Final = """
WITH RECURSIVE step(id, size) AS (
    SELECT indexed_to, 0 FROM word_index_state UNION ALL
    SELECT events.rowid, step.size + iif(events.placeholder, 1, length(events.document))
    FROM step JOIN events ON events.rowid = (SELECT min(rowid) FROM events WHERE rowid > step.id)
    WHERE step.size < ?
)
SELECT max(id), max(size) FROM step
"""
_INDEX: Final = (
    f"INSERT INTO event_words (rowid, words, facets) SELECT rowid, {_sqlite_words('events')}, {_facets('events')} "
    f"FROM events WHERE rowid > {_INDEXED_TO} AND rowid <= ? ORDER BY rowid"
)
_REMOVE: Final = (
    "INSERT INTO event_words (event_words, rowid, words, facets) "
    f"SELECT 'delete', old.rowid, {_sqlite_words('old')}, {_facets('old')} WHERE old.rowid <= {_INDEXED_TO};"
)
_ADD: Final = (
    f"INSERT INTO event_words (rowid, words, facets) VALUES (new.rowid, {_sqlite_words('new')}, {_facets('new')});"
)
_SQLITE: Final = (
    "CREATE VIRTUAL TABLE event_words USING fts5"
    "(words, facets, content='', columnsize=0, prefix='3', tokenize='unicode61 remove_diacritics 2')",
    "CREATE TABLE word_index_state (indexed_to INTEGER NOT NULL)",
    "INSERT INTO word_index_state VALUES (0)",
    f"CREATE TRIGGER event_words_changed AFTER UPDATE ON events WHEN old.rowid <= {_INDEXED_TO} "
    f"BEGIN {_REMOVE} {_ADD} END",
    # SQLite reuses a row id if no higher one exists.
    f"CREATE TRIGGER event_words_deleted AFTER DELETE ON events BEGIN {_REMOVE} "
    "UPDATE word_index_state SET indexed_to = coalesce((SELECT max(rowid) FROM events), 0) "
    "WHERE indexed_to > coalesce((SELECT max(rowid) FROM events), 0); END",
)
