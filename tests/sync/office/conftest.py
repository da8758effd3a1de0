"""A head office on each engine, empty at the beginning of every test: a copy of one whose tables were made once."""

import functools
import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url

from sync.office.storage.engines import Database, open_postgres, open_sqlite
from sync.office.storage.migrate import migrate
from tests.sync.office import postgres
from tests.sync.office.desk import Desk

KEY = bytes(range(32))
_TEMPLATE = "office_template"
_numbers = itertools.count()


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A server with an empty head office in `_TEMPLATE`."""
    reason = postgres.missing()
    if reason:
        pytest.skip(reason)
    with postgres.cluster() as url:
        _migrated(open_postgres(_made(url, _TEMPLATE, "template0"))).close()
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty head office on SQLite and on PostgreSQL."""
    opened = (
        _fresh_sqlite(tmp_path / "office.db")
        if request.param == "sqlite"
        else _fresh_postgres(request.getfixturevalue("postgres_url"))
    )
    yield opened
    opened.close()


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[Database]:
    """An empty head office on PostgreSQL, for what needs several writers at once."""
    opened = _fresh_postgres(postgres_url)
    yield opened
    opened.close()


def _fresh_sqlite(path: Path) -> Database:
    path.write_bytes(_empty_office())
    return open_sqlite(path, KEY)


@functools.cache
def _empty_office() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.db"
        _migrated(open_sqlite(path, KEY)).close()
        return path.read_bytes()


def _fresh_postgres(url: str) -> Database:
    return open_postgres(_made(url, f"office_{next(_numbers)}", _TEMPLATE))


def _migrated(database: Database) -> Database:
    database.write(migrate)
    return database


def _made(url: str, name: str, template: str) -> str:
    """The URL of a new database."""
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        # Page by page through the log is the default from PostgreSQL 15 on, and dearer.
        version = connection.dialect.server_version_info or (0,)
        how = " STRATEGY FILE_COPY" if version >= (15,) else ""
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {template}{how}")
    server.dispose()
    return make_url(url).set(database=name).render_as_string(hide_password=False)


@pytest.fixture
def desk(database: Database) -> Desk:
    """A head office that has begun."""
    return Desk(database)
