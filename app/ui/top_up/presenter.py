"""Top-up: choose an amount, see what the card will hold, take the money, post it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.errors import Refused, Why
from app.domain.ledger import BONUS, POINTS, PRINCIPAL
from app.domain.member import MemberView
from app.domain.payment import Payment
from app.domain.programme.model import TenderKind, TenderType
from app.domain.programme.top_up import TopUpQuote
from app.domain.receipt.page import Page
from app.domain.tender import Settlement, Tendered, quick_amounts, settle
from app.domain.value.facts import TopUp
from app.ports.store import SlipKind
from app.services.top_up_card import TopUpRequest
from app.services.use_cases import UseCases
from app.ui.running import Runs
from app.ui.session import Session
from app.ui.tender.payment_flow import PaymentFlow
from app.ui.tender.state import TakenTender, TenderOption, TenderState

# What people round a top-up to where the programme has no offer of its own (minor units).
_USUAL = (10_000, 20_000, 30_000, 50_000, 100_000, 200_000)
_MOST_STEPS = 6


@dataclass(frozen=True, slots=True)
class StepTile:
    """One amount to choose, and the bonus it brings."""

    amount_minor: int
    bonus_minor: int = 0


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the card holds now and will hold: value (principal and bonus) and points, and when parts come later."""

    now_minor: int
    paid_minor: int
    bonus_minor: int
    points: int
    later: tuple[tuple[str, int], ...] = ()

    @property
    def then_minor(self) -> int:
        """Principal and bonus together, those that come later included."""
        return self.now_minor + self.paid_minor + self.bonus_minor


class TopUpView(Protocol):
    """The top-up screen."""

    def show_holder(self, view: MemberView, tiles: Sequence[StepTile]) -> None:
        """Whose card it is, and the amounts to choose from."""

    def show_outlook(self, outlook: Outlook | None) -> None:
        """What the amount would bring; None where there is none yet."""

    def show_payment(self, state: TenderState) -> None:
        """Take the money."""

    def ask_reference(self, kind: TenderKind, amount_minor: int) -> None:
        """Ask for the number on the terminal's slip."""

    def show_posting(self) -> None:
        """It is being written; a moment."""

    def show_done(self, top_up: TopUp, on_card_minor: int) -> None:
        """The card holds it: so much now, without what comes later."""

    def show_slip(self, page: Page) -> None:
        """The slip that is printing."""

    def show_refusal(self, refused: Refused) -> None:
        """Say why not."""


class TopUpPresenter:
    """One top-up at a time. `posted` is told of it."""

    def __init__(
        self,
        view: TopUpView,
        tasks: Runs,
        use_cases: UseCases,
        session: Session,
        posted: Callable[[TopUp], None],
        payments: PaymentFlow,
    ) -> None:
        self._view, self._tasks, self._use_cases, self._session = view, tasks, use_cases, session
        self._posted, self._payments = posted, payments
        self._member: MemberView | None = None
        self._quote: TopUpQuote | None = None
        self._tendered: tuple[Tendered, ...] = ()
        self._latest = 0
        self._paying = False
        self.is_posting = False
        self.top_up: TopUp | None = None

    @property
    def has_tenders(self) -> bool:
        """Whether money was taken already."""
        return bool(self._tendered)

    @property
    def is_paying(self) -> bool:
        """Whether the payment is being taken."""
        return self._paying

    def begin(self, member: MemberView) -> None:
        """For this card."""
        self._payments.next_customer()
        self._member, self._quote, self._tendered, self.top_up = member, None, (), None
        self._paying = False
        self._latest += 1
        self._tasks.run(lambda: self._use_cases.top_up_card.offers(member), lambda offers: self._show(member, offers))

    def choose(self, amount_minor: int | None) -> None:
        """An amount was typed or chosen: work out what it brings."""
        member = self._member
        self._latest += 1
        ticket = self._latest
        self._quote = None
        if member is None or not amount_minor:
            self._view.show_outlook(None)
            return
        self._tasks.run(
            lambda: self._use_cases.top_up_card.quote(member, amount_minor), lambda quote: self._quoted(ticket, quote)
        )

    def go_pay(self) -> None:
        """The customer agrees."""
        if self._quote is None:
            self._view.show_refusal(Refused(Why.AMOUNT_NOT_POSITIVE))
            return
        self._paying = True
        self._show_payment()
        self._look_for_payments()

    def go_back(self) -> bool:
        """Back to the amount, unless money was taken; whether there was a step back to take."""
        if not self._paying or self.is_posting or self.has_tenders:
            return self._paying
        self._paying = False
        if self._member:
            self.begin(self._member)
        return True

    def take(self, kind: TenderKind, amount_minor: int | None) -> None:
        """So much by this tender, or all that is left."""
        settlement = self._settlement()
        if settlement is None or self.is_posting or self.top_up or not settlement.remaining_minor:
            return
        remaining = settlement.remaining_minor
        amount = remaining if amount_minor is None else amount_minor
        if self._payments.pays(kind.id) and 0 < amount <= remaining:
            self._payments.begin(kind, amount, self._take_payment)
        elif kind.asks_reference and 0 < amount <= remaining:
            self._view.ask_reference(kind, amount)
        else:
            self._add(Tendered(kind.id, kind.type, amount))

    def take_with_reference(self, kind: TenderKind, amount_minor: int, reference: str) -> None:
        """The external payment went through."""
        self._add(Tendered(kind.id, kind.type, amount_minor, reference.strip()))

    def take_cash(self, amount_minor: int | None) -> None:
        """Cash, the most used tender."""
        kinds = self._session.programme.tender_kinds
        kind = next((each for each in kinds if each.type is TenderType.CASH), None)
        if kind:
            self.take(kind, amount_minor)

    def take_back(self) -> None:
        """The last payment is handed back."""
        if not self._tendered or self.is_posting or self.top_up:
            return
        last = self._tendered[-1]
        if self._payments.pays(last.kind):
            self._payments.give_back_tender(last, lambda: self._drop(last))
        else:
            self._drop(last)

    def finish(self) -> None:
        """Post what is paid, once more where it could not be written a moment ago."""
        settlement = self._settlement()
        if settlement and settlement.is_paid and not self.top_up:
            self._post()

    def reprint(self) -> None:
        """The slip once more, marked so."""
        if self.top_up:
            about = self.top_up.id
            self._tasks.run(lambda: self._use_cases.print_slips.reprint(SlipKind.VALUE, about), lambda _: None)

    def _look_for_payments(self) -> None:
        """What was left open at a provider: used here, paid back, or closed."""
        settlement = self._settlement()
        if settlement:
            self._payments.look(self._tendered, settlement.remaining_minor, self._take_payment)

    def _take_payment(self, payment: Payment) -> None:
        kind = self._session.programme.tender_kind(payment.tender)
        if kind is not None and kind.type is not TenderType.STORED_VALUE:
            self._add(Tendered(kind.id, kind.type, payment.amount_minor, payment.reference))

    def _drop(self, tender: Tendered) -> None:
        self._tendered = tuple(each for each in self._tendered if each is not tender)
        self._show_payment()

    def _show(self, member: MemberView, offers: Sequence[tuple[int, int]]) -> None:
        tiles = [StepTile(amount, bonus) for amount, bonus in offers[:_MOST_STEPS]]
        self._view.show_holder(member, tiles or [StepTile(amount) for amount in _USUAL])
        self._view.show_outlook(None)

    def _quoted(self, ticket: int, quote: TopUpQuote | Refused) -> None:
        if ticket != self._latest or self._member is None:
            return
        if isinstance(quote, Refused):
            self._view.show_outlook(None)
            self._view.show_refusal(quote)
            return
        self._quote = quote
        value = self._held()
        later = tuple(
            (part.lot.available_on, part.amount)
            for part in quote.credits
            if part.unit == BONUS and part.lot.available_on
        )
        self._view.show_outlook(Outlook(value, quote.paid_minor, quote.total(BONUS), quote.total(POINTS), later))

    def _held(self) -> int:
        """What was on the card before."""
        return self._member.total(PRINCIPAL) + self._member.total(BONUS) if self._member else 0

    def _add(self, tender: Tendered) -> None:
        if self._quote is None or self.is_posting or self.top_up:
            return
        outcome = settle(self._quote.paid_minor, (*self._tendered, tender))
        if isinstance(outcome, Refused):
            self._view.show_refusal(outcome)
            return
        self._tendered = outcome.tendered
        self._show_payment()
        if outcome.is_paid:
            self._post()

    def _post(self) -> None:
        member, quote = self._member, self._quote
        if member is None or quote is None or self.is_posting:
            return
        self.is_posting = True
        self._view.show_posting()
        request = TopUpRequest(self._session.signed_on(), member, quote.paid_minor, self._tendered, quote.total(BONUS))
        self._tasks.run(lambda: self._use_cases.top_up_card(request), self._came_back, self._post_failed)

    def _came_back(self, outcome: TopUp | Refused) -> None:
        self.is_posting = False
        if isinstance(outcome, Refused):
            self._show_payment()
            self._view.show_refusal(outcome)
            return
        self.top_up, self._tendered, self._paying = outcome, (), False
        self._view.show_done(outcome, self._held() + _at_once(outcome))
        self._posted(outcome)
        self._tasks.run(lambda: self._use_cases.print_slips.preview(SlipKind.VALUE, outcome.id), self._view.show_slip)

    def _post_failed(self, _error: BaseException) -> None:
        # Nothing was kept, and the customer has paid: all stands as it was, `finish` tries again.
        self.is_posting = False
        self._show_payment()

    def _settlement(self) -> Settlement | None:
        if self._quote is None:
            return None
        outcome = settle(self._quote.paid_minor, self._tendered)
        return None if isinstance(outcome, Refused) else outcome

    def _show_payment(self) -> None:
        settlement, session = self._settlement(), self._session
        if settlement is None or self._quote is None or self._member is None:
            return
        money_kinds = [kind for kind in session.programme.tender_kinds if kind.type is not TenderType.STORED_VALUE]
        self._view.show_payment(
            TenderState(
                due_minor=self._quote.paid_minor,
                paid_minor=sum(settlement.applied_minor),
                remaining_minor=settlement.remaining_minor,
                change_minor=settlement.change_minor,
                saving_minor=0,
                member_name=self._member.member.name if self._member.member else "",
                options=tuple(TenderOption(kind, session.name(kind.names)) for kind in money_kinds),
                taken=tuple(self._taken(tender) for tender in settlement.tendered),
                quick_cash=quick_amounts(settlement.remaining_minor),
            )
        )

    def _taken(self, tender: Tendered) -> TakenTender:
        kind = self._session.programme.tender_kind(tender.kind)
        name = self._session.name(kind.names) if kind else tender.kind
        return TakenTender(name, tender.given_minor, tender.reference)


def _at_once(top_up: TopUp) -> int:
    """What of its value can be spent from now on."""
    value = (part for part in top_up.credits if part.unit in {PRINCIPAL, BONUS})
    return sum(part.amount for part in value if not part.lot.available_on)
