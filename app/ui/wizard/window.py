"""The wizard's window: the steps on the left, one page on the right, Back and Next below."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from app.ports.set_up import OfficeAddress, PrinterBench, Ready, SetUp, Stuck
from app.ui.running import Runs
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.page_card import PageCard
from app.ui.widgets.panel import row
from app.ui.wizard.code_page import CodePage
from app.ui.wizard.devices_page import DevicesPage
from app.ui.wizard.first_pages import KindPage, LanguagePage
from app.ui.wizard.operator_page import OperatorPage
from app.ui.wizard.page import WizardPage
from app.ui.wizard.presenter import Answers, Gap, WizardPresenter
from app.ui.wizard.programme_page import ProgrammePage
from app.ui.wizard.rail import Rail
from app.ui.wizard.shop_page import ShopPage
from app.ui.wizard.steps import Step
from app.ui.wizard.words import gap_words, hitch_words, step_words

SMALLEST = (1024, 700)


class WizardWindow(QMainWindow):
    """The view of WizardPresenter. `spoken(language)` is called when another language is chosen."""

    def __init__(
        self, set_up: SetUp, bench: PrinterBench, tasks: Runs, answers: Answers, spoken: Callable[[str], None]
    ) -> None:
        super().__init__()
        self.ready: Ready | None = None
        self._spoken = spoken
        self._step = Step.LANGUAGE
        self._steps: tuple[Step, ...] = (Step.LANGUAGE,)
        self._is_building = False
        self._build_pages(set_up, bench)
        self._build_frame()
        self.presenter = WizardPresenter(self, tasks, set_up, answers)
        self.presenter.begin()

    def show_step(self, step: Step, steps: tuple[Step, ...], answers: Answers) -> None:
        """This page comes to the front."""
        self._step, self._steps = step, steps
        page = self._pages[step]
        page.show_answers(answers)
        self._card.notice.dismiss()
        self._card.show_page(page)
        self._retranslate()
        page.begin()

    def show_office(self, office: OfficeAddress | None) -> None:
        """What the code says."""
        self._code.show_office(office)

    def show_gap(self, gap: Gap) -> None:
        """Something is missing here."""
        self._card.notice.tell(*gap_words(gap), Tone.WARN, stays=True)

    def show_building(self, *, is_building: bool) -> None:
        """The till is being made."""
        self._is_building = is_building
        self._card.set_pages_enabled(enabled=not is_building)
        self._card.next.setEnabled(not is_building)
        self._retranslate()
        if is_building:
            self._card.notice.tell(
                self.tr("The till is being set up …"), self.tr("This takes a few seconds. Esc gives it up."), stays=True
            )
            self.setFocus()
        else:
            self._card.notice.dismiss()
            self._pages[self._step].begin()

    def show_stuck(self, stuck: Stuck) -> None:
        """It did not work."""
        self._card.notice.tell(*hitch_words(stuck.hitch, stuck.detail), Tone.BAD, stays=True)

    def finish(self, ready: Ready) -> None:
        """The till is there: it opens when this window is gone."""
        self.ready = ready
        self.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Only what is seen can have the keyboard."""
        super().showEvent(event)
        self._pages[self._step].begin()

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
            for page in self._pages.values():
                page.retranslate()
            self._retranslate()
        super().changeEvent(event)

    def _build_pages(self, set_up: SetUp, bench: PrinterBench) -> None:
        self._code = CodePage()
        self._pages: dict[Step, WizardPage] = {
            Step.LANGUAGE: LanguagePage(),
            Step.KIND: KindPage(),
            Step.CODE: self._code,
            Step.SHOP: ShopPage(),
            Step.PROGRAMME: ProgrammePage(set_up.presets()),
            Step.DEVICES: DevicesPage(bench),
            Step.OPERATOR: OperatorPage(),
        }
        self._card = PageCard()
        self._card.back.clicked.connect(self._go_back)
        self._card.next.clicked.connect(self._go_on)
        for page in self._pages.values():
            page.changed.connect(self._changed)
            self._card.add_page(page)

    def _build_frame(self) -> None:
        screen = QWidget()
        screen.setObjectName("screen")
        screen.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self._rail = Rail()
        sides = row(screen, margin=Space.L, spacing=Space.L)
        sides.addWidget(self._rail)
        sides.addWidget(self._card, 1)
        self.setCentralWidget(screen)
        self.setMinimumSize(*SMALLEST)
        self.resize(1366, 768)

    def _go_on(self) -> None:
        self._take()
        self.presenter.next()

    def _go_back(self) -> None:
        self._take()
        self.presenter.back()

    def _changed(self) -> None:
        spoken = self.presenter.answers.language
        self._take()
        self._card.notice.dismiss()
        if self.presenter.answers.language != spoken:
            self._spoken(self.presenter.answers.language)

    def _take(self) -> None:
        self.presenter.change(self._pages[self._step].answers(self.presenter.answers))

    def _retranslate(self) -> None:
        _, headline, hint = step_words(self._step)
        self.setWindowTitle(self.tr("Set up this till"))
        self._card.set_words(headline, hint)
        self._rail.show_steps(self._steps, self._step)
        is_last = self._step is self._steps[-1]
        self._card.next.setText(self.tr("Set up the till") if is_last else self.tr("Next"))
        self._card.back.setText(self.tr("Give up") if self._is_building else self.tr("Back"))
        self._card.back.setVisible(self._is_building or self._step is not self._steps[0])
