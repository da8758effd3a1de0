"""Services that go back: the unused part of a pass or membership paid out, or a mistake undone as a whole."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused, Why
from app.domain.ledger import POINTS
from app.domain.member import MemberView
from app.domain.receipt.service import service_names
from app.domain.staff import Permission
from app.domain.value.facts import ServiceDeal
from app.ports.payment import PaymentDesk
from app.services.going_back import GoingBack
from app.services.use_cases import UseCases
from app.ui.approval.approver import Approver
from app.ui.benefits.words import kind_word
from app.ui.running import Runs
from app.ui.session import Session
from app.ui.theme.tokens import Tone
from app.ui.wallet.list_dialog import Choice, ListDialog
from app.ui.wallet.money_out import MoneyOut
from app.ui.wallet.tell import Tell, tell_refusal
from app.ui.widgets.amount import money

_MOST = 8


class ServiceTasks(QObject):
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
    ) -> None:
        super().__init__(host)
        self._host, self._use_cases, self._tasks, self._session = host, use_cases, tasks, session
        self._tell, self._changed = tell, changed
        self._approver = Approver(host, use_cases, tasks, session)
        self._out = MoneyOut(host, use_cases, tasks, session, tell, payments)

    def pay_back(self, view: MemberView) -> None:
        """The unused part of a pass or membership that was sold here."""

        def found(unused: Sequence[GoingBack]) -> None:
            if not unused:
                tell_refusal(self._tell, Refused(Why.SERVICE_NOTHING_UNUSED))
                return
            intro = self.tr("The part that was not used goes back, as the programme says.")
            choices = [Choice(self._told_back(each, self._name(each.deal))) for each in unused[:_MOST]]
            dialog = ListDialog(self._host, self.tr("Which pass or membership?"), intro, choices)
            dialog.chosen.connect(lambda index: self._pay_one_back(view, unused[index]))
            dialog.open()

        self._tasks.run(lambda: self._use_cases.pay_service_back.unused(view), found)

    def undo(self, view: MemberView) -> None:
        """One of the services had here, as if it had never been."""

        def found(deals: Sequence[GoingBack]) -> None:
            if not deals:
                tell_refusal(self._tell, Refused(Why.SERVICE_NOT_UNDONE))
                return
            intro = self.tr("As if it had never been: what it used up comes back, what it brought goes.")
            dialog = ListDialog(
                self._host,
                self.tr("Which service was a mistake?"),
                intro,
                [Choice(self._told_back(each, self._told(each.deal))) for each in deals[:_MOST]],
            )
            dialog.chosen.connect(lambda index: self._undo_one(view, deals[index]))
            dialog.open()

        self._tasks.run(lambda: self._use_cases.undo_service.undoable(view), found)

    def _name(self, deal: ServiceDeal) -> str:
        names = service_names(self._session.programme, deal.service, deal.about)
        return self._session.name(names) if names else deal.about

    def _told(self, deal: ServiceDeal) -> str:
        when = self._session.time_of(deal.origin.at)[5:16]
        return " · ".join([when, kind_word(deal.service), self._name(deal)])

    def _told_back(self, back: GoingBack, what: str) -> str:
        return f"{what} · {money(back.amount_minor)}" if back.deal.amount_minor else what

    def _with_kept(self, what: str, back: GoingBack) -> str:
        """What goes back, and what of it stays for coupons that are used."""
        if not back.kept_minor:
            return what
        kept = self.tr("{amount} kept for its used coupons").format(amount=money(back.kept_minor))
        return f"{what} · {kept}"

    def _pay_one_back(self, view: MemberView, unused: GoingBack) -> None:
        what = self.tr("Pay {amount} back: {name}").format(
            amount=money(unused.amount_minor), name=self._name(unused.deal)
        )
        pay = self._use_cases.pay_service_back
        self._out.ask(
            Permission.REFUND_VALUE,
            self._with_kept(what, unused),
            unused.amount_minor,
            lambda out, approval: self._post(lambda: pay(view, unused.deal.id, unused.amount_minor, out, approval)),
        )

    def _undo_one(self, view: MemberView, back: GoingBack) -> None:
        deal = back.deal
        undone = self.tr("Undo: {service} · {name}").format(service=kind_word(deal.service), name=self._name(deal))
        what = self._with_kept(undone, back)
        undo = self._use_cases.undo_service
        if back.amount_minor:
            self._out.ask(
                Permission.UNDO_SERVICE,
                what,
                back.amount_minor,
                lambda out, approval: self._post(lambda: undo(view, deal.id, out, approval)),
                deal.id,
            )
        else:
            self._approver.ask(
                Permission.UNDO_SERVICE,
                what,
                lambda approval: self._post(lambda: undo(view, deal.id, None, approval)),
            )

    def _post(self, work: Callable[[], ServiceDeal | Refused]) -> None:
        self._tasks.run(work, self._posted)

    def _posted(self, deal: ServiceDeal | Refused) -> None:
        if isinstance(deal, Refused):
            tell_refusal(self._tell, deal)
            return
        if deal.amount_minor:
            what = self.tr("Give the customer {amount}").format(amount=money(-deal.amount_minor))
            self._tell(what, self.tr("The slip is printing; have the customer sign it."), Tone.ACCENT)
            self._out.give_back(deal.id)
        else:
            points = sum(part.amount for part in deal.brought if part.unit == POINTS)
            back = self.tr("{points} points are back. The slip is printing.").format(points=f"{points:,}")
            what = self.tr("Undone: {name}").format(name=self._name(deal))
            self._tell(what, back if points else self.tr("The slip is printing."), Tone.ACCENT)
        self._changed()
