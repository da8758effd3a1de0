"""A slip as a PDF of the paper's own size: the same page, drawn by the same painter as on the screen."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from app.domain.receipt.page import Page
from app.ui.widgets.slip_painter import Grid, paint_page, paper_height

_NARROW_COLUMNS = 32
_NARROW_MM, _WIDE_MM = 58.0, 80.0
_DOTS_AN_INCH = 600
_MM_AN_INCH = 25.4


def slip_pdf(page: Page, title: str) -> bytes:
    """One page, as long as the slip."""
    width_mm = _NARROW_MM if page.columns <= _NARROW_COLUMNS else _WIDE_MM
    width = width_mm / _MM_AN_INCH * _DOTS_AN_INCH
    grid = Grid(page.columns, width / (Grid(page.columns, 1.0).paper_width))
    height_mm = paper_height(page, grid) / _DOTS_AN_INCH * _MM_AN_INCH
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(_DOTS_AN_INCH)
    writer.setPageSize(QPageSize(QSizeF(width_mm, height_mm), QPageSize.Unit.Millimeter, title))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    paint_page(painter, page, grid)
    painter.end()
    return bytes(data.data())
