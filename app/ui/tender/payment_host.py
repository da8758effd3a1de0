"""Payments outside the till on any screen that takes money: the dialog, and the manager's word where nobody answers."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused
from app.domain.payment import Closing
from app.domain.staff import Permission
from app.ports.payment import PaymentDesk
from app.services.use_cases import UseCases
from app.ui.approval.approver import Approver
from app.ui.relay import Relay
from app.ui.running import Runs
from app.ui.session import Session
from app.ui.tender.payment_dialog import PaymentDialog
from app.ui.tender.payment_flow import PaymentFlow, PaymentState
from app.ui.widgets.amount import money


class PaymentHost(QObject):
    """The view of PaymentFlow over the window of `host`; `changed` carries the state, None where there is none."""

    changed = Signal(object)

    def __init__(
        self,
        host: QWidget,
        desk: PaymentDesk,
        tasks: Runs,
        use_cases: UseCases,
        session: Session,
        refuse: Callable[[Refused], None],
    ) -> None:
        super().__init__(host)
        self._host, self._session, self._refuse = host, session, refuse
        self._approver = Approver(host, use_cases, tasks, session)
        self._dialog: PaymentDialog | None = None
        self._what = ""
        self.flow = PaymentFlow(self, desk, tasks, Relay(self), use_cases.take_payment, session)

    def show_payment(self, state: PaymentState) -> None:
        """Where it stands."""
        dialog = self._dialog or self._make()
        kind = self._session.programme.tender_kind(state.tender)
        name = self._session.name(kind.names) if kind else state.tender
        self._what = self.tr("{tender}: {amount}").format(tender=name, amount=money(state.amount_minor))
        dialog.show_state(state, self._what)
        if not dialog.is_open:
            dialog.open()
        self.changed.emit(state)

    def hide_payment(self) -> None:
        """It is settled, or left for later."""
        dialog, self._dialog = self._dialog, None
        if dialog:
            dialog.accept()
        self.changed.emit(None)

    def show_refusal(self, refused: Refused) -> None:
        """Say why not, on the screen."""
        self._refuse(refused)

    def _make(self) -> PaymentDialog:
        dialog = self._dialog = PaymentDialog(self._host)
        dialog.stopped.connect(self.flow.stop)
        dialog.asked_again.connect(self.flow.ask_again)
        dialog.used.connect(self.flow.use)
        dialog.back_wanted.connect(self.flow.give_back)
        dialog.code_read.connect(self.flow.take_code)
        dialog.closing_wanted.connect(self._ask_closing)
        return dialog

    def _ask_closing(self, how: Closing) -> None:
        words = {
            Closing.PAID: self.tr("{payment} was paid"),
            Closing.NOT_PAID: self.tr("{payment} was not paid"),
            Closing.GIVEN_BACK: self.tr("{payment} was paid back another way"),
        }
        what = words[how].format(payment=self._what)
        self._approver.ask(Permission.CLOSE_PAYMENT, what, lambda approval: self.flow.close(how, approval))
