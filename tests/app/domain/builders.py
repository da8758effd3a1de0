"""Builders of domain values for tests: short names, sensible defaults."""

from dataclasses import replace
from pathlib import Path

from app.domain.basket import Basket
from app.domain.catalogue import Measure, Product
from app.domain.ids import CardNumber, MemberId, OperatorId, ProductId, SaleId, ShiftId, TierId, TillId, WalletId
from app.domain.lease import Lease
from app.domain.ledger import BONUS, POINTS, PRINCIPAL, Lot
from app.domain.member import Card, Holding, Member, MemberView
from app.domain.pricing import PricedBasket, price
from app.domain.programme.file import read_programme
from app.domain.programme.model import Programme, TenderType
from app.domain.programme.scene import Moment
from app.domain.sale.basis import basis_of
from app.domain.sale.build import SaleFacts, build_sale
from app.domain.sale.facts import Origin, Sale
from app.domain.staff import Approval, Permission
from app.domain.tender import Settlement, Tendered, settle

TILL = TillId("T01")
WALLET = WalletId("w-zhang")
TODAY = "2026-11-22"
DEMO_PROGRAMME = read_programme(Path("resources/programmes/demo.toml").read_text(encoding="utf-8"))


def product(number: int = 1, price_minor: int = 1_000, **changes: object) -> Product:
    """A product by the piece, in no category of an offer unless said."""
    plain = Product(
        ProductId(f"p{number}"), f"商品{number}", price_minor, gtin=f"690000000{number:04d}", category="snacks"
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def weighed(price_minor: int = 3_980) -> Product:
    """A product by the kilogram."""
    return product(99, price_minor, measure=Measure.KILOGRAM, plu="00099", category="fresh")


def member_view(tier: str | None = "silver", spend: int = 0, principal: int = 50_000, bonus: int = 5_000) -> MemberView:
    """张三 with a wallet that this till holds whole."""
    member = Member(
        MemberId("m-zhang"), WALLET, "张三", "13800001234", TierId(tier) if tier else None, measures={"spend": spend}
    )
    member = replace(member, added=member.measures)
    holdings = {
        PRINCIPAL: Holding(PRINCIPAL, principal, principal),
        BONUS: Holding(BONUS, bonus, bonus),
        POINTS: Holding(POINTS, 300, 300),
    }
    return MemberView(WALLET, member, Card(CardNumber("880000000013"), WALLET, member.id), holdings)


def leases(principal: int = 50_000, bonus: int = 5_000, points: int = 300) -> tuple[Lease, ...]:
    """What the till holds of 张三's wallet."""
    return (
        Lease(WALLET, PRINCIPAL, Lot("top_up"), granted=principal),
        Lease(WALLET, BONUS, Lot("top_up", "", "2027-12-31"), granted=bonus),
        Lease(WALLET, POINTS, Lot("sale", "2026-01-01", "2027-12-31"), granted=points),
    )


def basket_of(*products: Product, member: MemberView | None = None) -> Basket:
    """A basket with each product scanned once."""
    basket = Basket().with_member(member)
    for item in products:
        basket = basket.add(item)
    return basket


def cash(given_minor: int) -> Tendered:
    """Cash handed over."""
    return Tendered("cash", TenderType.CASH, given_minor)


def stored_value(amount_minor: int) -> Tendered:
    """A payment from the card."""
    return Tendered("stored_value", TenderType.STORED_VALUE, amount_minor)


def origin(receipt: int = 1) -> Origin:
    """Where and when."""
    return Origin(TILL, 1, receipt, ShiftId("shift1"), OperatorId("chen"), TODAY, 1_764_000_000_000, 1_764_000_000_000)


def approval(reason: str = "质量问题") -> Approval:
    """A refund the supervisor has allowed."""
    return Approval(Permission.REFUND, OperatorId("chen"), OperatorId("zhou"), reason)


def sale_of(
    priced: PricedBasket,
    *tendered: Tendered,
    programme: Programme = DEMO_PROGRAMME,
    held: tuple[Lease, ...] | None = None,
    receipt: int = 1,
) -> Sale:
    """The sale of a priced basket, paid with these tenders."""
    settlement = settle(priced.total_minor, tendered)
    assert isinstance(settlement, Settlement)
    basis = basis_of(priced, Moment(TODAY), {})
    own = leases() if held is None else held
    facts = SaleFacts(SaleId(f"sale{receipt}"), origin(receipt), TODAY, 1, 1, own, basis=basis)
    sale = build_sale(priced, settlement, programme, facts)
    assert isinstance(sale, Sale)
    return sale


def priced(basket: Basket, programme: Programme = DEMO_PROGRAMME) -> PricedBasket:
    """The basket priced today."""
    return price(basket, programme, Moment(TODAY))
