"""The sale: scans and keys become a priced basket. No rule stands here; the core decides."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from app.domain.basket import MAX_QUANTITY_MILLI, Basket, BasketLine, ManualPrice, SaleException
from app.domain.catalogue import Measure, Product
from app.domain.errors import Refused, Why
from app.domain.ledger import Unit
from app.domain.member import Member, MemberView
from app.domain.money import MILLI
from app.domain.pricing import CouponState, PricedBasket
from app.domain.staff import Approval, Permission
from app.ports.store import HeldBasket
from app.services.look_up import Choices, Found, FoundProduct, FoundReceipt
from app.services.use_cases import UseCases
from app.ui.elsewhere import Nowhere, Seeks
from app.ui.running import Runs
from app.ui.sale.pricing_desk import PricingDesk
from app.ui.sale.sale_rules import Change, Waiting, stopped_change, stopped_payment
from app.ui.sale.typed import read_typed
from app.ui.session import Session


class SaleView(Protocol):
    """The sale screen."""

    def show_basket(self, priced: PricedBasket, selected: int | None) -> None:
        """The lines, totals and member; `selected` is the line the next key is about."""

    def show_past_date(self, name: str, day: str) -> None:
        """What was just added was good until this day (ISO) only."""

    def show_multiplier(self, quantity_milli: int | None) -> None:
        """How many of the next scan, if that was typed."""

    def show_quick_keys(self, products: Sequence[Product]) -> None:
        """The quick keys."""

    def show_refusal(self, refused: Refused) -> None:
        """Say why not, and what to do."""

    def offer(self, choices: Choices, quantity_milli: int | None) -> None:
        """Several things fit: let the cashier choose."""

    def offer_held(self, held: Sequence[HeldBasket]) -> None:
        """The baskets set aside."""

    def show_held(self, number: int) -> None:
        """The basket was set aside."""

    def offer_exception(self) -> None:
        """What was just refused can be let pass by somebody who may."""

    def go_to_refund(self, receipt_number: str) -> None:
        """A receipt was scanned."""

    def go_to_tender(self) -> None:
        """The basket is to be paid."""


class SalePresenter:
    """The basket of the customer at the till. `pricing` runs what takes longer than a scan may wait."""

    def __init__(self, view: SaleView, tasks: Runs, use_cases: UseCases, session: Session, pricing: Runs) -> None:
        self._view = view
        self._tasks = tasks
        self._use_cases = use_cases
        self._session = session
        self._selected: int | None = None
        self._multiplier: int | None = None
        self._looking_up = 0
        self.elsewhere: Seeks = Nowhere()
        self._then_pay = False
        self._deleted: BasketLine | None = None
        self._stopped: Waiting | None = None
        self._watchers: list[Callable[[PricedBasket], None]] = []
        self._pricing = PricingDesk(pricing, session, self._priced)

    @property
    def priced(self) -> PricedBasket:
        """The basket with its prices; not complete while offers are worked out."""
        return self._pricing.priced

    @property
    def basket(self) -> Basket:
        """What lies on the counter."""
        return self.priced.basket

    @property
    def selected(self) -> BasketLine | None:
        """The line the next key is about."""
        return self.basket.line(self._selected) if self._selected is not None else None

    @property
    def stopped_by(self) -> str:
        """The name of the sale rule that stopped the last change and can be let pass; empty where none did."""
        return self._stopped.name if self._stopped and self._stopped.can_pass else ""

    def let_pass(self, approval: Approval) -> None:
        """Somebody who may has let the rule pass: what it stopped is done."""
        waiting = self._stopped
        if waiting and approval.permission is Permission.SALE_EXCEPTION:
            self._do(waiting.change(self.basket).with_exception(SaleException(waiting.rule, approval)))

    def watch(self, changed: Callable[[PricedBasket], None]) -> None:
        """Be told of every new price."""
        self._watchers.append(changed)

    def start(self) -> None:
        """Fetch the quick keys and show what there is."""
        self._tasks.run(self._use_cases.list_products.quick_keys, self._view.show_quick_keys)
        self.look_at_rights()
        self._show()

    def refresh(self) -> None:
        """Show it all again: another language, another day, another programme."""
        self._reprice(self.basket)

    def type_quantity(self, quantity_milli: int | None) -> None:
        """How many of the next scan; None takes it back."""
        self._multiplier = quantity_milli
        self._view.show_multiplier(quantity_milli)

    def enter(self, text: str) -> None:
        """A scan, a swipe, or what was typed into the scan field."""
        typed = read_typed(text)
        if typed.quantity_milli is not None:
            self.type_quantity(typed.quantity_milli)
        if not typed.code:
            return
        quantity = self._multiplier
        self.type_quantity(None)
        self._looking_up += 1
        self._tasks.run(
            lambda: self._use_cases.look_up(typed.code),
            lambda found: self._found(found, quantity, typed.code),
            self._look_up_failed,
        )

    def add_product(self, product: Product, quantity_milli: int | None = None) -> None:
        """A quick key or a choice from several."""
        quantity = quantity_milli or self._multiplier
        self.type_quantity(None)
        self._add(FoundProduct(product), quantity)

    def choose_member(self, member: Member) -> None:
        """A member out of several."""
        self._looking_up += 1
        self._tasks.run(
            lambda: self._use_cases.view_member.by_member(member.id),
            lambda found: self._found(found, None),
            self._look_up_failed,
        )

    def use_member(self, view: MemberView | None) -> None:
        """The basket is this member's, or nobody's. What another member wished for is forgotten."""
        before = self.basket.member
        basket = self.basket.with_member(view)
        if before is None or view is None or before.wallet != view.wallet:
            wishes = self.basket.wishes
            basket = basket.with_wishes(replace(wishes, points=0, coupons=frozenset(), declined=frozenset()))
        self._reprice(basket)

    def refresh_member(self, then: Callable[[], None] = lambda: None) -> None:
        """What the wallet holds now; `then` is called once the basket knows."""
        view = self.basket.member
        if view is None:
            return
        member, card, whose = view.member, view.card, view.wallet

        def look() -> MemberView | Refused:
            if card:
                return self._use_cases.view_member.by_card(card.number)
            return self._use_cases.view_member.by_member(member.id) if member else Refused(Why.MEMBER_UNKNOWN)

        def come_back(fresh: MemberView | Refused) -> None:
            if isinstance(fresh, Refused):
                self._view.show_refusal(fresh)
            elif self.basket.member and self.basket.member.wallet == whose:
                self.use_member(fresh)
                then()

        self._tasks.run(look, come_back)

    def select(self, line_id: int) -> None:
        """The next key is about this line."""
        self._selected = line_id

    def set_quantity(self, quantity_milli: int) -> None:
        """Another quantity on the selected line."""
        line = self.selected
        if line is None:
            return
        if not 0 < quantity_milli <= MAX_QUANTITY_MILLI:
            self._view.show_refusal(Refused(Why.QUANTITY_OUT_OF_RANGE))
            return
        self._change(lambda basket: basket.with_quantity(line.id, quantity_milli))

    def add_one(self) -> None:
        """One more of the selected line."""
        self._step(MILLI)

    def take_one(self) -> None:
        """One less of the selected line; the last one stays until it is deleted."""
        self._step(-MILLI)

    def set_note(self, note: str) -> None:
        """A note for the receipt on the selected line."""
        if self.selected:
            self._reprice(self.basket.with_note(self.selected.id, note.strip()))

    def set_price(self, unit_price_minor: int, approval: Approval) -> None:
        """A price by hand on the selected line, allowed by somebody who may."""
        if self.selected and approval.permission is Permission.PRICE_OVERRIDE:
            manual = ManualPrice(unit_price_minor, approval)
            self._reprice(self.basket.with_manual_price(self.selected.id, manual))

    def reset_price(self) -> None:
        """The selected line at its own price again."""
        if self.selected:
            self._reprice(self.basket.with_manual_price(self.selected.id, None))

    def use_points(self, points: int | None) -> None:
        """So many points off the bill; None = as many as possible, 0 = none."""
        self._reprice(self.basket.with_wishes(replace(self.basket.wishes, points=points)))

    def use_plain(self, *, plain: bool) -> None:
        """No offer at all, because of a way to pay that does not combine with any; or all of them again."""
        self._reprice(self.basket.with_wishes(replace(self.basket.wishes, plain=plain)))

    def turn_coupon(self, coupon: str) -> None:
        """Use a coupon that is not used, or keep one that would be."""
        wishes = self.basket.wishes
        state = next((each.state for each in self.priced.coupons if each.coupon == coupon), None)
        keeps = state not in {CouponState.DECLINED, CouponState.ON_REQUEST}
        declined = wishes.declined | {coupon} if keeps else wishes.declined - {coupon}
        asked = wishes.coupons - {coupon} if keeps else wishes.coupons | {coupon}
        if keeps and self._session.programme.policies.coupons == "on_request":
            declined = wishes.declined
        self._reprice(self.basket.with_wishes(replace(wishes, declined=declined, coupons=asked)))

    def delete_line(self) -> BasketLine | None:
        """Take the selected line out; which it was."""
        line = self.selected
        if line is None:
            return None
        ids = [each.id for each in self.basket.lines]
        place = ids.index(line.id)
        rest = [each for each in ids if each != line.id]
        self._selected = rest[min(place, len(rest) - 1)] if rest else None
        self._deleted = line
        self._reprice(self.basket.without(line.id))
        return line

    def undo_delete(self) -> BasketLine | None:
        """The line deleted last lies in the basket again; which it was. Once for each deletion."""
        line, self._deleted = self._deleted, None
        if line:
            self.put_back(line)
        return line

    def put_back(self, line: BasketLine) -> None:
        """Undo a deletion."""
        lines = sorted((*self.basket.lines, line), key=lambda each: each.id)
        self._selected = line.id
        self._reprice(replace(self.basket, lines=tuple(lines)))

    def hold_or_recall(self) -> None:
        """Set the basket aside; with an empty one, show those set aside."""
        if self.basket.is_empty:
            self._tasks.run(self._use_cases.hold_basket.waiting, self._view.offer_held)
            return
        basket, operator, label = self.basket, self._session.signed_on(), self._label()
        self._clear()
        self._tasks.run(
            lambda: self._use_cases.hold_basket.hold(basket, operator, label),
            self._held,
            lambda _: self._not_held(basket),
        )

    def recall(self, held_id: int) -> None:
        """Take up a basket that was set aside."""
        self._tasks.run(lambda: self._use_cases.hold_basket.recall(held_id), self._recalled)

    def take_up(self, basket: Basket) -> None:
        """This basket lies on the counter: it was set aside, or the till stopped in the middle of it."""
        self._selected = basket.lines[-1].id if basket.lines else None
        self._deleted = None
        self._reprice(basket)

    def give_up(self) -> None:
        """The customer goes: the basket is cleared, on record."""
        basket, operator, total = self.basket, self._session.signed_on(), self.priced.total_minor
        self._clear()
        if not basket.is_empty:
            self._tasks.run(lambda: self._use_cases.hold_basket.void(basket, operator, total), lambda _: None)

    def pay(self) -> None:
        """Go to the tenders, once every scan so far has arrived and the offers are known."""
        if self._looking_up or not self.priced.is_complete:
            self._then_pay = True
        elif self.basket.is_empty:
            self._view.show_refusal(Refused(Why.BASKET_EMPTY))
        elif self._session.shift is None:
            self._view.show_refusal(Refused(Why.SHIFT_NOT_OPEN))
        elif waiting := stopped_payment(self.basket, self._session):
            self._refuse(waiting)
        else:
            self._view.go_to_tender()

    def next_customer(self) -> None:
        """The sale is posted: an empty basket."""
        self._clear()
        self.look_at_rights()

    def look_at_rights(self) -> None:
        """What this till holds of limits for all may be another: after a sale, or when head office has lent some."""
        self._tasks.run(self._use_cases.shared_rights, self._rights_seen)

    def _rights_seen(self, rights: Mapping[Unit, int]) -> None:
        if rights != self._session.shared_rights:
            self._session.shared_rights = rights
            self.refresh()

    def _found(self, found: Found, quantity_milli: int | None, code: str = "") -> None:
        if isinstance(found, Refused) and self._seeks_elsewhere(found, quantity_milli, code):
            return
        self._looking_up -= 1
        match found:
            case Refused():
                self._then_pay = False
                self._view.show_refusal(found)
            case FoundProduct():
                self._add(found, quantity_milli)
            case MemberView():
                self.use_member(found)
            case FoundReceipt(number):
                self._view.go_to_refund(number)
            case Choices([], [member]) if member.phone == code:
                self.choose_member(member)
            case Choices():
                self._then_pay = False
                self._view.offer(found, quantity_milli)
        self._pay_if_awaited()

    def _seeks_elsewhere(self, refused: Refused, quantity_milli: int | None, code: str) -> bool:
        """Whether head office is asked for a card; it is still being looked up then."""

        def answered(is_found: bool) -> None:
            if not is_found:
                self._found(refused, quantity_milli)
                return
            self._tasks.run(
                lambda: self._use_cases.look_up(code),
                lambda found: self._found(found, quantity_milli),
                self._look_up_failed,
            )

        return bool(code) and self.elsewhere.card(refused, code, answered)

    def _look_up_failed(self, _error: BaseException) -> None:
        self._looking_up -= 1
        self._then_pay = False

    def _pay_if_awaited(self) -> None:
        if self._then_pay and not self._looking_up and self.priced.is_complete:
            self._then_pay = False
            self.pay()

    def _add(self, found: FoundProduct, quantity_milli: int | None) -> None:
        quantity = found.quantity_milli
        if quantity_milli is not None and found.label_price_minor is None:
            weighed = found.product.measure is Measure.KILOGRAM
            quantity = quantity_milli if weighed else quantity_milli // MILLI * MILLI
        basket = self.basket.add(found.product, quantity, found.label_price_minor, found.note)
        changed = basket.changed_since(self.basket)
        if quantity <= 0 or not changed or changed[0].quantity_milli > MAX_QUANTITY_MILLI:
            self._view.show_refusal(Refused(Why.QUANTITY_OUT_OF_RANGE))
            return
        added = self._change(lambda basket: basket.add(found.product, quantity, found.label_price_minor, found.note))
        if added and found.past_since:
            self._view.show_past_date(found.product.name, found.past_since)

    def _step(self, by_milli: int) -> None:
        line = self.selected
        if line and line.product.measure is Measure.PIECE and 0 < line.quantity_milli + by_milli <= MAX_QUANTITY_MILLI:
            self._change(lambda basket: basket.with_quantity(line.id, line.quantity_milli + by_milli))

    def _change(self, change: Change) -> bool:
        """Do it, unless a sale rule stops it; whether it was done."""
        if waiting := stopped_change(self.basket, change, self._session):
            self._refuse(waiting)
            return False
        self._do(change(self.basket))
        return True

    def _do(self, basket: Basket) -> None:
        changed = basket.changed_since(self.basket)
        self._selected = changed[0].id if changed else self._selected
        self._reprice(basket)

    def _refuse(self, waiting: Waiting) -> None:
        self._then_pay = False
        self._stopped = waiting
        self._view.show_refusal(waiting.refused)
        if waiting.can_pass:
            self._view.offer_exception()

    def _held(self, number: int | Refused) -> None:
        if isinstance(number, Refused):
            self._view.show_refusal(number)
        else:
            self._view.show_held(number)

    def _not_held(self, basket: Basket) -> None:
        if self.basket.is_empty:
            self._reprice(basket)

    def _recalled(self, basket: Basket | Refused) -> None:
        if isinstance(basket, Refused):
            self._view.show_refusal(basket)
            return
        self.take_up(basket)

    def _label(self) -> str:
        view = self.basket.member
        return view.member.name if view and view.member else self.basket.lines[0].product.name

    def _clear(self) -> None:
        self._selected = self._deleted = None
        self.type_quantity(None)
        self._reprice(Basket())

    def _reprice(self, basket: Basket) -> None:
        self._stopped = None
        self._pricing.price(basket)

    def _priced(self, _: PricedBasket) -> None:
        self._show()
        self._pay_if_awaited()

    def _show(self) -> None:
        self._view.show_basket(self.priced, self._selected)
        for changed in self._watchers:
            changed(self.priced)
