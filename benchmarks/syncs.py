"""Counts what a program asks of the disk: the syncs of a run between two marks, seen by strace."""

import importlib
import os
import re
import shutil
import subprocess
import sys

from benchmarks.shop import scratch

_MARK = "/benchmark-mark"
_SYNC = re.compile(r"\b(?:fsync|fdatasync|sync_file_range|msync)\(")


def syncs_of(module: str, members: int) -> float | None:
    """Syncs of each piece of work that `traced` of the module does; None where there is no strace."""
    tracer = shutil.which("strace")
    if tracer is None:
        return None
    with scratch() as folder:
        trace, told = folder / "trace", folder / "told"
        calls = "trace=fsync,fdatasync,sync_file_range,msync,access,faccessat,faccessat2"
        child = [sys.executable, "-m", "benchmarks.syncs", module, str(members), str(told)]
        ran = subprocess.run([tracer, "-f", "-qq", "-e", calls, "-o", str(trace), *child], check=False)
        if ran.returncode != 0:
            return None
        between = trace.read_text(encoding="utf-8", errors="replace").split(_MARK)[1]
        return len(_SYNC.findall(between)) / int(told.read_text("ascii"))


def _mark() -> None:
    os.access(_MARK, os.F_OK)


if __name__ == "__main__":
    _module, _members, _told = sys.argv[1:]
    with open(_told, "w", encoding="ascii") as _file:  # noqa: PTH123
        _file.write(str(importlib.import_module(_module).traced(int(_members), _mark)))
