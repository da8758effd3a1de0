"""Cards, rules and rows: the plain pieces of a layout."""

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.tokens import Space

Box = TypeVar("Box", bound=QBoxLayout)


class Card(QFrame):
    """A surface with a hairline around it; `inside` is its column."""

    def __init__(self, margin: int = Space.L, spacing: int = Space.S, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.inside = column(self, margin=margin, spacing=spacing)


def rule(*, upright: bool = False) -> QFrame:
    """A hairline."""
    line = QFrame()
    line.setProperty("rule", "true")
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def column(parent: QWidget | None = None, *, margin: int = 0, spacing: int = Space.S) -> QVBoxLayout:
    """A layout from top to bottom."""
    return _set(QVBoxLayout(parent) if parent else QVBoxLayout(), margin, spacing)


def row(parent: QWidget | None = None, *, margin: int = 0, spacing: int = Space.S) -> QHBoxLayout:
    """A layout from left to right."""
    return _set(QHBoxLayout(parent) if parent else QHBoxLayout(), margin, spacing)


def stretch() -> QWidget:
    """Takes the room that is left."""
    filler = QWidget()
    filler.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return filler


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def _set(layout: Box, margin: int, spacing: int) -> Box:
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return layout
