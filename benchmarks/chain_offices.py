"""Head office as a process of its own, on either engine, on the real disk; and what it has cost the machine so far."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine, make_url

from benchmarks import shop
from sync.office.cli.office import DATABASE
from sync.office.storage.engines import Database, open_postgres, open_sqlite
from sync.office.storage.keys import KeyFile
from tests.chain.processes import OfficeProcess, serving
from tests.sync.office import postgres

SQLITE, POSTGRES = "sqlite", "postgres"
_KEY = bytes(range(32))
# What docs/operations.md advises, in small; every sync is a real one.
_SETTINGS = (
    "-c max_connections=60 -c shared_buffers=512MB -c max_wal_size=4GB -c wal_compression=lz4 "
    "-c default_toast_compression=lz4"
)


@dataclass(frozen=True, slots=True)
class Site:
    """A running head office, and the place of an empty database beside it (`spare_url`: no file)."""

    engine: str
    office: OfficeProcess
    folder: Path
    spare_url: str = ""

    def ours(self) -> Database:
        """Head office's own database, opened beside it."""
        if self.office.database:
            return open_postgres(self.office.database)
        return open_sqlite(self.office.folder / DATABASE, KeyFile(self.office.folder / "office.key").key())

    def spare(self) -> Database:
        """The other one, with the same settings and key."""
        return open_postgres(self.spare_url) if self.spare_url else open_sqlite(self.folder / "spare.db", _KEY)

    def counters(self) -> Mapping[str, float]:
        """Head office's processor time (µs) and, with the embedded database, bytes written to disk up to now."""
        used = {"office_cpu_us": _cpu_us(self.office.pid)}
        return used if self.office.database else {**used, "bytes_written": _bytes_written(self.office.pid)}


def engines_here() -> tuple[str, ...]:
    """The engines that can be measured on this machine."""
    return (SQLITE,) if postgres.missing() else (SQLITE, POSTGRES)


@contextmanager
def office_on(engine: str) -> Iterator[Site]:
    """A new head office; it and its database are gone afterwards."""
    with shop.scratch() as folder:
        if engine == SQLITE:
            with serving(folder / "office") as office:
                yield Site(engine, office, folder)
            return
        with postgres.cluster(shop.PLACE, _SETTINGS) as url:
            ours, spare = _new_database(url, "ours"), _new_database(url, "spare")
            with serving(folder / "office", ours) as office:
                yield Site(engine, office, folder, spare)


def _new_database(url: str, name: str) -> str:
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template0")
    server.dispose()
    return make_url(url).set(database=name).render_as_string(hide_password=False)


def _cpu_us(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1e6 / os.sysconf("SC_CLK_TCK")


def _bytes_written(pid: int) -> int:
    lines = Path(f"/proc/{pid}/io").read_text(encoding="ascii").splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("write_bytes")))
