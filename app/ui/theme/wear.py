"""Dress the application in a theme; at any time, without a restart."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.paths import resources_dir
from app.ui.theme.fonts import text_font
from app.ui.theme.sheet import style_sheet
from app.ui.theme.tokens import LIGHT, PALETTES, Palette, TypeSize


def wear(app: QApplication, theme: str, language: str) -> None:
    """Put on `theme` (light or dark) with the fonts of `language`."""
    palette = PALETTES.get(theme, LIGHT)
    app.setPalette(_qt_palette(palette))
    app.setFont(text_font(TypeSize.BODY, language=language))
    app.setStyleSheet(style_sheet(palette, (resources_dir() / "icons").as_posix()))


def _qt_palette(palette: Palette) -> QPalette:
    role = QPalette.ColorRole
    qt = QPalette()
    for where, colour in (
        (role.Window, palette.canvas),
        (role.WindowText, palette.ink),
        (role.Base, palette.surface),
        (role.AlternateBase, palette.sunken),
        (role.Text, palette.ink),
        (role.PlaceholderText, palette.ink_faint),
        (role.Button, palette.surface),
        (role.ButtonText, palette.ink),
        (role.Highlight, palette.accent),
        (role.HighlightedText, palette.on_accent),
        (role.Accent, palette.accent),
        (role.ToolTipBase, palette.ink),
        (role.ToolTipText, palette.surface),
        (role.Mid, palette.line),
        (role.Dark, palette.line_strong),
    ):
        qt.setColor(where, QColor(colour))
    return qt
