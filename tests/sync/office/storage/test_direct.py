"""A statement through the driver itself finds, changes and fails as through SQLAlchemy, in the same transaction."""

import pytest
from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.exc import DBAPIError

from sync.office.storage.direct import Prepared, change, rows_of
from sync.office.storage.engines import Database
from sync.office.storage.schema import minted
from sync.office.storage.sets import insert_set

MADE = [("w1", "right:a", 3), ("w1", "right:b", 5), ("w2", "right:a", 7)]
_OF_WALLET = select(minted.c.unit, minted.c.count).where(minted.c.wallet == bindparam("of_wallet"), minted.c.count > 3)
FIND = Prepared(_OF_WALLET.order_by(minted.c.unit).limit(bindparam("at_most")))
CHANGE = Prepared(update(minted).where(minted.c.wallet == bindparam("of_wallet")))


def test_parameters_and_constants_come_together(database: Database) -> None:
    database.write(lambda connection: insert_set(connection, minted, MADE))
    found = database.read(lambda connection: FIND.rows(connection, of_wallet="w1", at_most=9))
    assert [tuple(row) for row in found] == [("right:b", 5)]
    assert database.read(lambda connection: FIND.row(connection, at_most=9, of_wallet="w3")) is None


def test_only_the_columns_that_are_named_are_written(database: Database) -> None:
    database.write(lambda connection: insert_set(connection, minted, MADE))
    assert database.write(lambda connection: CHANGE.run(connection, of_wallet="w1", count=9)) == 2
    assert database.write(lambda connection: CHANGE.run(connection, of_wallet="w2", unit="right:c")) == 1
    rows = database.read(lambda connection: connection.execute(select(minted).order_by(*minted.c)).all())
    assert [tuple(row) for row in rows] == [("w1", "right:a", 9), ("w1", "right:b", 9), ("w2", "right:c", 7)]


def test_it_goes_back_with_its_transaction(database: Database) -> None:
    def broken(connection: Connection) -> None:
        insert_set(connection, minted, MADE)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.write(broken)
    assert database.read(lambda connection: FIND.rows(connection, of_wallet="w1", at_most=9)) == []


def test_an_error_is_told_as_by_sqlalchemy_and_without_the_values(database: Database) -> None:
    with pytest.raises(DBAPIError) as caught:
        database.write(lambda connection: insert_set(connection, minted, [*MADE, MADE[0]]))
    assert not caught.value.connection_invalidated
    assert "right:b" not in str(caught.value.args[0]).partition("DETAIL")[0]
    with pytest.raises(DBAPIError):
        database.read(lambda connection: rows_of(connection, "SELECT * FROM nowhere"))


def test_a_lost_connection_is_told_and_the_next_one_is_good(database: Database) -> None:
    if database.is_sqlite:
        pytest.skip("a file does not hang up")
    tries = []

    def hang_up(connection: Connection) -> int:
        tries.append(1)
        if len(tries) == 1:
            change(connection, "SELECT pg_terminate_backend(pg_backend_pid())")
        return len(rows_of(connection, "SELECT 1"))

    assert database.write(hang_up) == 1
    assert len(tries) == 2
