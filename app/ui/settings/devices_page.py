"""Every device on one page: how it is, what to do, a button to try it; what else was found; what is heard now."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.ports.device_bench import PrinterTrial
from app.ports.payment import Answer
from app.ui.settings.conditions import condition_words
from app.ui.settings.device_facts import DeviceFacts
from app.ui.settings.device_row import DeviceRow
from app.ui.settings.found_card import FoundCard
from app.ui.settings.heard_card import HeardCard
from app.ui.settings.page import SettingsPage
from app.ui.settings.payment_words import trial_words
from app.ui.settings.presenter import Heard
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.panel import clear, column, rule

_LOOK_MS = 500


class DevicesPage(SettingsPage):
    """`tried(DeviceFacts)` and `opened(DeviceFacts)`; `looked` twice a second while the page is open."""

    tried = Signal(object)
    opened = Signal(object)
    looked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[DeviceFacts, ...] = ()
        self._card = self.add_card()
        self._notice = NoticeBar()
        self._rows = column(spacing=Space.S)
        self._card.fields.addWidget(self._notice)
        self._card.fields.addLayout(self._rows)
        self.heard, self.found = HeardCard(), FoundCard()
        self.put_card(self.heard)
        self.put_card(self.found)
        self.close_column()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.looked)
        self.retranslate()

    def show_devices(self, devices: Sequence[DeviceFacts]) -> None:
        """These, and no others; rows that say the same stay, with the keyboard on them."""
        if tuple(devices) != self._shown:
            self._shown = tuple(devices)
            self._fill()

    def show_heard(self, heard: Heard) -> None:
        """One more scan."""
        self.heard.show_heard(heard)

    def show_waiting(self, device: DeviceFacts) -> None:
        """It is to send something now."""
        what = self.tr("Scan or swipe something with: {device}").format(device=device.name)
        self._notice.tell(what, self.tr("It is shown below and sold nowhere."), stays=True)

    def show_answered(self, device: DeviceFacts) -> None:
        """It was heard."""
        remedy = self.tr("Compare what was read with what is printed on the code or card.")
        self._notice.tell(self.tr("{device}: heard").format(device=device.name), remedy, Tone.ACCENT, stays=True)

    def show_silent(self, device: DeviceFacts) -> None:
        """Nothing came."""
        remedy = self.tr(
            "Is it plugged in and lit? One that types must send Enter after each code; one on a cable needs the right "
            "port and baud under Set up."
        )
        self._notice.tell(
            self.tr("{device}: nothing was heard").format(device=device.name), remedy, Tone.WARN, stays=True
        )

    def show_trying(self) -> None:
        """Bytes are on their way to the printer."""
        self._notice.tell(self.tr("Trying the printer …"), "", Tone.PLAIN, stays=True)

    def show_trial(self, trial: PrinterTrial) -> None:
        """How that went."""
        what, remedy, tone = condition_words(trial.condition)
        self._notice.tell(what, f"{remedy} {trial.detail}".strip(), tone, stays=True)

    def show_payment_trying(self) -> None:
        """A cent is on its way."""
        self._notice.tell(self.tr("Taking 0.01 …"), self.tr("Pay it as a customer would."), stays=True)

    def show_payment_trial(self, answer: Answer) -> None:
        """How that went."""
        self._notice.tell(*trial_words(answer), stays=True)

    def show_pole_lit(self) -> None:
        """It shows a test."""
        remedy = self.tr("If it does not: is its cable in, does the port and the model under Set up fit?")
        self._notice.tell(self.tr("The display shows 88888.88 for some seconds"), remedy, Tone.ACCENT, stays=True)

    def show_customer_trial(self, *, is_there: bool) -> None:
        """Whether the customer's screen shows a test."""
        if is_there:
            remedy = self.tr("If it stands on the wrong screen: change the order of the screens in the system.")
            self._notice.tell(self.tr("The customer's screen shows 88.88 and a code"), remedy, Tone.ACCENT, stays=True)
        else:
            remedy = self.tr("Plug it in and switch it on; it is found by itself. Or show it in a window: Set up.")
            self._notice.tell(self.tr("There is no second screen"), remedy, Tone.WARN, stays=True)

    def show_trouble(self, detail: str) -> None:
        """A device could not even be asked."""
        self._notice.tell(self.tr("The device could not be asked"), detail, Tone.BAD, stays=True)

    def retranslate(self) -> None:
        """Every text again."""
        self._card.set_words(
            self.tr("Devices of this till"),
            self.tr("Try each once after it was set up. Any may be unplugged."),
        )
        self.heard.retranslate()
        self.found.retranslate()
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at once, and again and again."""
        super().showEvent(event)
        self.looked.emit()
        self._timer.start(_LOOK_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self._timer.stop()
        self._notice.dismiss()
        super().hideEvent(event)

    def _fill(self) -> None:
        clear(self._rows)
        last: QWidget = self
        for number, device in enumerate(self._shown):
            if number:
                self._rows.addWidget(rule())
            line = DeviceRow(device)
            line.tried.connect(lambda each=device: self.tried.emit(each))
            line.opened.connect(lambda each=device: self.opened.emit(each))
            self._rows.addWidget(line)
            last = line.follow(last)
