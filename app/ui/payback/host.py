"""Paybacks on any screen that refunds: the dialog, and the manager's word where a provider cannot."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused
from app.domain.payback import Payback
from app.domain.staff import Permission
from app.ports.payment import PaymentDesk
from app.services.use_cases import UseCases
from app.ui.approval.approver import Approver
from app.ui.payback.dialog import PaybackDialog
from app.ui.payback.flow import PaybackFlow, PaybackState
from app.ui.refusals import refusal_words
from app.ui.relay import Relay
from app.ui.running import Runs
from app.ui.session import Session
from app.ui.theme.tokens import Tone
from app.ui.widgets.amount import money

Tell = Callable[[str, str, Tone], None]


class PaybackHost(QObject):
    """The view of PaybackFlow over the window of `host`."""

    def __init__(
        self, host: QWidget, desk: PaymentDesk, tasks: Runs, use_cases: UseCases, session: Session, tell: Tell
    ) -> None:
        super().__init__(host)
        self._host, self._session, self._tell = host, session, tell
        self._approver = Approver(host, use_cases, tasks, session)
        self._dialog: PaybackDialog | None = None
        self._what = ""
        self.flow = PaybackFlow(self, desk, tasks, Relay(self), use_cases.pay_back)

    def show_payback(self, state: PaybackState) -> None:
        """Where it stands."""
        dialog = self._dialog or self._make()
        self._what = self._words(state.payback)
        dialog.show_state(state, self._what)
        if not dialog.is_open:
            dialog.open()

    def hide_payback(self) -> None:
        """There is none to speak of."""
        dialog, self._dialog = self._dialog, None
        if dialog:
            dialog.accept()

    def show_back(self, payback: Payback) -> None:
        """The customer has it."""
        self._tell(self._words(payback), self.tr("The customer has it: the provider has confirmed."), Tone.ACCENT)

    def show_refusal(self, refused: Refused) -> None:
        """Say why not."""
        words = refusal_words(refused)
        self._tell(words.what, words.remedy, Tone.BAD)

    def _make(self) -> PaybackDialog:
        dialog = self._dialog = PaybackDialog(self._host)
        dialog.left_for_later.connect(self.flow.later)
        dialog.tried_again.connect(self.flow.try_again)
        dialog.closing_wanted.connect(self._ask_closing)
        return dialog

    def _ask_closing(self) -> None:
        what = self.tr("{payback}: the customer has it another way").format(payback=self._what)
        self._approver.ask(Permission.CLOSE_PAYMENT, what, self.flow.close)

    def _words(self, payback: Payback) -> str:
        kind = self._session.programme.tender_kind(payback.tender)
        name = self._session.name(kind.names) if kind else payback.tender
        return self.tr("{tender}: {amount} back").format(tender=name, amount=money(payback.amount_minor))
