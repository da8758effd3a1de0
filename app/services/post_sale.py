"""Post a sale: sale, ledger entries, journal event and its slip in one transaction, durable before "paid"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.basket import MAX_QUANTITY_MILLI, Basket
from app.domain.bookkeeping import entries_of_sale, sale_event_body
from app.domain.codes import is_swiped_card
from app.domain.errors import Refused, Why
from app.domain.ids import SaleId
from app.domain.journal import Kind
from app.domain.ledger import Unit
from app.domain.member import MemberView
from app.domain.pricing import PricedBasket, price
from app.domain.programme.model import Programme, TenderType, name_in
from app.domain.programme.sale_rules import counted, refusal_of, stopped
from app.domain.sale.basis import basis_of
from app.domain.sale.build import SaleFacts, ValueShort, build_sale
from app.domain.sale.facts import Sale
from app.domain.shift import Shift
from app.domain.spend import ShortOf
from app.domain.staff import Approval, Operator, Permission, not_permitted
from app.domain.stored_value import spendable
from app.domain.tender import Settlement, Tendered, is_of_offers, settle, why_not_combined
from app.ports.directory import Directory
from app.ports.pins import PinHasher
from app.ports.store import SlipKind, Store, UnitOfWork
from app.ports.value_guard import ValueGuard, always_open
from app.services.check_approval import check_approval
from app.services.keep_basket import forget_basket
from app.services.open_payments import note_payments
from app.services.read_cards import closed_wallet
from app.services.shared_rights import shared_leases, usable_of
from app.services.stamp import Recorder, Stamp, next_origin
from app.services.wallet_pin import why_not_so_much


@dataclass(frozen=True, slots=True)
class SaleRequest:
    """What the cashier wants posted; `total_minor` is what the screen showed.

    `allowed_by` is the customer's PIN, or who allowed much stored value without one.
    """

    operator: Operator
    basket: Basket
    programme: Programme
    tendered: Sequence[Tendered]
    total_minor: int
    allowed_by: str | Approval | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class PostSale:
    """Make the sale a fact, or say why not; nothing is kept of a refused one."""

    store: Store
    directory: Directory
    recorder: Recorder
    guard: ValueGuard = always_open
    hasher: PinHasher | None = None

    def __call__(self, request: SaleRequest) -> Sale | Refused:
        """The posted sale, or why not."""
        if not request.operator.may(Permission.SELL):
            return not_permitted(Permission.SELL)
        if request.basket.is_empty:
            return Refused(Why.BASKET_EMPTY)
        with self.store.unit_of_work() as uow:
            shift = uow.shifts.current()
            if shift is None:
                return Refused(Why.SHIFT_NOT_OPEN)
            stamp = self.recorder.stamp(uow)
            sale = self._build(uow, request, shift, stamp)
            if isinstance(sale, Refused):
                uow.commit()
                return sale
            self._post(uow, sale, stamp)
            uow.commit()
            return sale

    def _build(self, uow: UnitOfWork, request: SaleRequest, shift: Shift, stamp: Stamp) -> Sale | Refused:
        refused = _what_may_not_be(uow, request)
        if refused:
            return refused
        of_all = shared_leases(uow, request.programme)
        usable = usable_of(of_all, stamp.day)
        priced = _price_seen(request, stamp, usable)
        if isinstance(priced, Refused):
            return priced
        settlement = _settlement(priced, request)
        if isinstance(settlement, Refused):
            return settlement
        view = request.basket.member
        own, of_all_used = counted(request.basket, request.programme, stamp.moment, usable)
        # Points, coupons and rights that a price uses up are lent as money is, and rest when it rests.
        spends_value = (
            priced.spends or own or any(tender.type is TenderType.STORED_VALUE for tender in request.tendered)
        )
        if spends_value and (rests := self._why_value_rests(uow, view, stamp)):
            return Refused(rests)
        if view and (refused := self._why_pin(uow, request, settlement, view, stamp)):
            return refused
        leases = tuple(uow.ledger.leases(view.wallet)) if view else ()
        facts = SaleFacts(
            id=SaleId(self.recorder.new_id(stamp.at)),
            origin=next_origin(uow, shift, request.operator.id, stamp),
            day=stamp.day,
            catalogue_version=uow.products.version(),
            cursor=self.directory.mark().cursor,
            leases=leases,
            spends=(*priced.spends, *own),
            shared_leases=of_all,
            shared_spends=(*priced.shared_spends, *of_all_used),
            basis=basis_of(priced, stamp.moment, usable),
        )
        sale = build_sale(priced, settlement, request.programme, facts)
        if isinstance(sale, ValueShort):
            return Refused(Why.VALUE_SHORT, {"usable_minor": spendable(leases, stamp.day)})
        if isinstance(sale, ShortOf):
            return Refused(Why.RIGHT_SHORT, {"unit": sale.unit, "held": sale.held})
        return sale

    def _why_pin(
        self, uow: UnitOfWork, request: SaleRequest, settlement: Settlement, view: MemberView, stamp: Stamp
    ) -> Refused | None:
        """Above the programme's limit stored value asks for the customer's PIN."""
        limit_minor = request.programme.stored_value.pin_above_minor
        parts = zip(settlement.tendered, settlement.applied_minor, strict=True)
        value_minor = sum(applied for tender, applied in parts if tender.type is TenderType.STORED_VALUE)
        if limit_minor is None or value_minor <= limit_minor:
            return None
        return why_not_so_much(uow, self.hasher, view.wallet, request.allowed_by, stamp.corrected_at, limit_minor)

    def _why_value_rests(self, uow: UnitOfWork, view: MemberView | None, stamp: Stamp) -> Why | None:
        if view is None:
            return Why.VALUE_NEEDS_MEMBER
        if stamp.frozen:
            return Why.VALUE_FROZEN_BY_CLOCK
        return closed_wallet(uow, self.directory, view.wallet) or self.guard(uow.config, stamp.corrected_at)

    def _post(self, uow: UnitOfWork, sale: Sale, stamp: Stamp) -> None:
        entries = entries_of_sale(sale, uow.state().merchant)
        body = sale_event_body(sale, entries)
        event = self.recorder.record(uow, Kind.SALE, body, stamp, sale.id)
        uow.ledger.post(event, entries)
        uow.sales.record_sale(event, sale)
        cash = any(tender.type is TenderType.CASH for tender in sale.tenders)
        uow.spool.add(SlipKind.SALE, sale.id, kick_drawer=cash)
        note_payments(uow.config, Kind.SALE, body)
        # In the same transaction: a basket that was paid must not come back after a crash, to be paid again.
        forget_basket(uow)


def _price_seen(request: SaleRequest, stamp: Stamp, usable: Mapping[Unit, int]) -> PricedBasket | Refused:
    """The price, if it is the one that the customer saw and may be sold at."""
    basket, programme, moment = request.basket, request.programme, stamp.moment
    priced = price(basket, programme, moment, usable)
    if stop := next(iter(stopped(basket, programme, moment, usable)), None):
        return refusal_of(stop, name_in(stop.rule.names, ""))
    if priced.total_minor != request.total_minor:
        return Refused(Why.PRICE_CHANGED, {"total_minor": priced.total_minor})
    return priced


def _settlement(priced: PricedBasket, request: SaleRequest) -> Settlement | Refused:
    """What was tendered, if it may be combined and pays for everything."""
    with_offers = any(is_of_offers(line.reasons) for line in priced.lines)
    kinds = (tender.kind for tender in request.tendered)
    if why := why_not_combined(kinds, request.programme, with_offers=with_offers):
        return Refused(why, {"total_minor": priced.total_minor})
    settlement = settle(priced.total_minor, request.tendered)
    if isinstance(settlement, Settlement) and not settlement.is_paid:
        return Refused(Why.TENDER_SHORT, {"remaining_minor": settlement.remaining_minor})
    return settlement


def _what_may_not_be(uow: UnitOfWork, request: SaleRequest) -> Refused | None:
    """Why the basket or the tenders cannot be believed, whatever the screen has let through."""
    for line in request.basket.lines:
        if not 0 < line.quantity_milli <= MAX_QUANTITY_MILLI:
            return Refused(Why.QUANTITY_OUT_OF_RANGE)
        if line.manual is None:
            continue
        if line.manual.unit_price_minor < 0:
            return Refused(Why.AMOUNT_NOT_POSITIVE)
        if refused := check_approval(uow, line.manual.approval, Permission.PRICE_OVERRIDE):
            return refused
    for exception in request.basket.exceptions:
        if refused := check_approval(uow, exception.approval, Permission.SALE_EXCEPTION):
            return refused
    return _what_tenders_may_not_be(request)


def _what_tenders_may_not_be(request: SaleRequest) -> Refused | None:
    for tender in request.tendered:
        kind = request.programme.tender_kind(tender.kind)
        if kind is None or kind.type is not tender.type:
            return Refused(Why.TENDER_UNKNOWN)
        # The dialog takes whatever is scanned; a card swiped into it must not be kept.
        if is_swiped_card(tender.reference):
            return Refused(Why.BANK_CARD)
    return None
