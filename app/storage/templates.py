"""Templates of slips as files: the product's in its resources, the shop's own in the folder `receipts` of its data."""

import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from app.domain.programme.explain import Words
from app.domain.receipt.forms import Form
from app.domain.receipt.page import Picture
from app.domain.receipt.template import Template
from app.domain.receipt.template_file import Problem, TemplateFault, TemplateInvalid, read_template
from app.ports.templates import TemplateSource

_log = logging.getLogger(__name__)

SHOP_FOLDER = "receipts"

_BITMAP_HEAD = re.compile(rb"P4\s+(\d{1,5})\s+(\d{1,5})\s")

_Thing = TypeVar("_Thing")
_Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Read:
    """A file as it was when it was last looked at: time and size tell whether it has changed since."""

    stamp: _Stamp
    template: Template | None
    faults: tuple[TemplateFault, ...] = ()


class TemplateFolders:
    """Fits `Templates`. A file is looked at on every call and read when it has changed."""

    def __init__(self, own: Path, shops: Path, words: Mapping[str, Words]) -> None:
        self._own = own
        self._shops = shops
        self._words = words
        self._read: dict[Path, _Read] = {}
        self._logos: dict[Path, tuple[_Stamp, Picture | None]] = {}

    def template(self, form: Form) -> Template:
        """The shop's where it has a good one, else the product's."""
        return self._look(form, self._shops).template or self._products(form)

    def logo(self, columns: int) -> Picture | None:
        """`logo-48.pbm` for the wide paper, `logo-32.pbm` for the narrow."""
        path = logo_file(self._shops, columns)
        stamp = _stamp(path)
        if stamp is None:
            return None
        known = self._logos.get(path)
        if known is None or known[0] != stamp:
            known = self._logos[path] = (stamp, _tried(lambda: read_bitmap(path.read_bytes()), path))
        return known[1]

    def source(self, form: Form) -> TemplateSource:
        """The shop's file if there is one."""
        path = self._file(form, self._shops)
        if _stamp(path) is None:
            return TemplateSource(self._file(form, self._own), is_shops=False)
        return TemplateSource(path, is_shops=True, faults=self._look(form, self._shops).faults)

    def make_own(self, form: Form) -> Path:
        """Copied once; after that it is the shop's."""
        path = self._file(form, self._shops)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self._file(form, self._own).read_bytes())
        return path

    def _products(self, form: Form) -> Template:
        read = self._look(form, self._own)
        if read.template is None:
            raise TemplateInvalid(read.faults)
        return read.template

    def _look(self, form: Form, folder: Path) -> _Read:
        path = self._file(form, folder)
        stamp = _stamp(path)
        if stamp is None:
            self._read.pop(path, None)
            return _Read((0, 0), None)
        known = self._read.get(path)
        if known is None or known.stamp != stamp:
            known = self._read[path] = self._read_file(form, path, stamp, known)
        return known

    def _read_file(self, form: Form, path: Path, stamp: _Stamp, before: _Read | None) -> _Read:
        """The file as it is now; a wrong one leaves the template before it in force."""
        try:
            return _Read(stamp, read_template(path.read_text("utf-8"), form, self._words))
        except TemplateInvalid as invalid:
            faults = invalid.faults
        except (OSError, UnicodeDecodeError) as broken:
            faults = (TemplateFault(1, Problem.NOT_TOML, str(broken)),)
        _log.warning("the template %s cannot be used, %d fault(s); the one before stays", path.name, len(faults))
        return _Read(stamp, before.template if before else None, faults)

    @staticmethod
    def _file(form: Form, folder: Path) -> Path:
        return folder / f"{form.value}.toml"


def logo_file(folder: Path, columns: int) -> Path:
    """Where the logo for paper of that many columns lies."""
    return folder / f"logo-{columns}.pbm"


def read_bitmap(data: bytes) -> Picture:
    """A picture in the binary PBM form, of which a till needs no library to read; ValueError for anything else."""
    head = _BITMAP_HEAD.match(data)
    if head is None:
        raise ValueError("not a bitmap")
    picture = Picture(int(head.group(1)), int(head.group(2)), data[head.end() :])
    if len(picture.bits) != (picture.width + 7) // 8 * picture.height:
        raise ValueError("a bitmap of another size than it says")
    return picture


def _stamp(path: Path) -> _Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _tried(read: Callable[[], _Thing], path: Path) -> _Thing | None:
    try:
        return read()
    except (OSError, ValueError) as broken:
        _log.warning("the picture %s cannot be used: %s", path.name, broken)
        return None
