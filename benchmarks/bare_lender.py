"""The least a till could do to be lent something: ask the bare office, and keep the answer as safely as a till does.

A till that was lent value has it in `till.db` and in the second journal, each synced, before anybody may spend it.
"""

import http.client
import os
from pathlib import Path
from time import perf_counter_ns, sleep

from app.storage.sqlcipher import WRITER_PRAGMAS, connect_raw
from benchmarks.bare_office import KEY, wallet
from sync.client.line import PinnedContext

_EVENT = bytes(400)
_KEEP = "INSERT INTO lease VALUES (?, ?) ON CONFLICT (wallet) DO UPDATE SET held = excluded.held"


class BareLender:
    """`asking_ms`: what of the time was asking, one after the other."""

    def __init__(self, port: int, folder: Path) -> None:
        self.asking_ms: list[float] = []
        self._store = connect_raw(folder / "bare-till.db", KEY, pragmas=WRITER_PRAGMAS)
        self._store.execute("CREATE TABLE lease (wallet TEXT PRIMARY KEY, held INTEGER NOT NULL) STRICT, WITHOUT ROWID")
        self._second = os.open(folder / "bare-journal", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        self._line = http.client.HTTPSConnection("127.0.0.1", port, context=PinnedContext())
        while True:
            try:
                self._line.connect()
                break
            except ConnectionRefusedError:
                sleep(0.05)

    def lend(self, number: int) -> None:
        """Ask for something of one of the wallets; it is kept when this returns."""
        began, name = perf_counter_ns(), wallet(number)
        self._line.request("POST", "/", name.encode())
        answer = int(self._line.getresponse().read())
        self.asking_ms.append((perf_counter_ns() - began) / 1e6)
        self._store.execute("BEGIN IMMEDIATE")
        self._store.execute(_KEEP, (name, answer))
        self._store.execute("COMMIT")
        os.write(self._second, _EVENT)
        os.fdatasync(self._second)

    def close(self) -> None:
        """Let go of everything."""
        self._line.close()
        self._store.close()
        os.close(self._second)
