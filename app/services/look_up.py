"""Look up what was scanned, swiped or typed into the scan field."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.catalogue import Product
from app.domain.codes import (
    BankCard,
    Code,
    CodeRules,
    Gtin,
    MemberCard,
    ReceiptCode,
    StoredValueCard,
    Unknown,
    UnreadableCard,
    Voucher,
    WeighedItem,
    decode,
)
from app.domain.errors import Refused, Why
from app.domain.member import Member, MemberView
from app.domain.money import MILLI, divide_half_up
from app.ports.store import Store
from app.services.find_members import FindMembers
from app.services.view_member import ViewMember

PRODUCT_LIMIT = 20


@dataclass(frozen=True, slots=True)
class FoundProduct:
    """A product with the quantity (thousandths) and, from a scale's label, the price it stands for."""

    product: Product
    quantity_milli: int = MILLI
    label_price_minor: int | None = None


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
    rules: CodeRules

    def __call__(self, text: str) -> Found:
        """What `text` is in this shop."""
        code = decode(text, self.rules)
        match code:
            case MemberCard(number) | StoredValueCard(number):
                return self.view_member.by_card(number)
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

    def _goods(self, code: Code) -> Found:
        with self.store.unit_of_work() as uow:
            match code:
                case Gtin(number):
                    return _sellable(uow.products.by_gtin(number), number)
                case WeighedItem(plu, grams, price_minor):
                    return _weighed(uow.products.by_plu(plu), grams, price_minor)
                case Unknown(text, bad_check_digit):
                    products = uow.products.search(text, PRODUCT_LIMIT)
                case _:
                    return Refused(Why.CODE_UNKNOWN)
        members = self.find_members(text) if not products else ()
        if len(products) == 1 and not members:
            return _sellable(products[0])
        if products or members:
            return Choices(products, members)
        return Refused(Why.CODE_CHECK_DIGIT if bad_check_digit else Why.CODE_UNKNOWN, {"code": text[:20]})


def _sellable(product: Product | None, code: str = "") -> FoundProduct | Refused:
    if product is None:
        return Refused(Why.CODE_UNKNOWN, {"code": code} if code else {})
    return FoundProduct(product) if product.for_sale else Refused(Why.PRODUCT_NOT_FOR_SALE, {"name": product.name})


def _weighed(product: Product | None, grams: int | None, price_minor: int | None) -> FoundProduct | Refused:
    found = _sellable(product)
    if isinstance(found, Refused):
        return found
    if grams is not None:
        return FoundProduct(found.product, grams) if grams else Refused(Why.QUANTITY_OUT_OF_RANGE)
    price = price_minor or 0
    weight = divide_half_up(price * MILLI, found.product.price_minor) if found.product.price_minor else 0
    return FoundProduct(found.product, weight, price) if weight else Refused(Why.QUANTITY_OUT_OF_RANGE)
