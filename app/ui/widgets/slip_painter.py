"""Draws a laid-out slip on a grid of columns, so that figures stand where the printer will put them."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, qRgb, qRgba

from app.domain.receipt.page import (
    Align,
    Barcode,
    Beep,
    Element,
    Feed,
    Page,
    Picture,
    QrCode,
    RuleLine,
    TextLine,
    display_width,
)

INK = QColor("#1b1d20")
FAMILIES = ["Noto Sans Mono CJK SC", "Sarasa Mono SC", "NSimSun", "PingFang SC", "Noto Sans CJK SC", "monospace"]
_LINE_PER_COLUMN = 2.35
_MARGIN_COLUMNS = 2.0
_DOTS_A_COLUMN = 12
_QR_SHARE = 0.42
_QUIET_MODULES = 2


@dataclass(frozen=True, slots=True)
class Grid:
    """The paper's measures in pixels: one column, one line, and the white edge around the text."""

    columns: int
    column: float

    @property
    def line(self) -> float:
        """The height of a line at single size."""
        return self.column * _LINE_PER_COLUMN

    @property
    def margin(self) -> float:
        """The white edge on each side."""
        return self.column * _MARGIN_COLUMNS

    @property
    def dot(self) -> float:
        """One dot of the printer, of which a column has twelve."""
        return self.column / _DOTS_A_COLUMN

    @property
    def text_width(self) -> float:
        """From the first column to the end of the last."""
        return self.column * self.columns

    @property
    def paper_width(self) -> float:
        """The paper with its edges."""
        return self.text_width + 2 * self.margin


def paper_height(page: Page, grid: Grid) -> float:
    """How long the slip is."""
    return sum(_height(element, grid) for element in page.elements) + 2 * grid.margin


def paint_page(painter: QPainter, page: Page, grid: Grid) -> None:
    """Draw the slip with its paper's top left corner at the painter's origin."""
    painter.setPen(INK)
    top = grid.margin
    for element in page.elements:
        _paint(painter, element, grid, top)
        top += _height(element, grid)


def qr_image(data: str) -> QImage:
    """The QR code of `data`, one pixel a module, with its quiet zone."""
    from qrcode import QRCode  # type: ignore[import-untyped]  # late: it brings Pillow, which no first paint needs

    code = QRCode(border=_QUIET_MODULES)
    code.add_data(data.encode("utf-8"))
    rows: list[list[bool]] = code.get_matrix()
    image = QImage(len(rows), len(rows), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for y, row in enumerate(rows):
        for x, is_dark in enumerate(row):
            if is_dark:
                image.setPixel(x, y, qRgb(0, 0, 0))
    return image


def _height(element: Element, grid: Grid) -> float:
    match element:
        case TextLine(scale=scale):
            return grid.line * scale
        case RuleLine():
            return grid.line
        case Feed(lines):
            return grid.line * lines
        case QrCode():
            return grid.text_width * _QR_SHARE + grid.line / 2
        case Barcode():
            return grid.line * 4
        case Picture(height=height):
            return height * grid.dot
        case Beep():
            return 0.0


def _paint(painter: QPainter, element: Element, grid: Grid, top: float) -> None:
    match element:
        case TextLine():
            _paint_text(painter, element, grid, top)
        case RuleLine(char):
            _paint_text(painter, TextLine(char * grid.columns), grid, top)
        case QrCode(data):
            side = grid.text_width * _QR_SHARE
            painter.drawImage(QRectF(grid.margin + (grid.text_width - side) / 2, top, side, side), qr_image(data))
        case Barcode(data):
            _paint_barcode(painter, data, grid, top)
        case Picture():
            _paint_picture(painter, element, grid, top)


def _paint_text(painter: QPainter, line: TextLine, grid: Grid, top: float) -> None:
    """Every character is centred in its own cells, so no font can push a column aside."""
    column, height = grid.column * line.scale, grid.line * line.scale
    painter.setFont(_font(column, is_bold=line.bold))
    metrics = QFontMetricsF(painter.font())
    baseline = top + (height - metrics.height()) / 2 + metrics.ascent()
    left = grid.margin + _indent(line, grid)
    for char in line.text:
        cells = display_width(char) * column
        if not char.isspace():
            painter.drawText(QPointF(left + (cells - metrics.horizontalAdvance(char)) / 2, baseline), char)
        left += cells


def _indent(line: TextLine, grid: Grid) -> float:
    free = grid.text_width - display_width(line.text) * grid.column * line.scale
    return {Align.LEFT: 0.0, Align.CENTRE: free / 2, Align.RIGHT: free}[line.align]


def _font(column: float, *, is_bold: bool) -> QFont:
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(max(6, round(column * 1.9)))
    font.setWeight(QFont.Weight.Bold if is_bold else QFont.Weight.Normal)
    return font


def _paint_picture(painter: QPainter, picture: Picture, grid: Grid, top: float) -> None:
    image = QImage(picture.bits, picture.width, picture.height, (picture.width + 7) // 8, QImage.Format.Format_Mono)
    image.setColorTable([qRgba(0, 0, 0, 0), INK.rgba()])
    width, height = picture.width * grid.dot, picture.height * grid.dot
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(grid.margin + (grid.text_width - width) / 2, top, width, height), image)
    painter.restore()


def _paint_barcode(painter: QPainter, data: str, grid: Grid, top: float) -> None:
    from barcode import Code128  # type: ignore[import-untyped]  # late, as above

    modules: str = Code128(data).build()[0]
    module = min(grid.text_width / len(modules), grid.column / 4)
    left = grid.margin + (grid.text_width - module * len(modules)) / 2
    for index, bit in enumerate(modules):
        if bit == "1":
            painter.fillRect(QRectF(left + index * module, top, ceil(module), grid.line * 2.6), INK)
    _paint_text(painter, TextLine(data, Align.CENTRE), grid, top + grid.line * 2.8)
