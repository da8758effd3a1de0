"""Pages one at a time, as in a wizard: a headline and a notice above them, the ways back and on below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.panel import Card, row
from app.ui.widgets.text import Role, Text


class PageCard(Card):
    """`back` and `next` name Esc and Enter; the keys are the window's, for no page has the focus everywhere."""

    def __init__(self) -> None:
        super().__init__(margin=Space.XL, spacing=Space.L)
        self._headline, self._hint = Text("", Role.TITLE, wraps=True), Text("", Role.BODY, Tone.SOFT, wraps=True)
        self.notice = NoticeBar()
        self._stack = QStackedWidget()
        self.back = Button("", Kind.SECONDARY, icon=Icon.BACK, key="Esc", size=Size.LARGE)
        self.next = Button("", Kind.PRIMARY, key="Enter", size=Size.LARGE)
        for part in (self._headline, self._hint, self.notice):
            self.inside.addWidget(part)
        self.inside.addWidget(self._stack, 1)
        self.inside.addLayout(self._build_foot())

    def add_page(self, page: QWidget) -> None:
        """One more of them."""
        self._stack.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """This one is in front."""
        self._stack.setCurrentWidget(page)

    def set_pages_enabled(self, *, enabled: bool) -> None:
        """Nothing is typed while something is under way."""
        self._stack.setEnabled(enabled)

    def set_words(self, headline: str, hint: str) -> None:
        """What the page in front is about."""
        self._headline.setText(headline)
        self._hint.setText(hint)

    def _build_foot(self) -> QHBoxLayout:
        foot = row(spacing=Space.M)
        for button in (self.back, self.next):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setMinimumWidth(160)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.next)
        return foot
