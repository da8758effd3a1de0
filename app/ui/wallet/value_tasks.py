"""Value that leaves a wallet: paid out, undone, moved to another card; asked step by step."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused
from app.domain.lease import Take
from app.domain.ledger import BONUS, PRINCIPAL
from app.domain.member import MemberView
from app.domain.staff import Approval, Permission
from app.domain.value.facts import PrincipalRefund, Transfer
from app.ports.head_office import HeadOffice
from app.ports.payment import PaymentDesk
from app.ports.store import DealSummary
from app.services.look_up import Found
from app.services.use_cases import UseCases
from app.ui.approval.approver import Approver
from app.ui.running import Runs
from app.ui.session import Session
from app.ui.tender.asking_host import desk_over
from app.ui.theme.tokens import Tone
from app.ui.wallet.amount_dialog import AmountDialog
from app.ui.wallet.card_dialog import CardDialog
from app.ui.wallet.list_dialog import Choice, ListDialog
from app.ui.wallet.money_out import MoneyOut
from app.ui.wallet.tell import Tell, tell_refusal
from app.ui.widgets.amount import money


class ValueTasks(QObject):
    """`changed` is told when the wallet holds something else."""

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
        self._host, self._use_cases, self._tasks, self._session = host, use_cases, tasks, session
        self._tell, self._changed = tell, changed
        self._approver = Approver(host, use_cases, tasks, session)
        self._desk = desk_over(host, office, session)
        self._out = MoneyOut(host, use_cases, tasks, session, tell, payments)

    def pay_out(self, view: MemberView) -> None:
        """Principal as money, the bonus taken back by rule; what lies elsewhere is asked for first."""
        elsewhere = _elsewhere(view)
        if not elsewhere or not self._desk.can_ask():
            self._ask_amount(view)
            return
        again = self._use_cases.view_member.again
        self._desk.ask(
            view.wallet,
            elsewhere,
            lambda _: self._tasks.run(lambda: again(view), self._ask_amount),
            (PRINCIPAL,),
        )

    def _ask_amount(self, view: MemberView) -> None:
        elsewhere = _elsewhere(view)
        law = self.tr("What is left of the principal goes back; by law within 7 days of asking, and here at once.")
        away = self.tr("{amount} more lies at head office or other tills.").format(amount=money(elsewhere))
        intro = f"{law} {away}" if elsewhere else law
        dialog = AmountDialog(self._host, self.tr("Pay the balance out"), intro, view.usable(PRINCIPAL))
        dialog.entered.connect(lambda amount: self._preview(view, amount))
        dialog.open()

    def _preview(self, view: MemberView, amount_minor: int) -> None:
        def shown(taken: tuple[Take, ...] | Refused) -> None:
            if isinstance(taken, Refused):
                tell_refusal(self._tell, taken)
                return
            bonus = sum(part.amount for part in taken if part.unit == BONUS)
            words = self.tr("Pay {amount} out; {bonus} of bonus is taken back")
            what = words.format(amount=money(amount_minor), bonus=money(bonus))
            self._out.ask(
                Permission.REFUND_VALUE,
                what,
                amount_minor,
                lambda out, approval: self._post(
                    lambda: self._use_cases.refund_principal(view, amount_minor, out, approval)
                ),
            )

        self._tasks.run(lambda: self._use_cases.refund_principal.preview(view, amount_minor), shown)

    def undo(self, view: MemberView, top_ups: Sequence[DealSummary]) -> None:
        """One of these top-ups, as if it had never been."""
        choices = [
            Choice(f"{self._session.time_of(deal.at)[5:16]} · {money(deal.amount_minor)} · {deal.receipt_number}")
            for deal in top_ups[:8]
        ]
        intro = self.tr("As if it had never been: everything it brought goes back. Nothing of it may have been spent.")
        dialog = ListDialog(self._host, self.tr("Which top-up?"), intro, choices)
        dialog.chosen.connect(lambda index: self._undo_one(view, top_ups[index]))
        dialog.open()

    def _undo_one(self, view: MemberView, deal: DealSummary) -> None:
        what = self.tr("Undo the top-up of {amount}").format(amount=money(deal.amount_minor))
        self._out.ask(
            Permission.REFUND_VALUE,
            what,
            deal.amount_minor,
            lambda out, approval: self._post(
                lambda: self._use_cases.refund_principal.undo(view, deal.id, out, approval)
            ),
            deal.id,
        )

    def transfer(self, view: MemberView) -> None:
        """To another card."""
        most = view.usable(PRINCIPAL) + view.usable(BONUS)
        intro = self.tr("Principal and bonus move alike, and keep their dates.")
        dialog = AmountDialog(self._host, self.tr("Move value to another card"), intro, most)
        dialog.entered.connect(lambda amount: self._ask_target(view, amount))
        dialog.open()

    def _ask_target(self, view: MemberView, amount_minor: int) -> None:
        dialog = CardDialog(
            self._host,
            self.tr("To which card? {amount}").format(amount=money(amount_minor)),
            self.tr("Swipe, scan or type the card that is to hold it."),
        )
        dialog.read.connect(
            lambda text: self._tasks.run(
                lambda: self._use_cases.look_up(text), lambda found: self._target_found(view, amount_minor, found)
            )
        )
        dialog.open()

    def _target_found(self, view: MemberView, amount_minor: int, found: Found) -> None:
        if not isinstance(found, MemberView):
            if isinstance(found, Refused):
                tell_refusal(self._tell, found)
            else:
                self._tell(self.tr("That is no card"), "", Tone.BAD)
            return
        name = found.member.name if found.member else self.tr("a card without a name")
        what = self.tr("Move {amount} to {name}").format(amount=money(amount_minor), name=name)

        def post(approval: Approval | None) -> None:
            operator = self._session.signed_on()
            self._post(lambda: self._use_cases.transfer_value(operator, view, found, amount_minor, approval))

        def decide(needs_approval: bool) -> None:
            if needs_approval:
                self._approver.ask(Permission.TRANSFER_VALUE, what, post, needs_reason=False)
                return
            dialog = ListDialog(
                self._host, what, self.tr("It cannot be taken back by itself."), [Choice(self.tr("Move it"))]
            )
            dialog.chosen.connect(lambda _: post(None))
            dialog.open()

        self._tasks.run(lambda: self._use_cases.transfer_value.needs_approval(amount_minor), decide)

    def _post(self, work: Callable[[], PrincipalRefund | Transfer | Refused]) -> None:
        self._tasks.run(work, self._posted)

    def _posted(self, outcome: PrincipalRefund | Transfer | Refused) -> None:
        match outcome:
            case Refused():
                tell_refusal(self._tell, outcome)
                return
            case PrincipalRefund():
                kind = self._session.programme.tender_kind(outcome.tender.kind)
                name = self._session.name(kind.names) if kind else outcome.tender.kind
                what = self.tr("Give the customer {amount}: {name}").format(
                    amount=money(outcome.amount_minor), name=name
                )
                self._tell(what, self.tr("The slip is printing; have the customer sign it."), Tone.ACCENT)
                self._out.give_back(outcome.id)
            case Transfer():
                what = self.tr("{amount} was moved").format(amount=money(outcome.amount_minor))
                self._tell(what, self.tr("The slip is printing; have the customer sign it."), Tone.ACCENT)
        self._changed()


def _elsewhere(view: MemberView) -> int:
    """Principal that is not at this till (minor units)."""
    return view.holdings[PRINCIPAL].elsewhere if PRINCIPAL in view.holdings else 0
