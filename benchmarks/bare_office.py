"""The least that could lend: one guarded UPDATE … RETURNING behind a bare endpoint; a child of `lease`.

The same web server, TLS with the same certificate and the same database settings as head office, nothing else: no
signature, no journal, no answer kept. `python -m benchmarks.bare_office PORT CERTIFICATES FILE` (the embedded database;
the certificate's folder is head office's) or `… PORT CERTIFICATES postgresql://…`.
"""

import sys
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import uvicorn

from sync.office.cli.office import certificate_files
from sync.office.storage.engines import Database, open_postgres, open_sqlite
from sync.office.storage.migrate import migrate

KEY = bytes(range(32))
RICH = 10**15
_TABLE_ROWS = 10_000
_LEND = (
    "UPDATE accounts SET balance = balance - 1 WHERE wallet = {0} AND unit = 'u' AND lot = '||' AND place = 'office' "
    "AND balance >= 1 RETURNING balance"
)


def wallet(number: int) -> str:
    """The name of one of its wallets."""
    return f"{number % _TABLE_ROWS:032x}"


class BareOffice:
    """The application: a wallet's name in, its balance out."""

    def __init__(self, database: Database) -> None:
        mark = "?" if database.is_sqlite else "%s"
        rows = [(wallet(number), "u", "||", "office", RICH) for number in range(_TABLE_ROWS)]
        fill = f"INSERT INTO accounts VALUES ({', '.join([mark] * 5)})"
        database.write(lambda connection: connection.exec_driver_sql(fill, rows))
        self._is_sqlite = database.is_sqlite
        self._connection: Any = database.writer.raw_connection().driver_connection
        self._lend = _LEND.format(mark)

    async def __call__(
        self, scope: dict[str, Any], receive: Callable[[], Awaitable[Any]], send: Callable[[Any], Awaitable[None]]
    ) -> None:
        """One request; the database is asked right here, nobody else wants anything meanwhile."""
        if scope["type"] != "http":
            return
        message = await receive()
        answer = self._lent(message["body"].decode()).encode()
        length = [(b"content-length", str(len(answer)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": length})
        await send({"type": "http.response.body", "body": answer})

    def _lent(self, name: str) -> str:
        cursor = self._connection.cursor()
        if self._is_sqlite:
            cursor.execute("BEGIN IMMEDIATE")
        cursor.execute(self._lend, (name,))
        (left,) = cursor.fetchone()
        self._connection.commit()
        return str(left)


def main(port: int, folder: Path, place: str) -> None:
    """Serve until killed."""
    certificate, key = certificate_files(folder)
    database = open_postgres(place) if place.startswith("postgresql") else open_sqlite(Path(place), KEY)
    with closing(database):
        database.write(migrate)
        uvicorn.run(
            BareOffice(database),
            port=port,
            ssl_certfile=certificate,
            ssl_keyfile=key,
            log_config=None,
            access_log=False,
            timeout_keep_alive=600,
        )


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
