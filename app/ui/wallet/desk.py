"""The wallet desk: what is asked step by step before value leaves a wallet or a card changes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused
from app.domain.ids import EventId
from app.domain.journal import Kind
from app.domain.lease import Take
from app.domain.ledger import BONUS, PRINCIPAL
from app.domain.member import Card, CardState, MemberView
from app.domain.programme.model import TenderKind, TenderType
from app.domain.staff import Approval, Permission
from app.domain.value.facts import CardStep, PrincipalRefund, Transfer
from app.ports.store import DealSummary
from app.services.change_card import permission_for
from app.services.look_up import Found
from app.services.refund_principal import PayOut
from app.services.use_cases import UseCases
from app.services.view_member import MemberProfile
from app.ui.approval.approver import Approver
from app.ui.members.words import card_state, card_text
from app.ui.refusals import refusal_words
from app.ui.running import Runs
from app.ui.session import Session
from app.ui.tender.reference_dialog import ReferenceDialog
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Tone
from app.ui.wallet.amount_dialog import AmountDialog
from app.ui.wallet.card_dialog import CardDialog
from app.ui.wallet.list_dialog import Choice, ListDialog
from app.ui.widgets.amount import money

Tell = Callable[[str, str, Tone], None]


class WalletDesk(QObject):
    """One task at a time, for the profile that is open. `changed` is told when something of it is another now."""

    def __init__(
        self, host: QWidget, use_cases: UseCases, tasks: Runs, session: Session, tell: Tell, changed: Callable[[], None]
    ) -> None:
        super().__init__(host)
        self._host, self._use_cases, self._tasks, self._session = host, use_cases, tasks, session
        self._tell, self._changed = tell, changed
        self._approver = Approver(host, use_cases, tasks, session)

    def open(self, profile: MemberProfile) -> None:
        """Everything that can be done for this wallet now."""
        actions = self._actions(profile)
        title = self.tr("Card and stored value")
        dialog = ListDialog(self._host, title, "", [choice for choice, _ in actions])
        dialog.chosen.connect(lambda index: actions[index][1]())
        dialog.open()

    def _actions(self, profile: MemberProfile) -> Sequence[tuple[Choice, Callable[[], None]]]:
        view = profile.view
        active = [card for card in profile.cards if card.state is CardState.ACTIVE]
        resting = [card for card in profile.cards if card.state in {CardState.FROZEN, CardState.LOST}]
        top_ups = [deal for deal in profile.deals if deal.kind is Kind.TOP_UP]
        has_value = view.usable(PRINCIPAL) > 0
        offered: list[tuple[bool, Choice, Callable[[], None]]] = [
            (has_value, Choice(self.tr("Pay the balance out"), Icon.CASH), lambda: self._ask_pay_out(view)),
            (bool(top_ups), Choice(self.tr("Undo a top-up"), Icon.REFUND), lambda: self._ask_undo(view, top_ups)),
            (has_value, Choice(self.tr("Move value to another card"), Icon.WALLET), lambda: self._ask_transfer(view)),
            (True, Choice(self.tr("Issue a card"), Icon.PLUS), lambda: self._ask_issue(view)),
            (
                bool(active or resting),
                Choice(self.tr("Replace a card"), Icon.CARD),
                lambda: self._pick_card((*active, *resting), lambda card: self._ask_replace(view, card)),
            ),
            (
                bool(active),
                Choice(self.tr("Report a card lost"), Icon.WARN),
                lambda: self._pick_card(active, lambda card: self._mark(view, card, CardStep.LOSE)),
            ),
            (
                bool(active),
                Choice(self.tr("Freeze a card"), Icon.LOCK),
                lambda: self._pick_card(active, lambda card: self._mark(view, card, CardStep.FREEZE)),
            ),
            (
                bool(resting),
                Choice(self.tr("Let a card be used again"), Icon.CHECK),
                lambda: self._pick_card(resting, lambda card: self._mark(view, card, CardStep.RELEASE)),
            ),
        ]
        return [(choice, action) for is_offered, choice, action in offered if is_offered]

    # --- pay out and undo

    def _ask_pay_out(self, view: MemberView) -> None:
        elsewhere = view.holdings[PRINCIPAL].elsewhere if PRINCIPAL in view.holdings else 0
        law = self.tr("What is left of the principal goes back; by law within 7 days of asking, and here at once.")
        away = self.tr("{amount} more lies at head office or other tills.").format(amount=money(elsewhere))
        intro = f"{law} {away}" if elsewhere else law
        dialog = AmountDialog(self._host, self.tr("Pay the balance out"), intro, view.usable(PRINCIPAL))
        dialog.entered.connect(lambda amount: self._preview(view, amount))
        dialog.open()

    def _preview(self, view: MemberView, amount_minor: int) -> None:
        def shown(taken: tuple[Take, ...] | Refused) -> None:
            if isinstance(taken, Refused):
                self._refuse(taken)
                return
            bonus = sum(part.amount for part in taken if part.unit == BONUS)
            words = self.tr("Pay {amount} out; {bonus} of bonus is taken back")
            what = words.format(amount=money(amount_minor), bonus=money(bonus))
            self._ask_out(
                what,
                amount_minor,
                lambda out, approval: self._post(
                    lambda: self._use_cases.refund_principal(view, amount_minor, out, approval)
                ),
            )

        self._tasks.run(lambda: self._use_cases.refund_principal.preview(view, amount_minor), shown)

    def _ask_undo(self, view: MemberView, top_ups: Sequence[DealSummary]) -> None:
        choices = [
            Choice(f"{self._session.time_of(deal.at)[5:16]} · {money(deal.amount_minor)} · {deal.receipt_number}")
            for deal in top_ups[:8]
        ]
        intro = self.tr("As if it had never been: everything it brought goes back. Nothing of it may have been spent.")
        dialog = ListDialog(self._host, self.tr("Which top-up?"), intro, choices)
        dialog.chosen.connect(lambda index: self._undo(view, top_ups[index]))
        dialog.open()

    def _undo(self, view: MemberView, deal: DealSummary) -> None:
        what = self.tr("Undo the top-up of {amount}").format(amount=money(deal.amount_minor))
        deal_id: EventId = deal.id
        self._ask_out(
            what,
            deal.amount_minor,
            lambda out, approval: self._post(
                lambda: self._use_cases.refund_principal.undo(view, deal_id, out, approval)
            ),
        )

    def _ask_out(self, what: str, amount_minor: int, then: Callable[[PayOut, Approval], None]) -> None:
        kinds = [kind for kind in self._session.programme.tender_kinds if kind.type is not TenderType.STORED_VALUE]

        def out_of(kind: TenderKind) -> None:
            if kind.asks_reference:
                dialog = ReferenceDialog(self._host, self._session.name(kind.names), amount_minor)
                dialog.decided.connect(lambda reference: approve(PayOut(kind.id, reference)))
                dialog.open()
            else:
                approve(PayOut(kind.id))

        def approve(out: PayOut) -> None:
            self._approver.ask(Permission.REFUND_VALUE, what, lambda approval: then(out, approval))

        choices = [Choice(self._session.name(kind.names)) for kind in kinds]
        dialog = ListDialog(self._host, self.tr("How does the money go out?"), what, choices)
        dialog.chosen.connect(lambda index: out_of(kinds[index]))
        dialog.open()

    # --- transfer

    def _ask_transfer(self, view: MemberView) -> None:
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
            words = refusal_words(found) if isinstance(found, Refused) else None
            what = words.what if words else self.tr("That is no card")
            self._tell(what, words.remedy if words else "", Tone.BAD)
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

    # --- cards

    def _pick_card(self, cards: Sequence[Card], then: Callable[[Card], None]) -> None:
        if len(cards) == 1:
            then(cards[0])
            return
        choices = [Choice(f"{card_text(card.number)} · {card_state(card.state)[0]}") for card in cards]
        dialog = ListDialog(self._host, self.tr("Which card?"), "", choices)
        dialog.chosen.connect(lambda index: then(cards[index]))
        dialog.open()

    def _ask_issue(self, view: MemberView) -> None:
        dialog = CardDialog(
            self._host, self.tr("Issue a card"), self.tr("Swipe or scan the new card; it opens the same wallet.")
        )
        dialog.read.connect(
            lambda text: self._change(
                CardStep.ISSUE,
                self.tr("Issue card {card}").format(card=text[-4:]),
                lambda approval: self._use_cases.change_card.issue(view, text, approval),
            )
        )
        dialog.open()

    def _ask_replace(self, view: MemberView, old: Card) -> None:
        title = self.tr("Replace card {card}").format(card=card_text(old.number))
        intro = self.tr("Swipe or scan the new card. The old one opens nothing from then on; the value stays.")
        dialog = CardDialog(self._host, title, intro)
        dialog.read.connect(
            lambda text: self._change(
                CardStep.REPLACE,
                title,
                lambda approval: self._use_cases.change_card.replace(view, old.number, text, approval),
            )
        )
        dialog.open()

    def _mark(self, view: MemberView, card: Card, step: CardStep) -> None:
        words = {
            CardStep.LOSE: self.tr("Report card {card} lost"),
            CardStep.FREEZE: self.tr("Freeze card {card}"),
            CardStep.RELEASE: self.tr("Let card {card} be used again"),
        }
        self._change(
            step,
            words[step].format(card=card_text(card.number)),
            lambda approval: self._use_cases.change_card.mark(view, card.number, step, approval),
        )

    def _change(self, step: CardStep, what: str, work: Callable[[Approval], Card | Refused]) -> None:
        def changed(outcome: Card | Refused) -> None:
            if isinstance(outcome, Refused):
                self._refuse(outcome)
                return
            state = card_state(outcome.state)[0]
            done = self.tr("Card {card}: {state}").format(card=card_text(outcome.number), state=state)
            self._tell(done, "", Tone.ACCENT)
            self._changed()

        self._approver.ask(
            permission_for(step),
            what,
            lambda approval: self._tasks.run(lambda: work(approval), changed),
            needs_reason=False,
        )

    # --- what came of it

    def _post(self, work: Callable[[], PrincipalRefund | Transfer | Refused]) -> None:
        self._tasks.run(work, self._posted)

    def _posted(self, outcome: PrincipalRefund | Transfer | Refused) -> None:
        match outcome:
            case Refused():
                self._refuse(outcome)
                return
            case PrincipalRefund():
                kind = self._session.programme.tender_kind(outcome.tender.kind)
                name = self._session.name(kind.names) if kind else outcome.tender.kind
                what = self.tr("Give the customer {amount}: {name}").format(
                    amount=money(outcome.amount_minor), name=name
                )
                self._tell(what, self.tr("The slip is printing; have the customer sign it."), Tone.ACCENT)
            case Transfer():
                what = self.tr("{amount} was moved").format(amount=money(outcome.amount_minor))
                self._tell(what, self.tr("The slip is printing; have the customer sign it."), Tone.ACCENT)
        self._changed()

    def _refuse(self, refused: Refused) -> None:
        words = refusal_words(refused)
        self._tell(words.what, words.remedy, Tone.BAD)
