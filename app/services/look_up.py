"""Look up what was scanned, swiped or typed into the scan field."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.catalogue import Measure, Product
from app.domain.codes import (
    BankCard,
    Code,
    CodeRules,
    Gs1Item,
    Gtin,
    MemberCard,
    MemberCode,
    ReceiptCode,
    StoredValueCard,
    Unknown,
    UnreadableCard,
    Voucher,
    WeighedItem,
    decode,
)
from app.domain.codes.gs1.dates import day_of
from app.domain.errors import Refused, Why
from app.domain.member import Member, MemberView
from app.domain.money import MILLI, divide_half_up
from app.ports.store import Store
from app.services.accept_member_code import AcceptMemberCode
from app.services.codes_in_force import CodesInForce
from app.services.find_members import FindMembers
from app.services.stamp import Recorder
from app.services.view_member import ViewMember

PRODUCT_LIMIT = 20
_OUT_OF_RANGE = Refused(Why.QUANTITY_OUT_OF_RANGE)


@dataclass(frozen=True, slots=True)
class FoundProduct:
    """A product with the quantity (thousandths) and, from its label, the price it stands for.

    `note` is what else the label says, as GS1 writes it for people. `past_since`: the ISO date it was good until.
    """

    product: Product
    quantity_milli: int = MILLI
    label_price_minor: int | None = None
    note: str = ""
    past_since: str = ""


@dataclass(frozen=True, slots=True)
class FoundReceipt:
    """The number of one of our receipts: a refund may follow."""

    receipt_number: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Several things fit what was typed."""

    products: Sequence[Product]
    members: Sequence[Member]


Found = FoundProduct | MemberView | FoundReceipt | Choices | Refused


@dataclass(frozen=True, slots=True)
class LookUp:
    """From text to product, member, receipt or a clear refusal. The text is never logged."""

    store: Store
    view_member: ViewMember
    find_members: FindMembers
    accept_member_code: AcceptMemberCode
    recorder: Recorder
    codes: CodesInForce

    @property
    def rules(self) -> CodeRules:
        """How codes are told apart now."""
        return self.codes.rules

    def __call__(self, text: str) -> Found:
        """What `text` is in this shop."""
        code = decode(text, self.rules)
        match code:
            case MemberCard(number) | StoredValueCard(number):
                return self.view_member.by_card(number)
            case MemberCode():
                return self._member(code)
            case ReceiptCode(number):
                return FoundReceipt(number)
            case BankCard():
                return Refused(Why.BANK_CARD)
            case UnreadableCard():
                return Refused(Why.CARD_UNREADABLE)
            case Voucher():
                return Refused(Why.CODE_UNKNOWN)
            case _:
                return self._goods(code)

    def _member(self, code: MemberCode) -> MemberView | Refused:
        view = self.view_member.by_card(code.card)
        if isinstance(view, Refused):
            return view
        return self.accept_member_code(code) or view

    def _goods(self, code: Code) -> Found:
        with self.store.unit_of_work() as uow:
            match code:
                case Gtin(number):
                    return _sellable(uow.products.by_gtin(number), number)
                case Gs1Item():
                    found = _labelled(_sellable(uow.products.by_gtin(code.number), code.number), code)
                    return (
                        found if isinstance(found, Refused) else self._dated(found, code, self.recorder.look(uow).day)
                    )
                case WeighedItem(plu, grams, price_minor):
                    return _weighed(uow.products.by_plu(plu), grams, price_minor)
                case Unknown(text, bad_check_digit):
                    products = uow.products.search(text, PRODUCT_LIMIT)
                case _:
                    return Refused(Why.CODE_UNKNOWN)
        members = self.find_members(text)
        if len(products) == 1 and not members:
            return _sellable(products[0])
        if products or members:
            return Choices(products, members)
        return Refused(Why.CODE_CHECK_DIGIT if bad_check_digit else Why.CODE_UNKNOWN, {"code": text[:20]})

    def _dated(self, found: FoundProduct, item: Gs1Item, today: str) -> FoundProduct | Refused:
        """With batch and dates as a note; what is past its date is marked, or refused where the shop has set so."""
        dates = {
            written: day_of(digits, today)
            for written, digits in (("15", item.best_before), ("16", item.sell_by), ("17", item.expiry))
            if digits
        }
        facts = {**({"10": item.batch} if item.batch else {}), **dates}
        note = " ".join(f"({written}){value}" for written, value in facts.items())
        past = min((day for day in dates.values() if day < today), default="")
        if past and self.codes.refuses_past_dates:
            return Refused(Why.PAST_DATE, {"name": found.product.name, "day": past})
        return replace(found, note=note, past_since=past)


def _sellable(product: Product | None, code: str = "") -> FoundProduct | Refused:
    if product is None:
        return Refused(Why.CODE_UNKNOWN, {"code": code} if code else {})
    return FoundProduct(product) if product.for_sale else Refused(Why.PRODUCT_NOT_FOR_SALE, {"name": product.name})


def _labelled(found: FoundProduct | Refused, item: Gs1Item) -> FoundProduct | Refused:
    """As much of it as the label says, at the label's price."""
    if isinstance(found, Refused):
        return found
    product, grams, price = found.product, item.weight_grams, item.price_minor
    if product.measure is Measure.PIECE:
        quantity = (1 if item.count is None else item.count) * MILLI
        # A price for the whole package is one only where the package is one piece.
        return FoundProduct(product, quantity, price if quantity == MILLI else None) if quantity else _OUT_OF_RANGE
    if grams is None:
        return found if price is None else _weighed(product, None, price)
    return FoundProduct(product, grams, price) if grams else _OUT_OF_RANGE


def _weighed(product: Product | None, grams: int | None, price_minor: int | None) -> FoundProduct | Refused:
    found = _sellable(product)
    if isinstance(found, Refused):
        return found
    if grams is not None:
        return FoundProduct(found.product, grams) if grams else _OUT_OF_RANGE
    price = price_minor or 0
    weight = divide_half_up(price * MILLI, found.product.price_minor) if found.product.price_minor else 0
    return FoundProduct(found.product, weight, price) if weight else _OUT_OF_RANGE
