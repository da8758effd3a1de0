"""The machine: versions, SQLite, disk, font."""

import platform
import shutil
from pathlib import Path

from app import __version__
from app.cli.doctor.remark import Remark
from app.ports.store import StoreUnavailableError
from app.storage.sqlcipher import check_sqlite_version

_ENOUGH_DISK = 500_000_000
_NO_DISK = 20_000_000


def versions(_data_dir: Path) -> Remark:
    """Of the program and what it stands on."""
    from PySide6.QtCore import qVersion

    return Remark(
        "versions",
        f"membertill {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
    )


def sqlite(_data_dir: Path) -> Remark:
    """Whether the database library is one to trust."""
    try:
        check_sqlite_version()
    except StoreUnavailableError as error:
        return Remark("SQLite", str(error), "install the locked requirements again: make setup", stops_sales=True)
    return Remark("SQLite", "has no known corruption bug")


def disk(data_dir: Path) -> Remark:
    """Room for what is sold."""
    place = next(folder for folder in (data_dir, *data_dir.parents) if folder.exists())
    free = shutil.disk_usage(place).free
    remedy = "" if free > _ENOUGH_DISK else "free some space: sales stop, safely, when the disk is full"
    return Remark("disk", f"{free // 1_000_000} MB free at {place}", remedy, stops_sales=free < _NO_DISK)


def font(_data_dir: Path) -> Remark:
    """For slips that are drawn."""
    from app.devices.printer.fonts import find_cjk_font

    face = find_cjk_font()
    if face is None:
        return Remark("Chinese font", "none found", "install one, e.g. fonts-noto-cjk")
    return Remark("Chinese font", str(face.path))
