"""Everything the doctor looks at, one after the other."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from app.cli.doctor.bundle import write_bundle
from app.cli.doctor.devices import AskPrinter, devices
from app.cli.doctor.machine import disk, font, sqlite, versions
from app.cli.doctor.remark import Remark
from app.cli.doctor.till import head_office, key, second_journal, store

_LOOKS: tuple[Callable[[Path], Remark], ...] = (
    versions,
    sqlite,
    disk,
    key,
    store,
    second_journal,
    head_office,
    font,
)


def doctor(data_dir: Path, out: TextIO, ask_printer: AskPrinter, bundle: Path | None = None) -> int:
    """Print a remark on everything looked at, and write the bundle if one is wanted; the worst severity."""
    remarks = []
    for remark in examine(data_dir, ask_printer):
        print(remark.told(), file=out)
        remarks.append(remark)
    worst = max(remark.severity for remark in remarks)
    return max(worst, _write(bundle, data_dir, remarks, out) if bundle else 0)


def examine(data_dir: Path, ask_printer: AskPrinter) -> Iterator[Remark]:
    """Look at everything; what cannot be looked at is a remark too."""
    for look in _LOOKS:
        yield look(data_dir)
    yield from devices(data_dir, ask_printer)


def _write(bundle: Path, data_dir: Path, remarks: Sequence[Remark], out: TextIO) -> int:
    """0 where it was written, else 2."""
    try:
        write_bundle(bundle, data_dir, remarks)
    except OSError as error:
        print(f"the bundle could not be written: {error}", file=out)
        return 2
    print(f"bundle at {bundle}: nothing about a person is in it; look before you send it", file=out)
    return 0
