"""Text in the few sizes and tones the design knows."""

from collections.abc import Sequence
from enum import Enum
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.theme.fonts import text_font
from app.ui.theme.tokens import Tone, TypeSize

_LONGEST_PIECE = 24
_JOINER, _HARD_SPACE = "\u2060", "\u00a0"


class Role(Enum):
    """What a text is; its size and weight follow."""

    CAPTION = (TypeSize.CAPTION, False)
    BODY = (TypeSize.BODY, False)
    LABEL = (TypeSize.BODY, True)
    STRONG = (TypeSize.STRONG, True)
    TITLE = (TypeSize.TITLE, True)
    AMOUNT = (TypeSize.AMOUNT, True)
    HERO = (TypeSize.HERO, True)
    GIANT = (TypeSize.GIANT, True)


class Text(QLabel):
    """A label of one role and tone."""

    def __init__(
        self,
        text: str = "",
        role: Role = Role.BODY,
        tone: Tone = Tone.PLAIN,
        *,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        size, bold = role.value
        self.setFont(text_font(size, bold=bold))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setProperty("tone", tone.value)

    def set_tone(self, tone: Tone) -> None:
        """Change the colour."""
        if self.property("tone") == tone.value:
            return
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)


class ElidedText(Text):
    """One line that ends in … where the room is short, with the whole text as its tool tip."""

    def __init__(self, text: str = "", role: Role = Role.BODY, tone: Tone = Tone.PLAIN) -> None:
        super().__init__("", role, tone)
        self._full = text
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(40)
        self._show()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's spelling
        """Show `text`, shortened where need be."""
        self._full = text
        self._show()

    def resizeEvent(self, event: object) -> None:
        """Shorten again for the new width."""
        self._show()

    def _show(self) -> None:
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, max(self.width(), 40))
        super().setText(shown)
        # Escaped: a tool tip takes what looks like HTML for HTML, and a name may look like anything.
        self.setToolTip(f"<qt>{escape(self._full)}</qt>" if shown != self._full else "")


def unbroken(text: str) -> str:
    """`text` as one piece that a wrapping label does not break, unless it is longer than a line may be."""
    if len(text) > _LONGEST_PIECE:
        return text
    return _JOINER.join(text.replace(" ", _HARD_SPACE))


class FittingParts(ElidedText):
    """As many parts of one line as fit whole, and the first in any case."""

    _GAP = "  ·  "

    def __init__(self, role: Role = Role.BODY, tone: Tone = Tone.PLAIN) -> None:
        self._parts: tuple[str, ...] = ()
        super().__init__("", role, tone)

    def set_parts(self, parts: Sequence[str]) -> None:
        """Show these, the most important first."""
        if self._parts != tuple(parts):
            self._parts = tuple(parts)
            self._show()

    def _show(self) -> None:
        fitting = list(self._parts)
        while len(fitting) > 1 and self.fontMetrics().horizontalAdvance(self._GAP.join(fitting)) > self.width():
            fitting.pop()
        self._full = self._GAP.join(fitting)
        super()._show()
