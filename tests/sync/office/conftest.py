"""A head office on each engine, empty at the beginning of every test."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url

from sync.office.storage.engines import Database, open_postgres, open_sqlite
from sync.office.storage.migrate import migrate
from tests.sync.office import postgres
from tests.sync.office.desk import Desk

KEY = bytes(range(32))
_numbers = itertools.count()


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    reason = postgres.missing()
    if reason:
        pytest.skip(reason)
    with postgres.cluster() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty head office on SQLite and on PostgreSQL."""
    opened = (
        open_sqlite(tmp_path / "office.db", KEY)
        if request.param == "sqlite"
        else _fresh_postgres(request.getfixturevalue("postgres_url"))
    )
    opened.write(migrate)
    yield opened
    opened.close()


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[Database]:
    """An empty head office on PostgreSQL, for what needs several writers at once."""
    opened = _fresh_postgres(postgres_url)
    opened.write(migrate)
    yield opened
    opened.close()


def _fresh_postgres(url: str) -> Database:
    name = f"office_{next(_numbers)}"
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template0")
    server.dispose()
    return open_postgres(make_url(url).set(database=name).render_as_string(hide_password=False))


@pytest.fixture
def desk(database: Database) -> Desk:
    """A head office that has begun."""
    return Desk(database)
