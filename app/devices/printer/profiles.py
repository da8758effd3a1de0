"""Printer models as data: one TOML file each, named by its id (`generic-80`)."""

import codecs
import tomllib
from dataclasses import fields
from pathlib import Path

from app.ports.printer import PrinterProfile

_FIELD_TYPES = {field.name: field.type for field in fields(PrinterProfile)}


class ProfileInvalid(Exception):
    """A printer profile file that cannot be used; says which file and what is wrong with it."""


def load_profiles(folder: Path) -> dict[str, PrinterProfile]:
    """All profiles of `folder` by id, in the order of their ids."""
    return {path.stem: load_profile(path) for path in sorted(folder.glob("*.toml"))}


def load_profile(path: Path) -> PrinterProfile:
    """The profile in one file; raises ProfileInvalid."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise ProfileInvalid(f"{path.name}: {broken}") from broken
    if set(table) != set(_FIELD_TYPES):
        wrong = ", ".join(sorted(set(table) ^ set(_FIELD_TYPES)))
        raise ProfileInvalid(f"{path.name}: missing or unknown: {wrong}")
    for name, value in table.items():
        if type(value) is not _FIELD_TYPES[name]:
            raise ProfileInvalid(f"{path.name}: {name} has the wrong type")
    profile = PrinterProfile(**table)
    _check(profile, path.name)
    return profile


def _check(profile: PrinterProfile, where: str) -> None:
    if profile.columns <= 0 or profile.dots % 8 or profile.dots < profile.columns * 8:
        raise ProfileInvalid(f"{where}: dots must be a multiple of 8 and at least 8 a column")
    try:
        codecs.lookup(profile.encoding)
    except LookupError as unknown:
        raise ProfileInvalid(f"{where}: no encoding {profile.encoding}") from unknown
