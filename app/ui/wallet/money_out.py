"""How money goes out of the till for value or a service: the way, the terminal's number, somebody's approval."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.ids import EventId
from app.domain.programme.model import TenderKind, TenderType
from app.domain.staff import Approval, Permission
from app.ports.payment import PaymentDesk
from app.services.refund_principal import PayOut
from app.services.use_cases import UseCases
from app.ui.approval.approver import Approver
from app.ui.payback.host import PaybackHost
from app.ui.running import Runs
from app.ui.session import Session
from app.ui.tender.reference_dialog import ReferenceDialog
from app.ui.wallet.list_dialog import Choice, ListDialog
from app.ui.wallet.tell import Tell


class MoneyOut(QObject):
    """Asked over the window of `host`; what a provider gives back goes there, where it came from."""

    def __init__(
        self,
        host: QWidget,
        use_cases: UseCases,
        tasks: Runs,
        session: Session,
        tell: Tell,
        payments: PaymentDesk,
    ) -> None:
        super().__init__(host)
        self._host, self._use_cases, self._tasks, self._session = host, use_cases, tasks, session
        self._approver = Approver(host, use_cases, tasks, session)
        self._paybacks = PaybackHost(host, payments, tasks, use_cases, session, tell)

    def ask(
        self,
        permission: Permission,
        what: str,
        amount_minor: int,
        then: Callable[[PayOut, Approval], None],
        undoes: EventId | None = None,
    ) -> None:
        """How, and who allows it. `undoes` is the deal that may have been paid for at a provider."""
        kinds = [kind for kind in self._session.programme.tender_kinds if kind.type is not TenderType.STORED_VALUE]

        def out_of(kind: TenderKind) -> None:
            if undoes and self._paybacks.flow.goes_there(kind.id):
                paid_by = self._use_cases.refund_principal.paid_by
                self._tasks.run(lambda: paid_by(undoes, kind.id), lambda reference: there(kind, reference))
            else:
                by_hand(kind)

        def there(kind: TenderKind, reference: str) -> None:
            if reference:
                approve(PayOut(kind.id, reference, at_provider=True))
            else:
                by_hand(kind)

        def by_hand(kind: TenderKind) -> None:
            if kind.asks_reference:
                dialog = ReferenceDialog(self._host, self._session.name(kind.names), amount_minor)
                dialog.decided.connect(lambda reference: approve(PayOut(kind.id, reference)))
                dialog.open()
            else:
                approve(PayOut(kind.id))

        def approve(out: PayOut) -> None:
            self._approver.ask(permission, what, lambda approval: then(out, approval))

        choices = [Choice(self._session.name(kind.names)) for kind in kinds]
        dialog = ListDialog(self._host, self.tr("How does the money go out?"), what, choices)
        dialog.chosen.connect(lambda index: out_of(kinds[index]))
        dialog.open()

    def give_back(self, about: EventId) -> None:
        """Have the provider give back what is owed there for this deal."""
        self._paybacks.flow.begin(about)
