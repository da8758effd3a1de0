"""What the doctor reads in the store: the settings, and the names that must not leave it."""

from pathlib import Path

from sqlalchemy import Connection

from app.ports.store import StoreUnavailableError
from app.services.change_settings import CONFIG_NAME
from app.settings import ShopSettings
from app.storage.keys import open_key
from app.storage.places import TILL_DB
from app.storage.sqlcipher import open_reader


def kept_settings(data_dir: Path) -> ShopSettings | None:
    """The shop's settings; None where the store cannot be read."""
    found = _read(data_dir, "SELECT text FROM config WHERE name = ?", CONFIG_NAME)
    if found is None:
        return None
    return ShopSettings.model_validate_json(found[0]) if found else ShopSettings()


def kept_names(data_dir: Path) -> list[str]:
    """The names of staff, and of members who were written in or changed here."""
    staff = _read(data_dir, "SELECT name FROM staff") or []
    return staff + (_read(data_dir, "SELECT DISTINCT name FROM member_told") or [])


def _read(data_dir: Path, statement: str, *values: str) -> list[str] | None:
    if not (data_dir / TILL_DB).exists():
        return None
    try:
        engine = open_reader(data_dir / TILL_DB, open_key(data_dir).for_till_db())
        try:
            with engine.connect() as connection:
                return _texts(connection, statement, values)
        finally:
            engine.dispose()
    except StoreUnavailableError:
        return None


def _texts(connection: Connection, statement: str, values: tuple[str, ...]) -> list[str]:
    return [str(text) for (text,) in connection.exec_driver_sql(statement, values) if text]
