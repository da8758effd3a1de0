"""Payments outside the till: which tender kinds a gateway takes, and a cent to try it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox

from app.ports.payment import Answer
from app.settings import PaymentSettings, ShopSettings
from app.ui.settings.edit_rows import EditRow, EditRows
from app.ui.settings.page import SettingsPage, choose_number, numbers_box
from app.ui.settings.payment_words import trial_words
from app.ui.widgets.button import Button, Kind
from app.ui.widgets.field import Labelled, TextField
from app.ui.widgets.notice import NoticeBar

_WAYS = ("terminal", "scanned_code", "shown_code")
_PORT = 9_200

# (id, name) of the tender kinds that are paid outside the till.
Tenders = Sequence[tuple[str, str]]


class PaymentRow(EditRow):
    """One gateway: for which tender, how the customer pays, where it listens, and a trial."""

    trial_wanted = Signal(object)

    def __init__(self, payment: PaymentSettings, tenders: Tenders) -> None:
        super().__init__()
        self._tender, self._way, self._host = QComboBox(), QComboBox(), TextField()
        self._port = numbers_box((_PORT,))
        self._port.setEditable(True)
        self._try = Button("", Kind.SECONDARY)
        self._try.clicked.connect(lambda: self.trial_wanted.emit(self.payment()))
        for way in _WAYS:
            self._way.addItem(way, way)
        self._way.setCurrentIndex(self._way.findData(payment.way))
        self._host.setText(payment.host)
        choose_number(self._port, payment.port)
        self._lay_out()
        self.show_tenders(tenders, payment.tender)
        self.retranslate()

    def payment(self) -> PaymentSettings:
        """What stands in the fields."""
        typed = self._port.currentText()
        port = int(typed) if typed.isdecimal() and 0 < int(typed) <= 65_535 else _PORT
        return PaymentSettings.model_validate(
            {
                "tender": self._tender.currentData() or "",
                "way": self._way.currentData(),
                "host": self._host.text().strip(),
                "port": port,
            }
        )

    def show_tenders(self, tenders: Tenders, chosen: str = "") -> None:
        """The tender kinds to choose from; one that the programme no longer has stays."""
        chosen = chosen or self._tender.currentData() or ""
        self._tender.clear()
        for id_, name in tenders:
            self._tender.addItem(name, id_)
        if chosen and self._tender.findData(chosen) < 0:
            self._tender.addItem(chosen, chosen)
        self._tender.setCurrentIndex(max(0, self._tender.findData(chosen)))

    def retranslate(self) -> None:
        """Every text again."""
        self._tender_label.set_caption(self.tr("Tender"))
        self._way_label.set_caption(self.tr("How the customer pays"))
        self._host_label.set_caption(self.tr("Address of the gateway"))
        self._port_label.set_caption(self.tr("Port"))
        self._try.setText(self.tr("Try with 0.01"))
        words = (self.tr("on a terminal"), self.tr("their phone is scanned"), self.tr("they scan our code"))
        for index, word in enumerate(words):
            self._way.setItemText(index, word)

    def _lay_out(self) -> None:
        self._tender_label, self._way_label = Labelled("", self._tender), Labelled("", self._way)
        self._host_label, self._port_label = Labelled("", self._host), Labelled("", self._port)
        self.line.addWidget(self._tender_label, 2)
        self.line.addWidget(self._way_label, 3)
        self.close_row()
        below = self.add_line()
        below.addWidget(self._host_label, 3)
        below.addWidget(self._port_label, 1)
        below.addWidget(self._try, alignment=Qt.AlignmentFlag.AlignBottom)


class PaymentsPage(SettingsPage):
    """The gateways of this till."""

    trial_wanted = Signal(object)

    def __init__(self, tenders: Tenders) -> None:
        super().__init__()
        self._tenders = tenders
        self._card = self.add_card()
        self._notice = NoticeBar()
        self._rows = EditRows[PaymentRow](lambda: self._row(PaymentSettings(tender="")))
        self._rows.foot.addStretch(1)
        self._card.fields.addWidget(self._notice)
        self._card.fields.addWidget(self._rows.widget)
        self.close_column()
        self.retranslate()

    def show_settings(self, settings: ShopSettings) -> None:
        """Put these into the fields."""
        self._rows.show_rows([self._row(payment) for payment in settings.payments])

    def changed(self, settings: ShopSettings) -> ShopSettings:
        """With the gateways; a tender kind has one, the last."""
        found = {line.payment().tender: line.payment() for line in self._rows.rows if line.payment().tender}
        return settings.model_copy(update={"payments": tuple(found.values())})

    def show_tenders(self, tenders: Tenders) -> None:
        """The tender kinds by their names in the language of the screens."""
        self._tenders = tenders
        for line in self._rows.rows:
            line.show_tenders(tenders)

    def show_trying(self) -> None:
        """A cent is on its way."""
        self._notice.tell(self.tr("Taking 0.01 …"), self.tr("Pay it as a customer would."), stays=True)

    def show_trial(self, answer: Answer) -> None:
        """How it went."""
        what, remedy, tone = trial_words(answer)
        self._notice.tell(what, remedy or self.tr("Save to use it."), tone, stays=True)

    def retranslate(self) -> None:
        """Every text again."""
        self._card.set_words(
            self.tr("Payments outside the till"),
            self.tr("A tender with a gateway is taken by it. For any other the cashier types the reference."),
        )
        self._rows.set_words(
            self.tr("None: the cashier types every reference."), self.tr("Add a gateway"), self.tr("Remove")
        )

    def _row(self, payment: PaymentSettings) -> PaymentRow:
        made = PaymentRow(payment, self._tenders)
        made.trial_wanted.connect(self.trial_wanted)
        return made
