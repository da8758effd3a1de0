"""A font with Chinese characters."""

import pytest
from PIL import ImageFont

from app.devices.printer.fonts import find_cjk_font


def test_the_font_found_draws_chinese() -> None:
    face = find_cjk_font()
    if face is None:
        pytest.skip("no Chinese font is installed")
    font = ImageFont.truetype(face.path, 24, index=face.index)
    shapes = {bytes(font.getmask(char)) for char in "骨直将囍"}
    assert len(shapes) == 4  # a font without them draws the same box four times
