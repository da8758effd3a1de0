"""A PostgreSQL of our own for the tests: a private cluster without a port, in a folder with a short path."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DSN = os.environ.get("MEMBERTILL_TEST_POSTGRES_URL", "")


def missing() -> str:
    """Why there is no PostgreSQL here; empty where there is."""
    if DSN or _programs() is not None:
        return ""
    return "no PostgreSQL server is installed (Debian: apt-get install postgresql)"


@contextmanager
def cluster() -> Iterator[str]:
    """The URL of an administrator's connection; the cluster is gone afterwards."""
    if DSN:
        yield DSN
        return
    programs = _programs()
    assert programs is not None
    home = Path(tempfile.mkdtemp(prefix="mt-pg-", dir="/tmp"))  # a socket's path has 107 bytes
    if os.geteuid() == 0:
        shutil.chown(home, "postgres")
    try:
        _run(f"{programs}/initdb -D {home}/d -U mt --auth=trust --no-sync -E UTF8 --locale=C.UTF-8")
        options = f"-F -c listen_addresses= -c max_connections=60 -k {home}"
        _run(f"{programs}/pg_ctl -D {home}/d -w -l {home}/log -o '{options}' start")
        yield f"postgresql+psycopg://mt@/postgres?host={home}"
        _run(f"{programs}/pg_ctl -D {home}/d -m immediate stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def _run(command: str) -> None:
    # initdb refuses to run as root.
    asked = ["su", "postgres", "-s", "/bin/sh", "-c", command] if os.geteuid() == 0 else ["/bin/sh", "-c", command]
    subprocess.run(asked, check=True, stdout=subprocess.DEVNULL, cwd="/tmp", timeout=60)
