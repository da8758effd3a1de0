"""The schema in code, the schema that the migrations make, and what happens to a store of another version."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from app.storage import migrations
from app.storage.direct import connect_reader
from app.storage.sqlcipher import connect_raw, open_writer
from app.storage.till.migrate import CURRENT_REVISION, StoreTooNewError, create_schema, stored_revision, upgrade
from app.storage.till.store import TillStore
from tests.app.storage.shop import KEY

DATABASE_KEY = KEY.for_till_db()


def statements(connection: Connection) -> set[str]:
    """Everything the database is made of, as it was made."""
    rows = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").all()
    return {re.sub(r"\s+", " ", sql).replace("( ", "(").replace(" )", ")") for (sql,) in rows}


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return open_writer(tmp_path / "a.db", DATABASE_KEY)


def test_the_migrations_lead_to_the_schema_in_code(engine: Engine, tmp_path: Path) -> None:
    migrated = open_writer(tmp_path / "b.db", DATABASE_KEY)
    with engine.begin() as today, migrated.begin() as connection:
        create_schema(today)
        upgrade(connection)
        assert statements(connection) == statements(today)
    opened = connect_reader(tmp_path / "b.db", DATABASE_KEY)
    assert stored_revision(opened) == CURRENT_REVISION
    opened.close()


def test_the_newest_migration_is_the_version_in_code() -> None:
    scripts = ScriptDirectory(str(Path(str(migrations.__file__)).parent))
    assert scripts.get_current_head() == CURRENT_REVISION


def test_every_table_is_strict(engine: Engine) -> None:
    with engine.begin() as connection:
        create_schema(connection)
        tables = connection.exec_driver_sql("PRAGMA table_list").all()
    loose = {row[1] for row in tables if not row[5]}
    assert loose == {"sqlite_schema", "sqlite_temp_schema", "sqlite_sequence", "alembic_version"}


def test_no_amount_is_a_fraction(engine: Engine) -> None:
    with engine.begin() as connection:
        create_schema(connection)
        kinds = {
            kind for sql in statements(connection) for kind in re.findall(r"\b(REAL|FLOAT|NUMERIC|DECIMAL)\b", sql)
        }
    assert kinds == set()


def test_an_older_store_is_backed_up_and_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    TillStore.open(tmp_path, KEY).close()
    ran: list[str | None] = []
    monkeypatch.setattr("app.storage.till.migrate.CURRENT_REVISION", "0002")
    monkeypatch.setattr("app.storage.till.migrate.upgrade", lambda _connection, found: ran.append(found))
    TillStore.open(tmp_path, KEY).close()
    assert ran == ["0001"]
    backup = connect_raw(tmp_path / "till.db.before-0002", DATABASE_KEY)
    assert backup.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    backup.close()


def test_a_migration_that_fails_leaves_the_store_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    TillStore.open(tmp_path, KEY).close()

    def half(connection: Connection, _found: str) -> None:
        connection.exec_driver_sql("DROP TABLE spool")
        raise RuntimeError("power cut")

    with monkeypatch.context() as patch:
        patch.setattr("app.storage.till.migrate.CURRENT_REVISION", "0002")
        patch.setattr("app.storage.till.migrate.upgrade", half)
        with pytest.raises(RuntimeError):
            TillStore.open(tmp_path, KEY)
    connection = connect_raw(tmp_path / "till.db", DATABASE_KEY)
    assert connection.execute("SELECT count(*) FROM spool").fetchone() == (0,)
    connection.close()
    TillStore.open(tmp_path, KEY).close()


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    TillStore.open(tmp_path, KEY).close()
    connection = connect_raw(tmp_path / "till.db", DATABASE_KEY)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(StoreTooNewError, match="9999"):
        TillStore.open(tmp_path, KEY)
    connection = connect_raw(tmp_path / "till.db", DATABASE_KEY)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)
    connection.close()


def test_a_new_store_needs_no_alembic(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from app.storage.keys import StoreKey; "
        "from app.storage.till.store import TillStore; "
        "TillStore.open(Path(sys.argv[1]), StoreKey(bytes(32))).close(); "
        "slow = {'alembic', 'keyring', 'pypinyin', 'requests', 'pydantic'} & set(sys.modules); "
        "sys.exit(', '.join(slow) or 0)"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
