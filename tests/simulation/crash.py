"""A crash is an exception at statement k of a database."""

from typing import Any

from sqlalchemy import Engine, event

from app.storage.direct import DirectConnection


class CrashError(BaseException):
    """The process is gone at this point; nothing in the product may catch it."""


class Fuse:
    """Counts the statements of a database and crashes at the one it is set to."""

    def __init__(self) -> None:
        self._left = 0

    def watch_engine(self, engine: Engine) -> None:
        """Count what goes through `engine`."""
        event.listen(engine, "before_cursor_execute", self._count)

    def watch_connection(self, connection: DirectConnection) -> None:
        """Count what goes through `connection`."""
        real = connection.run

        def run(*arguments: Any) -> Any:
            self._count()
            return real(*arguments)

        setattr(connection, "run", run)  # noqa: B010 # said so, mypy lets a method be replaced

    def set(self, statement: int) -> None:
        """Crash at the `statement`-th from now on."""
        self._left = statement

    def disarm(self) -> None:
        """Do not crash any more."""
        self._left = 0

    def _count(self, *_of_no_interest: Any) -> None:
        if self._left:
            self._left -= 1
            if self._left == 0:
                raise CrashError
