"""Schema version of a database: creates a new schema, migrates an older one, rejects a newer one."""

from contextlib import suppress
from pathlib import Path

from sqlalchemy import Column, Connection, Engine, MetaData, String, Table, insert, inspect, select
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError, ProgrammingError

from . import listed_columns, word_index, word_pairs
from .db_schema import definitions, events

FIRST = "0001"
CURRENT = "0010"
# Alembic uses these names of a table and a column.
_version = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))


def prepare(engine: Engine) -> None:
    """Bring the database to the current version.

    Raises ValueError if a newer honeyhive-sdk created it, or if its encoding is not UTF8, and ImportError if it is
    older and Alembic is missing.
    """
    try:
        with engine.begin() as connection:
            _prepare(connection)
    except (IntegrityError, OperationalError, ProgrammingError):
        # A second attempt follows: another process may have created the tables meanwhile. Any other error occurs again.
        with engine.begin() as connection:
            _prepare(connection)
    # Errors are ignored: if the file is damaged, each response has advice; otherwise another process
    # repairs the index.
    with suppress(DatabaseError), engine.begin() as connection:
        word_index.repair(connection)


def _prepare(connection: Connection) -> None:
    _check_encoding(connection)
    stored = _stored(connection)
    if stored is None:
        definitions.metadata.create_all(connection)
        word_index.create(connection)
        word_pairs.create(connection)
        listed_columns.create(connection)
        listed_columns.create_numbers(connection)
        _version.create(connection)
        connection.execute(insert(_version).values(version_num=CURRENT))
    elif stored < CURRENT:
        _migrate(connection)
    elif stored > CURRENT:
        raise ValueError(
            f"the database has schema {stored} of a newer honeyhive-sdk; this version supports up to {CURRENT}"
        )


def _check_encoding(connection: Connection) -> None:
    """Raise ValueError if the database cannot store every text."""
    if connection.dialect.name == "sqlite":
        return
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    if encoding != "UTF8":
        raise ValueError(
            f"the database has the encoding {encoding}, which cannot store every text; create another database with: "
            "createdb --encoding=UTF8 --template=template0 NAME"
        )


def _stored(connection: Connection) -> str | None:
    tables = inspect(connection)
    if tables.has_table(_version.name):
        return connection.scalar(select(_version.c.version_num))
    if not tables.has_table(events.name):
        return None
    # The first version stored no number.
    _version.create(connection)
    connection.execute(insert(_version).values(version_num=FIRST))
    return FIRST


def _migrate(connection: Connection) -> None:
    # Alembic is imported here, because few starts of the server migrate a database.
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, "head")
