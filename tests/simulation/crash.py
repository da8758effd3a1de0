"""A crash is an exception at statement k of a database."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event
from sqlcipher3 import dbapi2

from app.storage.direct import DirectConnection


class CrashError(BaseException):
    """The process is gone at this point; nothing in the product may catch it."""


class Fuse:
    """Counts the statements of a database and crashes at the one it is set to."""

    def __init__(self) -> None:
        self._left = 0

    def watch_engine(self, engine: Engine) -> None:
        """Count what goes through connections that `engine` makes from now on."""
        execute, cursor, commit = dbapi2.Cursor.execute, dbapi2.Connection.cursor, dbapi2.Connection.commit
        watched_cursor = type("WatchedCursor", (dbapi2.Cursor,), {"execute": self._before(execute)})
        watched = type(
            "WatchedConnection",
            (dbapi2.Connection,),
            {"cursor": lambda raw: cursor(raw, watched_cursor), "commit": self._before(commit)},
        )

        def connect(_dialect: object, _record: object, _arguments: object, options: dict[str, Any]) -> None:
            options["factory"] = watched

        event.listen(engine, "do_connect", connect)

    def watch_connection(self, connection: DirectConnection) -> None:
        """Count what goes through `connection`; a crash may also come between a COMMIT and what is done next."""
        _replace(connection, "run", self._before(connection.run))
        _replace(connection, "commit", self._after(self._before(connection.commit)))

    def set(self, statement: int) -> None:
        """Crash at the `statement`-th from now on."""
        self._left = statement

    def disarm(self) -> bool:
        """Do not crash any more; whether it was still set."""
        was_set, self._left = bool(self._left), 0
        return was_set

    @contextmanager
    def spared(self) -> Iterator[None]:
        """What is done here is looked at, not lived through: nothing is counted."""
        left, self._left = self._left, 0
        yield
        self._left = left

    def _before(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any) -> Any:
            if self._left:
                self._count()
            return real(*arguments)

        return run

    def _after(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any) -> Any:
            made = real(*arguments)
            if self._left:
                self._count()
            return made

        return run

    def _count(self) -> None:
        self._left -= 1
        if self._left == 0:
            raise CrashError


def _replace(connection: DirectConnection, name: str, method: Callable[..., Any]) -> None:
    setattr(connection, name, method)
