"""The dialog to change one's own PIN: the current one, and the new one twice."""

from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused, Why
from app.domain.staff import Operator
from app.services.use_cases import UseCases
from app.ui.refusals import refusal_words
from app.ui.running import Runs
from app.ui.sign_on.pin_presenter import PinPresenter
from app.ui.widgets.button import Kind
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.pin_fields import PinFields

_WIDE = 720
_ABOUT_THE_CURRENT = {Why.PIN_WRONG, Why.PIN_LOCKED}


class PinDialog(Dialog):
    """`finished(True)` when the new PIN is kept."""

    def __init__(self, host: QWidget, tasks: Runs, use_cases: UseCases, operator: Operator) -> None:
        super().__init__(host, self.tr("Change your PIN"), width=_WIDE)
        self._presenter = PinPresenter(self, tasks, use_cases, operator)
        self.set_intro(operator.name)
        self._build()

    def show_busy(self, *, busy: bool) -> None:
        """Nothing is typed while it is checked."""
        self._pins.setEnabled(not busy)

    def show_refusal(self, refused: Refused) -> None:
        """Say why not, and begin again at the field it is about."""
        words = refusal_words(refused)
        self.tell(words.what, words.remedy)
        self._pins.begin_again(0 if refused.why in _ABOUT_THE_CURRENT else 1)

    def finish(self) -> None:
        """Done."""
        self.accept()

    def _build(self) -> None:
        captions = (self.tr("Current PIN"), self.tr("New PIN, four digits or more"), self.tr("The new PIN again"))
        self._pins = PinFields(captions)
        self._pins.filled.connect(lambda: self._presenter.change(*self._pins.texts()))
        self.body.addWidget(self._pins)
        self.add_cancel(self.tr("Cancel"))
        self.add_main(self.tr("Change PIN"), Kind.PRIMARY).clicked.connect(self._pins.enter)
        self.setFocusProxy(self._pins)
