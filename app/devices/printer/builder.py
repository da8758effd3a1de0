"""python-escpos as what it is used for here: a builder of command bytes. It never sees our text or our lines."""

import importlib
import os
import tempfile
import threading
from pathlib import Path
from typing import Any, Protocol, cast

_import_lock = threading.Lock()


class CommandBuilder(Protocol):
    """The part of python-escpos' `Dummy` that the encoder calls."""

    @property
    def output(self) -> bytes:
        """All bytes so far."""

    def _raw(self, msg: bytes) -> None: ...

    def qr(self, content: str, ec: int, size: int, model: int, native: bool) -> None:
        """A QR code made by the printer."""

    def cut(self, mode: str, feed: bool) -> None:
        """Cut the paper; with `feed=False` the printer itself feeds to its cutter."""

    def cashdraw(self, pin: int) -> None:
        """A pulse on the drawer's pin."""


def command_builder(cache_dir: Path) -> CommandBuilder:
    """A builder with nothing in it; the first call imports python-escpos (0.1 s, or 0.4 s without its cache)."""
    with _import_lock:
        module = _import_dummy(cache_dir)
    return cast("CommandBuilder", module.Dummy())


def _import_dummy(cache_dir: Path) -> Any:
    """Import with its pickle in `cache_dir`, and tidy up the temporary folder that each import leaves behind."""
    cache_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ["ESCPOS_CAPABILITIES_PICKLE_DIR"] = str(cache_dir)
    left_behind: list[str] = []
    importer = threading.get_ident()
    make_folder = tempfile.mkdtemp

    def note_folder(*args: Any, **named: Any) -> Any:
        folder = make_folder(*args, **named)
        if threading.get_ident() == importer:
            left_behind.append(folder)
        return folder

    tempfile.mkdtemp = note_folder
    try:
        return importlib.import_module("escpos.printer.dummy")
    finally:
        tempfile.mkdtemp = make_folder
        for folder in left_behind:
            Path(folder).rmdir()
