"""The schema's version: a new store gets today's schema at once, an older one is backed up and brought up to date."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection

from app.ports.store import StoreUnavailableError
from app.storage.direct import DirectConnection
from app.storage.places import free_name
from app.storage.sqlcipher import connect_raw, open_writer
from app.storage.till.schema import metadata
from app.storage.till.triggers import trigger_statements

CURRENT_REVISION = "0001"

# Alembic's own table, made here so that a new store needs no Alembic: importing it takes 0.65 s.
_VERSION_TABLE = (
    "CREATE TABLE alembic_version ( version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num) )"
)


class StoreTooNewError(StoreUnavailableError):
    """A newer membertill has written this store."""


def prepare_schema(opened: DirectConnection, path: Path, key: bytes) -> Path | None:
    """See that the store has today's schema; the backup made before a migration, if one was needed."""
    found = stored_revision(opened)
    if found == CURRENT_REVISION:
        return None
    if found is None:
        _write(path, key, create_schema)
        return None
    backup = free_name(path.with_name(f"{path.name}.before-{CURRENT_REVISION}"))
    _copy(path, backup, key)
    _write(path, key, lambda connection: upgrade(connection, found))
    return backup


def stored_revision(opened: DirectConnection) -> str | None:
    """The version the store is at; None for an empty file."""
    (tables,) = opened.run("SELECT count(*) FROM sqlite_master").fetchone()
    if not tables:
        return None
    (revision,) = opened.run("SELECT version_num FROM alembic_version").fetchone()
    return str(revision)


def create_schema(connection: Connection) -> None:
    """Today's schema in an empty file; a test proves that the migrations lead to the same."""
    metadata.create_all(connection, checkfirst=False)
    for statement in trigger_statements():
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(_VERSION_TABLE)
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (CURRENT_REVISION,))


def upgrade(connection: Connection, found: str | None = None) -> None:
    """Run the migrations that the store lacks; StoreTooNewError where it is ahead of us."""
    from alembic import command  # late: slow to import, and hardly ever needed
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent.parent / "migrations").replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise StoreTooNewError(
            f"the store is at version {found}, which this program does not know; install a newer one"
        )
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _write(path: Path, key: bytes, change: Callable[[Connection], None]) -> None:
    # Only here does a till need SQLAlchemy's engine: its tables and Alembic's steps are written for one.
    engine = open_writer(path, key)
    try:
        with engine.begin() as connection:
            change(connection)
    finally:
        engine.dispose()


def _copy(source: Path, target: Path, key: bytes) -> None:
    reading, writing = connect_raw(source, key), connect_raw(target, key)
    try:
        reading.backup(writing)
    finally:
        writing.close()
        reading.close()
