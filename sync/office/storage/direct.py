"""Hot statements by the driver itself: through SQLAlchemy each costs several times what the database takes for it.

They run in the transaction of the SQLAlchemy connection they are given, and errors look as they do there.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Executable
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.compiler import SQLCompiler

Row = Sequence[Any]


def rows_of(connection: Connection, sql: str, values: Any = ()) -> Sequence[Row]:
    """All rows of a query, or of a change with RETURNING; `sql` in the words and marks of the driver."""
    try:
        found: Sequence[Row] = _cursor(connection).execute(sql, values).fetchall()
    except connection.dialect.loaded_dbapi.Error as error:
        raise _explained(connection, sql, error) from error
    return found


def change(connection: Connection, sql: str, values: Any = ()) -> int:
    """Change something; how many rows it were."""
    try:
        return int(_cursor(connection).execute(sql, values).rowcount)
    except connection.dialect.loaded_dbapi.Error as error:
        raise _explained(connection, sql, error) from error


class Prepared:
    """A Core statement, compiled once for each dialect; every value that varies is a named parameter.

    A statement that changes columns writes those it is given values for.
    """

    def __init__(self, statement: Executable) -> None:
        self._statement = statement
        self._compiled: dict[tuple[str, tuple[str, ...]], tuple[str, dict[str, Any], Sequence[str] | None]] = {}

    def rows(self, connection: Connection, **values: Any) -> Sequence[Row]:
        """All rows of it."""
        return rows_of(connection, *self._for(connection, values))

    def row(self, connection: Connection, **values: Any) -> Row | None:
        """The first row of it; of a statement that finds few."""
        found = rows_of(connection, *self._for(connection, values))
        return found[0] if found else None

    def run(self, connection: Connection, **values: Any) -> int:
        """Change something; how many rows it were."""
        return change(connection, *self._for(connection, values))

    def _for(self, connection: Connection, values: dict[str, Any]) -> tuple[str, Any]:
        key = (connection.dialect.name, tuple(values))
        if key not in self._compiled:
            assert isinstance(self._statement, ClauseElement)
            made = self._statement.compile(dialect=connection.dialect, column_keys=list(values))
            assert isinstance(made, SQLCompiler)
            self._compiled[key] = (str(made), dict(made.params), made.positiontup)
        sql, fixed, order = self._compiled[key]
        named = fixed | values
        return sql, named if order is None else [named[name] for name in order]


def _cursor(connection: Connection) -> Any:
    return connection.connection.cursor()


def _explained(connection: Connection, sql: str, error: Any) -> BaseException:
    """As SQLAlchemy tells it: without the values, and with whether the connection is gone."""
    dialect = connection.dialect
    told: BaseException = DBAPIError.instance(
        sql,
        None,
        error,
        dialect.loaded_dbapi.Error,
        hide_parameters=True,
        connection_invalidated=dialect.is_disconnect(error, connection.connection.dbapi_connection, None),
        dialect=dialect,
    )
    return told
