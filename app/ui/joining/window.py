"""The window in which a shop joins a chain, while its till is closed. It is closed to open the till again."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from app.ports.hand_over import HandsOver, Progress, Snag, Stage
from app.ports.set_up import OfficeAddress, Ready, Stuck
from app.ui.joining.presenter import JoiningPresenter, Lack, Page
from app.ui.joining.way import Way
from app.ui.joining.words import lack_words, page_words, stuck_words
from app.ui.running import Runs
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.page_card import PageCard
from app.ui.widgets.panel import column, row
from app.ui.widgets.text import Role, Text
from app.ui.wizard.code_page import CodePage
from app.ui.wizard.presenter import Answers

SMALLEST = (1024, 700)
_WIDEST = 860


class JoiningWindow(QMainWindow):
    """The view of JoiningPresenter."""

    _came_on = Signal(object)

    def __init__(self, shop: HandsOver, tasks: Runs) -> None:
        super().__init__()
        self._build_pages()
        self._build_frame()
        # Told on another thread, shown on this one.
        self._came_on.connect(self.show_progress, Qt.ConnectionType.QueuedConnection)
        self.presenter = JoiningPresenter(self, tasks, shop, self._came_on.emit)
        self.show_page(Page.CODE)

    def show_filled(self, *, full: bool) -> None:
        """Take the whole screen, as the till does."""
        if full:
            self.showFullScreen()
        else:
            self.showMaximized()

    def show_page(self, page: Page) -> None:
        """This page comes to the front."""
        self._page = page
        self._card.notice.dismiss()
        self._card.back.setEnabled(True)
        self._card.show_page(self._pages[page])
        if page is Page.UNDER_WAY:
            self._way.show_progress(Progress(Stage.BRINGING))
        self._retranslate()
        self._take_keys()

    def show_office(self, office: OfficeAddress | None) -> None:
        """What the code says."""
        self._code.show_office(office)

    def show_lack(self, lack: Lack) -> None:
        """Something is missing here."""
        self._card.notice.tell(*lack_words(lack), Tone.WARN, stays=True)

    def show_progress(self, progress: Progress) -> None:
        """How far it is."""
        self._way.show_progress(progress)

    def show_stopping(self) -> None:
        """It is broken off in a moment."""
        self._card.back.setEnabled(False)
        self._card.notice.tell(self.tr("It is being broken off …"), self.tr("Nothing is changed by that."), stays=True)

    def show_stuck(self, stuck: Stuck | Snag) -> None:
        """It did not work."""
        tone = Tone.WARN if stuck is Snag.GIVEN_UP else Tone.BAD
        self._card.notice.tell(*stuck_words(stuck), tone, stays=True)

    def show_joined(self, ready: Ready) -> None:
        """The shop belongs to the chain."""
        self._joined.setText(self.tr("Till {till} of {shop}").format(till=ready.till, shop=ready.shop or "–"))
        self._key.setText(self.tr("This till's key: {key}. Head office lists the same.").format(key=ready.fingerprint))

    def leave(self) -> None:
        """The till opens again."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Not in the middle of it: it is broken off first."""
        if self.presenter.page is Page.UNDER_WAY:
            self.presenter.go_back()
            event.ignore()
        else:
            event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Only what is seen can have the keyboard."""
        super().showEvent(event)
        self._take_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc goes back."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._card.next.click()
        elif event.key() == Qt.Key.Key_Escape:
            self._card.back.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._code.retranslate()
            self._way.retranslate()
            self._retranslate()
        super().changeEvent(event)

    def _build_pages(self) -> None:
        self._page = Page.CODE
        self._code, self._way, done = CodePage(), Way(), QWidget()
        self._joined, self._key = Text("", Role.TITLE, wraps=True), Text("", Role.BODY, Tone.SOFT, wraps=True)
        inside = column(done, spacing=Space.M)
        inside.addWidget(self._joined)
        inside.addWidget(self._key)
        inside.addStretch(1)
        self._pages: dict[Page, QWidget] = {Page.CODE: self._code, Page.UNDER_WAY: self._way, Page.JOINED: done}
        self._card = PageCard()
        self._card.setMaximumWidth(_WIDEST)
        self._card.back.clicked.connect(self._go_back)
        self._card.next.clicked.connect(self._go_on)
        for page in self._pages.values():
            self._card.add_page(page)
        self._code.changed.connect(self._changed)

    def _build_frame(self) -> None:
        screen = QWidget()
        screen.setObjectName("screen")
        screen.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        middle = row(screen, margin=Space.L)
        middle.addStretch(1)
        middle.addWidget(self._card, 100)
        middle.addStretch(1)
        self.setCentralWidget(screen)
        self.setMinimumSize(*SMALLEST)
        self.resize(1366, 768)

    def _take_keys(self) -> None:
        if self._page is Page.CODE:
            self._code.begin()
        else:
            self.setFocus()

    def _changed(self) -> None:
        self._card.notice.dismiss()
        self._take()

    def _take(self) -> None:
        told = self._code.answers(Answers())
        self.presenter.change(told.code, is_compared=told.is_compared)

    def _go_on(self) -> None:
        self._take()
        self.presenter.go_on()

    def _go_back(self) -> None:
        self.presenter.go_back()

    def _retranslate(self) -> None:
        headline, hint = page_words(self._page)
        self.setWindowTitle(headline)
        self._card.set_words(headline, hint)
        is_under_way, is_done = self._page is Page.UNDER_WAY, self._page is Page.JOINED
        self._card.back.setText(self.tr("Break it off") if is_under_way else self.tr("Open the till as it is"))
        self._card.back.setVisible(not is_done)
        self._card.next.setText(self.tr("Open the till") if is_done else self.tr("Join"))
        self._card.next.setVisible(not is_under_way)
