"""One PostgreSQL server for all the tests of real processes that want one; each gets an empty database."""

import itertools
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import create_engine, make_url

from tests.sync.office import postgres


@pytest.fixture(scope="session")
def new_database() -> Iterator[Callable[[], str]]:
    """Gives the URL of an empty database."""
    reason = postgres.missing()
    if reason:
        pytest.skip(reason)
    numbers = itertools.count()
    with postgres.cluster() as url:

        def made() -> str:
            name = f"office{next(numbers)}"
            on_server(url, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)", f"CREATE DATABASE {name} TEMPLATE template0")
            return make_url(url).set(database=name).render_as_string(hide_password=False)

        yield made


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> str:
    """The URL of an empty database, or nothing: then head office uses its file."""
    if request.param == "sqlite":
        return ""
    made: Callable[[], str] = request.getfixturevalue("new_database")
    return made()


def on_server(url: str, *statements: str) -> None:
    """Run statements that are about whole databases."""
    engine = create_engine(make_url(url).set(database="postgres"), isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
    finally:
        engine.dispose()
