"""`membertill doctor`: what is right and wrong with this machine and its till, in words, without personal data."""

import platform
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from app import __version__
from app.paths import second_volume
from app.ports.store import StoreUnavailableError
from app.storage.keys import choose_key_provider, open_key
from app.storage.places import OFFICE_FOLDER, SECOND_JOURNAL, TILL_DB
from app.storage.sqlcipher import check_sqlite_version, open_reader

_ENOUGH_DISK = 500_000_000


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing looked at. `remedy` says what to do where it is not well."""

    subject: str
    state: str
    remedy: str = ""


def doctor(data_dir: Path, out: TextIO) -> int:
    """Print a remark on everything looked at; 1 where a remedy is needed."""
    remarks = list(examine(data_dir))
    for remark in remarks:
        print(f"{'!!' if remark.remedy else 'ok'}  {remark.subject}: {remark.state}", file=out)
        if remark.remedy:
            print(f"      {remark.remedy}", file=out)
    return int(any(remark.remedy for remark in remarks))


def examine(data_dir: Path) -> Iterator[Remark]:
    """Look at everything, one after the other; what cannot be looked at is a remark too."""
    looks: tuple[Callable[[Path], Remark], ...] = (
        _versions,
        _sqlite,
        _disk,
        _key,
        _store,
        _second_journal,
        _head_office,
        _font,
        _ports,
    )
    for look in looks:
        yield look(data_dir)


def _versions(_data_dir: Path) -> Remark:
    from PySide6.QtCore import qVersion

    return Remark(
        "versions",
        f"membertill {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
    )


def _sqlite(_data_dir: Path) -> Remark:
    try:
        check_sqlite_version()
    except StoreUnavailableError as error:
        return Remark("SQLite", str(error), "install the locked requirements again: make setup")
    return Remark("SQLite", "has no known corruption bug")


def _disk(data_dir: Path) -> Remark:
    place = next(folder for folder in (data_dir, *data_dir.parents) if folder.exists())
    free = shutil.disk_usage(place).free
    remedy = "" if free > _ENOUGH_DISK else "free some space: sales stop, safely, when the disk is full"
    return Remark("disk", f"{free // 1_000_000} MB free at {place}", remedy)


def _key(data_dir: Path) -> Remark:
    if not (data_dir / TILL_DB).exists():
        return Remark("key", "there is no till here yet")
    description = choose_key_provider(data_dir).describe()
    return Remark("key", f"kept in {description.place.value} ({description.detail})")


def _store(data_dir: Path) -> Remark:
    path = data_dir / TILL_DB
    if not path.exists():
        return Remark("store", f"there is no till in {data_dir}", "`membertill` sets one up, `demo` one to try")
    try:
        engine = open_reader(path, open_key(data_dir).for_till_db())
        try:
            with engine.connect() as connection:
                events = connection.exec_driver_sql("SELECT count(*) FROM event").scalar_one()
                waiting = connection.exec_driver_sql(
                    "SELECT count(*) FROM spool WHERE state IN ('waiting', 'begun')"
                ).scalar_one()
        finally:
            engine.dispose()
    except StoreUnavailableError as error:
        return Remark("store", str(error), "`membertill restore FOLDER` puts a backup in its place")
    remedy = "look at the printer: slips wait for it" if waiting else ""
    return Remark("store", f"{events} events, {path.stat().st_size // 1_000_000} MB, {waiting} slip(s) waiting", remedy)


def _second_journal(data_dir: Path) -> Remark:
    path = (second_volume(data_dir) or data_dir) / SECOND_JOURNAL
    if path.exists():
        return Remark("second journal", f"{path} ({path.stat().st_size // 1_000} kB)")
    if (data_dir / TILL_DB).exists():
        return Remark("second journal", f"{path} is missing", "start the till: it writes the file anew from its store")
    return Remark("second journal", "none yet")


def _head_office(data_dir: Path) -> Remark:
    """The one inside this shop; a till of a chain has an empty place there."""
    folder = data_dir / OFFICE_FOLDER
    database, words = folder / "office.db", folder / "last-words.txt"
    subject = "head office in this shop"
    if not folder.exists():
        return Remark(subject, "none yet; a single shop's till starts it")
    said = words.read_text(encoding="utf-8", errors="replace").strip() if words.exists() else ""
    if not database.exists():
        return Remark(subject, said.splitlines()[-1] if said else "not built yet", "open the till: it builds it anew")
    aside = sorted(path.name for path in folder.glob("office.db.unreadable-*[0-9]"))
    found = f"{database} ({database.stat().st_size // 1_000} kB)"
    if said and not aside:
        return Remark(subject, f"{found}; it said last: {said.splitlines()[-1]}", f"look at {folder / 'office.log'}")
    return Remark(subject, f"{found}{'; set aside: ' + ', '.join(aside) if aside else ''}")


def _font(_data_dir: Path) -> Remark:
    from app.devices.printer.fonts import find_cjk_font

    face = find_cjk_font()
    if face is None:
        return Remark("Chinese font", "none found", "install one, e.g. fonts-noto-cjk")
    return Remark("Chinese font", str(face.path))


def _ports(_data_dir: Path) -> Remark:
    from app.devices.discovery import printer_files, serial_ports

    found = [*(port.device for port in serial_ports()), *(str(file.path) for file in printer_files())]
    return Remark("serial ports and USB printers", ", ".join(found) or "none found")
