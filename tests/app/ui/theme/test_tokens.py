"""The colours can be read."""

import pytest
from PySide6.QtGui import QColor

from app.ui.theme.tokens import DARK, LIGHT, Palette, ground_in

READABLE = 4.5
PAIRS = [
    ("ink", "canvas"), ("ink", "surface"), ("ink_soft", "canvas"), ("ink_soft", "surface"), ("ink_soft", "sunken"),
    ("ink_faint", "canvas"), ("ink_faint", "surface"), ("on_accent", "accent"), ("on_accent", "accent_hover"),
    ("on_accent_soft", "accent_soft"), ("warn", "warn_soft"), ("warn", "surface"), ("bad", "bad_soft"),
    ("bad", "surface"), ("surface", "bad"), ("ink", "accent_soft"),
]  # fmt: skip


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    q = QColor(colour)
    return 0.2126 * linear(q.redF()) + 0.7152 * linear(q.greenF()) + 0.0722 * linear(q.blueF())


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(palette: Palette, ink: str, ground: str) -> None:
    one, other = sorted((luminance(getattr(palette, ink)), luminance(getattr(palette, ground))), reverse=True)
    assert (one + 0.05) / (other + 0.05) >= READABLE


@pytest.mark.parametrize("colour", ["#f2a7c3", "#e8e8ea", "#202124", "#c9a227", "#ff0000", "#0000ff", "#808080"])
def test_the_ink_on_a_shops_own_colour_can_be_read(colour: str) -> None:
    ground, ink = ground_in(colour)
    one, other = sorted((luminance(ground.name()), luminance(ink.name())), reverse=True)
    assert (one + 0.05) / (other + 0.05) >= 3.5
