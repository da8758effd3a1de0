"""A head office on each engine, empty at the beginning of every test: a copy of one whose tables were made once."""

import functools
import itertools
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine

from sync.office.storage.engines import Database, open_postgres, open_sqlite
from sync.office.storage.migrate import migrate
from tests.sync.office import postgres
from tests.sync.office.desk import Desk

KEY = bytes(range(32))
_TEMPLATE = "office_template"
_numbers = itertools.count()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Connection]:
    """A server with an empty head office in `_TEMPLATE`; its administrator's line."""
    reason = postgres.missing()
    if reason:
        pytest.skip(reason)
    with postgres.cluster() as url:
        engine = create_engine(url, isolation_level="AUTOCOMMIT")
        try:
            with engine.connect() as server, _new_database(server, _TEMPLATE, "template0") as empty:
                _migrated(open_postgres(empty)).close()
                yield server
        finally:
            engine.dispose()


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty head office on SQLite and on PostgreSQL."""
    if request.param == "postgres":
        yield request.getfixturevalue("postgres_database")
        return
    opened = _fresh_sqlite(tmp_path / "office.db")
    yield opened
    opened.close()


@pytest.fixture
def postgres_url(postgres_server: Connection) -> Iterator[str]:
    """Where an empty head office lies on PostgreSQL."""
    with office_on_postgres(postgres_server) as url:
        yield url


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[Database]:
    """An empty head office on PostgreSQL, for what needs several writers at once."""
    opened = open_postgres(postgres_url)
    yield opened
    opened.close()


@contextmanager
def office_on_postgres(server: Connection) -> Iterator[str]:
    """The URL of an empty head office, for as long as it is used."""
    with _new_database(server, f"office_{next(_numbers)}", _TEMPLATE) as url:
        yield url


def _fresh_sqlite(path: Path) -> Database:
    path.write_bytes(_empty_office())
    return open_sqlite(path, KEY)


@functools.cache
def _empty_office() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.db"
        _migrated(open_sqlite(path, KEY)).close()
        return path.read_bytes()


def _migrated(database: Database) -> Database:
    database.write(migrate)
    return database


@contextmanager
def _new_database(server: Connection, name: str, template: str) -> Iterator[str]:
    """The URL of a database that goes again, for it lies in memory."""
    server.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    # Page by page through the log is the default from PostgreSQL 15 on, and dearer.
    version = server.dialect.server_version_info or (0,)
    how = " STRATEGY FILE_COPY" if version >= (15,) else ""
    server.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {template}{how}")
    yield server.engine.url.set(database=name).render_as_string(hide_password=False)
    server.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def desk(database: Database) -> Desk:
    """A head office that has begun."""
    return Desk(database)
