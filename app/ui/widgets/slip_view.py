"""A slip on the screen, as paper: the same page that the printer gets."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from app.domain.receipt.page import Page
from app.ui.widgets.slip_painter import Grid, paint_page, paper_height

WIDEST = 48
_PAPER = QColor("#fdfcf8")
_EDGE = QColor(0, 0, 0, 46)
_TOOTH = 6.0
_AIR = 12
_SCROLL_BAR = 18


class SlipView(QWidget):
    """One slip at a fixed column width; nothing but air while there is none."""

    def __init__(self, parent: QWidget | None = None, *, column_px: float = 7.0) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self._column = column_px
        self._build_policy()

    def set_page(self, page: Page | None) -> None:
        """Show `page`, or nothing."""
        self._page = page
        self.setAccessibleName(_as_text(page))
        self.updateGeometry()
        self.update()

    def page(self) -> Page | None:
        """What is shown."""
        return self._page

    def as_image(self, scale: int = 2) -> QImage:
        """The slip as a picture, for export and tests."""
        size = self.sizeHint() * scale
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.scale(scale, scale)
        self._paint_slip(painter, size.width() / scale)
        painter.end()
        return image

    def sizeHint(self) -> QSize:
        """The whole slip with some air around it."""
        if self._page is None:
            return QSize(round(Grid(WIDEST, self._column).paper_width), 120)
        grid = Grid(self._page.columns, self._column)
        return QSize(round(grid.paper_width) + 2 * _AIR, round(paper_height(self._page, grid) + 2 * _TOOTH) + 2 * _AIR)

    def minimumSizeHint(self) -> QSize:
        """Never cut off: a pane around it scrolls instead."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper first, then ink."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_slip(painter, self.width())

    def _build_policy(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _paint_slip(self, painter: QPainter, room: float) -> None:
        if self._page is None:
            return
        grid = Grid(self._page.columns, self._column)
        height = paper_height(self._page, grid) + 2 * _TOOTH
        painter.translate((room - grid.paper_width) / 2, _AIR)
        paper = _torn(QRectF(0, 0, grid.paper_width, height))
        painter.fillPath(paper.translated(0, 2), _EDGE)
        painter.fillPath(paper, _PAPER)
        painter.translate(0, _TOOTH)
        paint_page(painter, self._page, grid)


class SlipPane(QScrollArea):
    """A slip that scrolls where it is longer than the room for it."""

    def __init__(self, parent: QWidget | None = None, *, column_px: float = 7.0) -> None:
        super().__init__(parent)
        self._slip = SlipView(column_px=column_px)
        self._column = column_px
        self._build_frame()

    def set_page(self, page: Page | None) -> None:
        """Show `page` from its top, or nothing."""
        self._slip.set_page(page)
        self.verticalScrollBar().setValue(0)

    def page(self) -> Page | None:
        """What is shown."""
        return self._slip.page()

    def _build_frame(self) -> None:
        self.setObjectName("slipPane")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(self._slip)
        self.setMinimumWidth(round(Grid(WIDEST, self._column).paper_width) + 2 * _AIR + _SCROLL_BAR)


def _torn(rect: QRectF) -> QPainterPath:
    """The paper's outline: straight at the sides, torn at top and bottom."""
    teeth = max(2, round(rect.width() / (2 * _TOOTH)))
    step = rect.width() / teeth
    points = [QPointF(rect.left(), rect.top() + _TOOTH)]
    for tooth in range(teeth):
        left = rect.left() + tooth * step
        points += [QPointF(left + step / 2, rect.top()), QPointF(left + step, rect.top() + _TOOTH)]
    points.append(QPointF(rect.right(), rect.bottom() - _TOOTH))
    for tooth in range(teeth):
        right = rect.right() - tooth * step
        points += [QPointF(right - step / 2, rect.bottom()), QPointF(right - step, rect.bottom() - _TOOTH)]
    path = QPainterPath()
    path.addPolygon(points)
    path.closeSubpath()
    return path


def _as_text(page: Page | None) -> str:
    """The slip's text for a screen reader."""
    return "\n".join(getattr(element, "text", "") for element in page.elements) if page else ""
