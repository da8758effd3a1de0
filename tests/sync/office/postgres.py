"""A PostgreSQL of our own for the tests: a private cluster without a port, in a folder with a short path."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Files that only memory holds: those of hundreds of databases would be gigabytes on their way to the disk.
_MEMORY = Path("/dev/shm")
_ENOUGH_BYTES = 512 * 1024 * 1024
DSN = os.environ.get("MEMBERTILL_TEST_POSTGRES_URL", "")


def missing() -> str:
    """Why there is no PostgreSQL here; empty where there is."""
    if DSN or _programs() is not None:
        return ""
    return "no PostgreSQL server is installed (Debian: apt-get install postgresql)"


@contextmanager
def cluster(disk: Path | None = None, settings: str = "-F -c max_connections=60") -> Iterator[str]:
    """The URL of an administrator's connection; the cluster is gone afterwards.

    Its files lie in a new folder on `disk`, else in memory or, where that is short, in /tmp; as it is set, it never
    waits for any of them.
    """
    if DSN:
        yield DSN
        return
    programs = _programs()
    assert programs is not None
    home = _folder(Path("/tmp"))  # a socket's path has 107 bytes
    data = _folder(disk or _memory())
    try:
        _run(f"{programs}/initdb -D {data} -U mt --auth=trust --no-sync -E UTF8 --locale=C.UTF-8")
        options = f"-c listen_addresses= -k {home} {settings}"
        _run(f"{programs}/pg_ctl -D {data} -w -l {home}/log -o '{options}' start")
        try:
            yield f"postgresql+psycopg://mt@/postgres?host={home}"
        finally:
            _run(f"{programs}/pg_ctl -D {data} -m immediate stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)
        shutil.rmtree(data, ignore_errors=True)


def _memory() -> Path:
    has_room = _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ENOUGH_BYTES
    return _MEMORY if has_room else Path("/tmp")


def _folder(parent: Path) -> Path:
    made = Path(tempfile.mkdtemp(prefix="mt-pg-", dir=parent))
    if os.geteuid() == 0:
        shutil.chown(made, "postgres")
    return made


def _programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def _run(command: str) -> None:
    # initdb refuses to run as root.
    asked = ["su", "postgres", "-s", "/bin/sh", "-c", command] if os.geteuid() == 0 else ["/bin/sh", "-c", command]
    subprocess.run(asked, check=True, stdout=subprocess.DEVNULL, cwd="/tmp", timeout=60)
