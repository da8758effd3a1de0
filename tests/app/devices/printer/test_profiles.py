"""Printer models as files."""

from pathlib import Path

import pytest

from app.devices.printer.profiles import ProfileInvalid, load_profile, load_profiles
from app.ports.printer import PrinterProfile

GOOD = """
name = "80 mm"
columns = 48
dots = 576
encoding = "gb18030"
can_cut = true
native_qr = true
native_barcode = false
raster_text = false
has_buzzer = true
"""


def write(folder: Path, text: str, name: str = "mine") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_profile_is_read_as_written(tmp_path: Path) -> None:
    profile = load_profile(write(tmp_path, GOOD))
    assert profile == PrinterProfile("80 mm", 48, 576, "gb18030", True, True, False, False, True)


def test_profiles_are_known_by_their_files_names(tmp_path: Path) -> None:
    for name in ("b", "a"):
        write(tmp_path, GOOD, name)
    (tmp_path / "notes.txt").write_text("no profile")
    assert list(load_profiles(tmp_path)) == ["a", "b"]


def test_the_shipped_profiles_are_sound(profiles: dict[str, PrinterProfile]) -> None:
    assert {"generic-58", "generic-80", "raster-58", "raster-80"} <= set(profiles)
    assert all(profile.dots == 12 * profile.columns for profile in profiles.values())
    assert len({profile.name for profile in profiles.values()}) == len(profiles)


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ("columns = 48", "", "missing or unknown: columns"),
        ("columns = 48", "columns = 48\ncolour = true", "missing or unknown: colour"),
        ("columns = 48", 'columns = "48"', "columns has the wrong type"),
        ("can_cut = true", "can_cut = 1", "can_cut has the wrong type"),
        ("dots = 576", "dots = 380", "multiple of 8"),
        ("columns = 48", "columns = 0", "multiple of 8"),
        ("gb18030", "klingon", "no encoding klingon"),
        ("columns = 48", "columns =", "mine.toml: "),
    ],
)
def test_a_bad_profile_says_what_is_wrong(tmp_path: Path, was: str, becomes: str, says: str) -> None:
    with pytest.raises(ProfileInvalid, match=says):
        load_profile(write(tmp_path, GOOD.replace(was, becomes)))
