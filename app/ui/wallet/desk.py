"""The wallet desk: everything that can be done with a wallet and its cards, as a short list."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.journal import Kind
from app.domain.ledger import PRINCIPAL
from app.domain.member import CardState
from app.domain.value.body import SERVICE_KINDS
from app.domain.value.facts import CardStep
from app.ports.head_office import HeadOffice
from app.ports.payment import PaymentDesk
from app.services.use_cases import UseCases
from app.services.view_member import MemberProfile
from app.ui.running import Runs
from app.ui.session import Session
from app.ui.theme.icons import Icon
from app.ui.wallet.card_tasks import CardTasks
from app.ui.wallet.complaint_tasks import ComplaintTasks
from app.ui.wallet.list_dialog import Choice, ListDialog
from app.ui.wallet.service_tasks import ServiceTasks
from app.ui.wallet.tell import Tell
from app.ui.wallet.value_tasks import ValueTasks

# One for each task, in their order: fingers learn them, so a task that cannot be done now keeps its own.
_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "-", "+")


class WalletDesk(QObject):
    """One task at a time, for the profile that is open. `changed` is told when something of it is another now."""

    def __init__(
        self,
        host: QWidget,
        use_cases: UseCases,
        tasks: Runs,
        session: Session,
        tell: Tell,
        changed: Callable[[], None],
        payments: PaymentDesk,
        office: HeadOffice,
    ) -> None:
        super().__init__(host)
        self._host, self._session = host, session
        self._value = ValueTasks(host, use_cases, tasks, session, tell, changed, payments, office)
        self._services = ServiceTasks(host, use_cases, tasks, session, tell, changed, payments)
        self._complaints = ComplaintTasks(host, use_cases, tasks, session, tell)
        self._cards = CardTasks(host, use_cases, tasks, session, tell, changed)

    def open(self, profile: MemberProfile) -> None:
        """Everything that can be done for this wallet now; a task has its key whatever else there is."""
        actions = self._actions(profile)
        title = self.tr("Card and stored value")
        dialog = ListDialog(self._host, title, "", [choice for choice, _ in actions])
        dialog.chosen.connect(lambda index: actions[index][1]())
        dialog.open()

    def _actions(self, profile: MemberProfile) -> Sequence[tuple[Choice, Callable[[], None]]]:
        view, value, cards = profile.view, self._value, self._cards
        active = [card for card in profile.cards if card.state is CardState.ACTIVE]
        resting = [card for card in profile.cards if card.state in {CardState.FROZEN, CardState.LOST}]
        top_ups = [deal for deal in profile.deals if deal.kind is Kind.TOP_UP]
        has_value, is_there = view.usable(PRINCIPAL) > 0, view.total(PRINCIPAL) > 0
        had_services = any(deal.kind in SERVICE_KINDS.values() for deal in profile.deals)
        has_sold = any(deal.kind in (Kind.PASS_SALE, Kind.MEMBERSHIP_SALE) for deal in profile.deals)
        offered: list[tuple[bool, Choice, Callable[[], None]]] = [
            (is_there, Choice(self.tr("Pay the balance out"), Icon.CASH), lambda: value.pay_out(view)),
            (bool(top_ups), Choice(self.tr("Undo a top-up"), Icon.REFUND), lambda: value.undo(view, top_ups)),
            (
                has_sold,
                Choice(self.tr("Pay a pass or membership back"), Icon.CASH),
                lambda: self._services.pay_back(view),
            ),
            (had_services, Choice(self.tr("Undo a service"), Icon.REFUND), lambda: self._services.undo(view)),
            (has_value, Choice(self.tr("Move value to another card"), Icon.WALLET), lambda: value.transfer(view)),
            (
                view.member is not None,
                Choice(self.tr("Complaints"), Icon.NOTE),
                lambda: self._complaints.open(view),
            ),
            (True, Choice(self.tr("Issue a card"), Icon.PLUS), lambda: cards.issue(view)),
            (
                self._session.programme.stored_value.pin_above_minor is not None,
                Choice(self.tr("Choose a PIN"), Icon.KEY),
                lambda: cards.choose_pin(view),
            ),
            (
                bool(active or resting),
                Choice(self.tr("Replace a card"), Icon.CARD),
                lambda: cards.pick((*active, *resting), lambda card: cards.replace(view, card)),
            ),
            (
                bool(active),
                Choice(self.tr("Report a card lost"), Icon.WARN),
                lambda: cards.pick(active, lambda card: cards.mark(view, card, CardStep.LOSE)),
            ),
            (
                bool(active),
                Choice(self.tr("Freeze a card"), Icon.LOCK),
                lambda: cards.pick(active, lambda card: cards.mark(view, card, CardStep.FREEZE)),
            ),
            (
                bool(resting),
                Choice(self.tr("Let a card be used again"), Icon.CHECK),
                lambda: cards.pick(resting, lambda card: cards.mark(view, card, CardStep.RELEASE)),
            ),
        ]
        keyed = zip(_KEYS, offered, strict=True)
        return [(replace(choice, key=key), action) for key, (is_offered, choice, action) in keyed if is_offered]
