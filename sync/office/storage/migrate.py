"""Bring the tables to the version this program knows; Alembic is loaded only when there is something to do."""

from pathlib import Path

from sqlalchemy import Connection, inspect

NEWEST = "0003"
_STEPS = Path(__file__).parent / "migrations"


class NewerDatabaseError(Exception):
    """The database was made by a newer membertill; this one leaves it alone."""


def migrate(connection: Connection) -> None:
    """Make or upgrade the tables, in the caller's transaction."""
    found = version_of(connection)
    if found == NEWEST:
        return
    if found is not None and found > NEWEST:
        raise NewerDatabaseError(f"the database has version {found}, this program knows {NEWEST}")
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def version_of(connection: Connection) -> str | None:
    """The version of the tables; None where there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
    return str(row[0]) if row else None
