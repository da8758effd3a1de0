"""A shop's picture as dots: in proportion, not too big for the paper, and never a surprise of a strange file."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from app.devices.printer.logo import LogoTooBig, NotAPicture, dithered, load_picture
from app.storage.templates import read_bitmap


def saved(folder: Path, picture: Image.Image, name: str = "logo.png") -> Path:
    path = folder / name
    picture.save(path)
    return path


@pytest.mark.parametrize("columns", [32, 48])
def test_a_logo_is_three_quarters_of_the_paper_in_its_own_proportion(columns: int, tmp_path: Path) -> None:
    dots = read_bitmap(dithered(load_picture(saved(tmp_path, Image.new("RGB", (900, 300), "black"))), columns))
    assert (dots.width, dots.height) == (columns * 9, columns * 3)


def test_a_tall_logo_is_as_tall_as_a_receipt_bears(tmp_path: Path) -> None:
    dots = read_bitmap(dithered(load_picture(saved(tmp_path, Image.new("L", (100, 1000)))), 48))
    assert (dots.width, dots.height) == (24, 240)


def test_black_is_black_white_is_white_and_what_is_clear_is_white(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (432, 144), (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((0, 0, 215, 143), fill="black")
    dots = read_bitmap(dithered(load_picture(saved(tmp_path, picture)), 48))
    row = dots.bits[54 * 70 : 54 * 71]
    assert row[:25] == b"\xff" * 25
    assert row[29:] == b"\x00" * 25


def test_grey_becomes_dots(tmp_path: Path) -> None:
    picture = Image.new("L", (432, 144), 128)
    ImageDraw.Draw(picture).rectangle((0, 0, 9, 9), fill=0)
    ImageDraw.Draw(picture).rectangle((10, 0, 19, 9), fill=255)
    dots = read_bitmap(dithered(load_picture(saved(tmp_path, picture)), 48))
    dark = sum(byte.bit_count() for byte in dots.bits) / (432 * 144)
    assert 0.4 < dark < 0.6


def test_what_is_no_picture_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"rubbish" * 20)
    with pytest.raises(NotAPicture):
        load_picture(path)


def test_a_picture_too_big_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(b"x" * 5_000_001)
    with pytest.raises(LogoTooBig):
        load_picture(path)
    with pytest.raises(LogoTooBig):
        load_picture(saved(tmp_path, Image.new("1", (5_000, 4_001)), "wide.png"))
