"""The tenders of one sale, up to the moment it is a fact."""

from collections.abc import Callable, Sequence
from typing import Protocol

from app.domain.errors import Fact, Refused, Why
from app.domain.member import MemberView
from app.domain.payment import Payment
from app.domain.pricing import PricedBasket
from app.domain.programme.model import TenderKind, TenderType, Tier
from app.domain.sale.earned import tier_reached
from app.domain.sale.facts import Sale
from app.domain.staff import Approval
from app.domain.tender import Settlement, Tendered, is_of_offers, settle, why_not_combined, why_not_likely
from app.ports.store import SlipKind
from app.services.post_sale import SaleRequest
from app.services.use_cases import UseCases
from app.ui.running import Runs
from app.ui.session import Session
from app.ui.tender.payment_flow import PaymentFlow
from app.ui.tender.state import TenderState, elsewhere_value, tender_state, usable_value, value_given
from app.ui.tender.value_desk import ValueDesk


class TenderView(Protocol):
    """The tender screen."""

    def show_state(self, state: TenderState) -> None:
        """What is due, taken, left."""

    def ask_reference(self, kind: TenderKind, amount_minor: int) -> None:
        """Ask for the number on the terminal's slip."""

    def show_refusal(self, refused: Refused) -> None:
        """Say why not."""

    def ask_pin(self, refused: Refused) -> None:
        """So much stored value needs the customer's PIN, or the one typed was wrong."""

    def ask_without_pin(self, refused: Refused) -> None:
        """So much stored value needs somebody who may allow it without a PIN."""

    def show_waiting(self) -> None:
        """Offers are being worked out; nothing can be paid until they are known."""

    def show_posting(self) -> None:
        """It is being written; a moment."""

    def show_done(self, sale: Sale, reached: Tier | None) -> None:
        """Paid, durable: the change, and the tier to which it lifts the member."""

    def show_reprint(self) -> None:
        """The receipt prints once more."""

    def show_gift_receipt(self) -> None:
        """A slip without prices prints."""


class TenderPresenter:
    """Takes payments until nothing is left, then posts the sale. `posted` is told of it.

    `go_plain(whether)` has the basket priced without offers, or with them again.
    """

    def __init__(
        self,
        view: TenderView,
        tasks: Runs,
        use_cases: UseCases,
        session: Session,
        posted: Callable[[Sale], None],
        desk: ValueDesk,
        payments: PaymentFlow,
        go_plain: Callable[[bool], None],
    ) -> None:
        self._view = view
        self._go_plain = go_plain
        self._tasks = tasks
        self._use_cases = use_cases
        self._session = session
        self._posted = posted
        self._desk = desk
        self._payments = payments
        self._priced: PricedBasket | None = None
        self._tendered: tuple[Tendered, ...] = ()
        self._posting = False
        self.sale: Sale | None = None
        self._gift_is_out = False

    @property
    def is_posting(self) -> bool:
        """Whether the sale is being written just now."""
        return self._posting

    @property
    def is_paying(self) -> bool:
        """Whether a payment outside the till is on its way just now."""
        return self._payments.is_busy

    @property
    def has_tenders(self) -> bool:
        """Whether something was handed over already."""
        return bool(self._tendered)

    @property
    def tendered(self) -> tuple[Tendered, ...]:
        """What was handed over so far."""
        return self._tendered

    @property
    def has_firm_tenders(self) -> bool:
        """Whether something other than cash was taken, so that the sum due must not fall below it."""
        return any(tender.type is not TenderType.CASH for tender in self._tendered)

    def begin(self, priced: PricedBasket) -> None:
        """This basket is to be paid; tenders of the same basket taken before are kept."""
        self.sale = None
        self._priced = priced
        if not priced.is_complete:
            self._view.show_waiting()
            return
        dropped = self._drop_what_no_longer_fits()
        self._show()
        if dropped:
            self._view.show_refusal(Refused(Why.TENDER_TOO_MUCH, {"remaining_minor": priced.total_minor}))
        self.look_for_payments()

    def look_for_payments(self) -> None:
        """Payments outside the till that no sale has taken: asked for, used here, or paid back."""
        settlement = self._settlement()
        if not self._posting and not self.sale:
            rest = settlement.remaining_minor if settlement else 0
            self._payments.look(self._tendered, rest, self._take_payment)

    def take_up(self, tendered: Sequence[Tendered]) -> None:
        """Payments that were taken for the same basket before the till stopped."""
        self._tendered = tuple(tendered)

    def take(self, kind: TenderKind, amount_minor: int | None = None) -> None:
        """So much by this tender; the rest, or what there is, where no amount was typed."""
        settlement = self._settlement()
        if settlement is None or self._posting or self.sale or self._desk.is_asking:
            return
        if not self._may_pay(kind):
            return
        missing = self._missing_value(kind, amount_minor, settlement)
        view = self._priced.basket.member if self._priced else None
        if missing and view:
            self._desk.ask(view.wallet, missing, lambda why: self._take_what_came(kind, amount_minor, why))
            return
        amount = self._amount(kind, amount_minor, settlement)
        if isinstance(amount, Refused):
            self._view.show_refusal(amount)
        elif self._payments.pays(kind.id) and settlement.remaining_minor:
            self._payments.begin(kind, amount, self._take_payment)
        elif kind.asks_reference and settlement.remaining_minor:
            self._ask_reference(kind, amount, settlement)
        else:
            self._add(Tendered(kind.id, kind.type, amount))

    def _may_pay(self, kind: TenderKind) -> bool:
        """Whether it goes with what was taken, and the basket stands at its prices; else these change first."""
        priced, programme = self._priced, self._session.programme
        taken = {tender.kind for tender in self._tendered}
        if priced is None or why_not_combined({*taken, kind.id}, programme, with_offers=False):
            self._view.show_refusal(Refused(Why.TENDER_ALONE))
            return False
        with_offers = any(is_of_offers(line.reasons) for line in priced.lines)
        if kind.combines is not priced.basket.wishes.plain or not (kind.combines or with_offers):
            return True
        self._go_plain(not kind.combines)
        why = Why.OFFERS_ARE_BACK if kind.combines else Why.TENDER_WITHOUT_OFFERS
        self._view.show_refusal(Refused(why, {"total_minor": self._priced.total_minor if self._priced else 0}))
        return False

    def leave(self) -> None:
        """Back to the goods: offers given up for a way to pay that was not used are there again."""
        if self._priced and self._priced.basket.wishes.plain and not self._tendered and not self.sale:
            self._go_plain(False)

    def stop_asking(self, *, is_late: bool = False) -> None:
        """Do not wait for head office any longer."""
        self._desk.stop(is_late=is_late)

    def take_with_reference(self, kind: TenderKind, amount_minor: int, reference: str) -> None:
        """The external payment went through; `reference` may be empty where there is none."""
        self._add(Tendered(kind.id, kind.type, amount_minor, reference.strip()))

    def take_cash(self, amount_minor: int | None = None) -> None:
        """Cash, the most used tender."""
        kinds = self._session.programme.tender_kinds
        kind = next((each for each in kinds if each.type is TenderType.CASH), None)
        if kind is None:
            self._view.show_refusal(Refused(Why.TENDER_UNKNOWN))
        else:
            self.take(kind, amount_minor)

    def take_back(self) -> None:
        """The last payment is handed back."""
        if not self._tendered or self._posting or self.sale:
            return
        last = self._tendered[-1]
        if self._payments.pays(last.kind):
            self._payments.give_back_tender(last, lambda: self._drop(last))
        else:
            self._drop(last)

    def finish(self) -> None:
        """Post what is paid: a sale that costs nothing, or one that could not be written a moment ago."""
        settlement = self._settlement()
        if settlement and settlement.is_paid and not self.sale:
            self._post()

    def next_customer(self) -> None:
        """Done with this one."""
        self._payments.next_customer()
        self._priced, self._tendered, self.sale, self._gift_is_out = None, (), None, False

    def reprint(self) -> None:
        """The receipt once more, marked so."""
        if self.sale:
            sale_id = self.sale.id
            self._tasks.run(
                lambda: self._use_cases.print_slips.reprint(SlipKind.SALE, sale_id),
                lambda _: self._view.show_reprint(),
            )

    def print_gift_receipt(self) -> None:
        """A slip without prices, for a present; from the second on marked as a copy."""
        if self.sale:
            sale_id, is_copy = self.sale.id, self._gift_is_out
            self._gift_is_out = True
            self._tasks.run(
                lambda: self._use_cases.print_slips.gift(sale_id, is_reprint=is_copy),
                lambda _: self._view.show_gift_receipt(),
            )

    def _take_payment(self, payment: Payment) -> None:
        kind = self._session.programme.tender_kind(payment.tender)
        if kind is not None:
            self._add(Tendered(kind.id, kind.type, payment.amount_minor, payment.reference))
        if not any(tender.reference == payment.reference for tender in self._tendered):
            # The basket has changed while it was paid: say what there is, so that it is used or goes back.
            self.look_for_payments()

    def _drop(self, tender: Tendered) -> None:
        if tender in self._tendered and not self._posting and not self.sale:
            self._tendered = tuple(each for each in self._tendered if each is not tender)
            self._show()

    def _missing_value(self, kind: TenderKind, amount_minor: int | None, settlement: Settlement) -> int:
        """How much of the member's stored value head office should be asked for before this tender; 0 for none."""
        view = self._priced.basket.member if self._priced else None
        if view is None or kind.type is not TenderType.STORED_VALUE or not self._desk.can_ask():
            return 0
        remaining = settlement.remaining_minor
        wanted = remaining if amount_minor is None else min(amount_minor, remaining)
        if self._session.clock_in_doubt:
            return 0
        missing = max(0, wanted - usable_value(view) + value_given(self._tendered))
        return missing if amount_minor is not None else min(missing, elsewhere_value(view))

    def _take_what_came(self, kind: TenderKind, amount_minor: int | None, why: Why | None) -> None:
        """Head office was asked, and the member looked at anew: take what can be had, and say why not more."""
        settlement = self._settlement()
        view = self._priced.basket.member if self._priced else None
        if settlement is None or view is None or self._posting or self.sale:
            return
        facts = self._value_facts(view)
        if why is Why.VALUE_AT_OTHER_TILLS and not elsewhere_value(view):
            why = Why.VALUE_SHORT  # no till has it: the card holds no more
        amount = self._value_amount(amount_minor, settlement.remaining_minor)
        if not isinstance(amount, Refused):
            self._add(Tendered(kind.id, kind.type, amount))
            if why and amount < settlement.remaining_minor and amount_minor is None:
                self._view.show_refusal(Refused(why, facts))
        elif amount.why is Why.TENDER_TOO_MUCH:
            self._view.show_refusal(amount)
        else:
            self._view.show_refusal(Refused(why or amount.why, facts))

    def _value_facts(self, view: MemberView) -> dict[str, Fact]:
        usable = max(0, usable_value(view) - value_given(self._tendered))
        return {"usable_minor": usable, "elsewhere_minor": elsewhere_value(view)}

    def _amount(self, kind: TenderKind, amount_minor: int | None, settlement: Settlement) -> int | Refused:
        remaining = settlement.remaining_minor
        if amount_minor is not None and amount_minor <= 0 and remaining:
            return Refused(Why.AMOUNT_NOT_POSITIVE)
        if kind.type is TenderType.STORED_VALUE:
            return self._value_amount(amount_minor, remaining)
        amount = remaining if amount_minor is None else amount_minor
        if kind.type is not TenderType.CASH and amount > remaining:
            return Refused(Why.TENDER_TOO_MUCH, {"remaining_minor": remaining})
        return why_not_likely(amount - remaining) or amount

    def _value_amount(self, amount_minor: int | None, remaining_minor: int) -> int | Refused:
        view = self._priced.basket.member if self._priced else None
        if view is None:
            return Refused(Why.VALUE_NEEDS_MEMBER)
        if self._session.clock_in_doubt:
            return Refused(Why.VALUE_FROZEN_BY_CLOCK)
        usable = usable_value(view) - value_given(self._tendered)
        amount = min(remaining_minor, usable) if amount_minor is None else amount_minor
        if amount > usable or (not amount and remaining_minor):
            return Refused(self._desk.why_short(view, elsewhere_value(view)), self._value_facts(view))
        if amount > remaining_minor:
            return Refused(Why.TENDER_TOO_MUCH, {"remaining_minor": remaining_minor})
        return amount

    def _ask_reference(self, kind: TenderKind, amount: int, settlement: Settlement) -> None:
        self._view.ask_reference(kind, min(amount, settlement.remaining_minor))

    def _add(self, tender: Tendered) -> None:
        if self._settlement() is None or self._priced is None or self._posting or self.sale:
            return
        if self._priced.total_minor == 0:
            self._post()
            return
        together = {tender.kind, *(each.kind for each in self._tendered)}
        if why := why_not_combined(together, self._session.programme, with_offers=False):
            self._view.show_refusal(Refused(why))
            return
        outcome = settle(self._priced.total_minor, (*self._tendered, tender))
        if isinstance(outcome, Refused):
            self._view.show_refusal(outcome)
            return
        self._tendered = outcome.tendered
        self._show()
        if outcome.is_paid:
            self._post()

    def post_allowed(self, allowed_by: str | Approval) -> None:
        """Try again with the customer's PIN, or with who allowed it without."""
        self._post(allowed_by)

    def _post(self, allowed_by: str | Approval | None = None) -> None:
        priced = self._priced
        if priced is None or self._posting:
            return
        self._posting = True
        self._view.show_posting()
        request = SaleRequest(
            self._session.signed_on(),
            priced.basket,
            self._session.programme,
            self._tendered,
            priced.total_minor,
            allowed_by,
        )
        self._tasks.run(
            lambda: self._use_cases.post_sale(request),
            lambda outcome: self._came_back(priced, outcome),
            self._post_failed,
        )

    def _came_back(self, priced: PricedBasket, outcome: Sale | Refused) -> None:
        self._posting = False
        if isinstance(outcome, Refused):
            self._show()
            ask = {
                Why.VALUE_NEEDS_PIN: self._view.ask_pin,
                Why.PIN_WRONG: self._view.ask_pin,
                Why.VALUE_NEEDS_APPROVAL: self._view.ask_without_pin,
            }
            ask.get(outcome.why, self._view.show_refusal)(outcome)
            return
        self.sale = outcome
        reached = tier_reached(priced, outcome, self._session.programme, self._session.moment())
        self._view.show_done(outcome, reached)
        self._posted(outcome)

    def _post_failed(self, _error: BaseException) -> None:
        # Nothing was kept, and the customer has paid: all stands as it was, `finish` tries again.
        self._posting = False
        self._show()

    def _settlement(self) -> Settlement | None:
        if self._priced is None or not self._priced.is_complete:
            return None
        outcome = settle(self._priced.total_minor, self._tendered)
        return None if isinstance(outcome, Refused) else outcome

    def _drop_what_no_longer_fits(self) -> bool:
        before = self._tendered
        while self._tendered and self._settlement() is None:
            self._tendered = self._tendered[:-1]
        return self._tendered != before

    def _show(self) -> None:
        settlement = self._settlement()
        if self._priced and settlement:
            self._view.show_state(tender_state(self._priced, settlement, self._session, self._desk.line))
