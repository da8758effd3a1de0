"""Design tokens: the only place where a colour, a distance or a size of type is decided."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtGui import QColor, QGuiApplication, QPalette


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme. Text on its ground has a contrast of at least 4.5 to 1."""

    name: str
    canvas: str
    surface: str
    sunken: str
    line: str
    line_strong: str
    ink: str
    ink_soft: str
    ink_faint: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    scrim: str
    shadow: str


LIGHT = Palette(
    name="light",
    canvas="#f1f3f4",
    surface="#ffffff",
    sunken="#e9ecee",
    line="#dfe3e6",
    line_strong="#b9c1c7",
    ink="#12181c",
    ink_soft="#47525a",
    ink_faint="#626d75",
    accent="#0a7455",
    accent_hover="#086549",
    accent_pressed="#06523b",
    on_accent="#ffffff",
    accent_soft="#ddf1ea",
    on_accent_soft="#07563f",
    warn="#7f4f00",
    warn_soft="#fdeecb",
    bad="#b3231b",
    bad_soft="#fde8e6",
    scrim="#6610181c",
    shadow="#2610181c",
)

DARK = Palette(
    name="dark",
    canvas="#0e1214",
    surface="#181d20",
    sunken="#0a0d0f",
    line="#2a3237",
    line_strong="#46525a",
    ink="#f2f5f6",
    ink_soft="#b4bfc5",
    ink_faint="#93a0a7",
    accent="#35c296",
    accent_hover="#4fd0a8",
    accent_pressed="#28a880",
    on_accent="#03150e",
    accent_soft="#12352a",
    on_accent_soft="#8be6c8",
    warn="#f3bd57",
    warn_soft="#372a10",
    bad="#ff8f86",
    bad_soft="#3d1a18",
    scrim="#a6000000",
    shadow="#80000000",
)

PALETTES = {palette.name: palette for palette in (LIGHT, DARK)}


class Space:
    """Distances in device-independent pixels."""

    HAIR = 2
    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32


class Radius:
    """Corner radii."""

    SMALL = 5
    MEDIUM = 8
    LARGE = 14


class TypeSize:
    """Heights of type in pixels."""

    CAPTION = 13
    BODY = 15
    STRONG = 17
    TITLE = 21
    AMOUNT = 30
    HERO = 46
    GIANT = 84


TARGET = 44
"""The smallest side of anything to be touched."""


class Tone(StrEnum):
    """What a colour says; never the only sign."""

    PLAIN = "plain"
    SOFT = "soft"
    FAINT = "faint"
    ACCENT = "accent"
    WARN = "warn"
    BAD = "bad"


def current() -> Palette:
    """The theme in force: Qt's application palette holds it, so that nothing else has to."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if ground.lightness() < 128 else LIGHT


def ink_of(tone: Tone) -> QColor:
    """The colour of text and icons of that tone, now."""
    return QColor(_ink(current(), tone))


@cache  # painted rows ask again and again
def _ink(palette: Palette, tone: Tone) -> str:
    colours = {
        Tone.PLAIN: palette.ink,
        Tone.SOFT: palette.ink_soft,
        Tone.FAINT: palette.ink_faint,
        Tone.ACCENT: palette.on_accent_soft if palette is DARK else palette.accent,
        Tone.WARN: palette.warn,
        Tone.BAD: palette.bad,
    }
    return colours[tone]


def ground_of(tone: Tone) -> tuple[QColor, QColor]:
    """Ground and ink of a badge or a notice of that tone, now."""
    palette = current()
    pairs = {
        Tone.ACCENT: (palette.accent_soft, palette.on_accent_soft),
        Tone.WARN: (palette.warn_soft, palette.warn),
        Tone.BAD: (palette.bad_soft, palette.bad),
    }
    ground, ink = pairs.get(tone, (palette.sunken, palette.ink_soft))
    return QColor(ground), QColor(ink)


def ground_in(colour: str) -> tuple[QColor, QColor]:
    """A ground in a colour of the shop's own (#rrggbb), and the ink that reads better on it."""
    ground, light, dark = QColor(colour), QColor(LIGHT.surface), QColor(LIGHT.ink)
    return ground, max(light, dark, key=lambda ink: _contrast(ground, ink))


def _contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours as WCAG 2 defines it, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
