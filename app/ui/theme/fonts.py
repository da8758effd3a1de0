"""Fonts: families that draw Chinese in the right shapes, figures of one width."""

from functools import cache

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont

_SANS = {
    "zh_CN": ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "WenQuanYi Micro Hei"),
    "zh_TW": ("Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei UI", "Microsoft JhengHei", "WenQuanYi Micro Hei"),
    "en": ("Noto Sans CJK SC", "Segoe UI", "PingFang SC", "Microsoft YaHei UI", "WenQuanYi Micro Hei"),
}
_MONO = ("Noto Sans Mono CJK SC", "Sarasa Mono SC", "NSimSun", "PingFang SC", "WenQuanYi Micro Hei Mono", "monospace")
_TABULAR = QFont.Tag("tnum")


def families(language: str) -> list[str]:
    """The font families for a language, best first; never left to the system, which may draw Japanese shapes."""
    return list(_SANS.get(language, _SANS["zh_CN"]))


def text_font(size: int, *, bold: bool = False, language: str = "") -> QFont:
    """The text font at `size` pixels in the language spoken, the caller's own to change; figures stand in columns."""
    return QFont(_text_font(size, bold, language or QLocale().name()))


@cache  # painted rows ask for the same few fonts again and again
def _text_font(size: int, bold: bool, language: str) -> QFont:
    font = QFont(families(language))
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    font.setFeature(_TABULAR, 1)
    return font


def paper_font(size: int, *, bold: bool = False) -> QFont:
    """The font of slips on the screen: a Chinese character is exactly two columns wide."""
    font = QFont(list(_MONO))
    font.setPixelSize(size)
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return font
