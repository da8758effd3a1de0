"""A sale and a refund as they stand for good: every figure the books, the receipt and head office need."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.basket import SaleException
from app.domain.ids import CardNumber, MemberId, OperatorId, ProductId, SaleId, ShiftId, TierId, TillId, WalletId
from app.domain.lease import Take
from app.domain.money import included_tax
from app.domain.programme.model import TenderType
from app.domain.programme.reasons import Reason
from app.domain.sale.basis import Basis
from app.domain.staff import Approval


@dataclass(frozen=True, slots=True)
class SaleLine:
    """One sold line. `list_minor` before, `net_minor` after its reasons; tax is inside."""

    number: int
    product: ProductId
    name: str
    gtin: str
    category: str
    goods_class: str
    measure: str
    quantity_milli: int
    unit_price_minor: int
    list_minor: int
    net_minor: int
    tax_rate_basis_points: int
    reasons: tuple[Reason, ...] = ()
    approval: Approval | None = None
    note: str = ""

    @property
    def tax_minor(self) -> int:
        """The tax inside `net_minor`."""
        return included_tax(self.net_minor, self.tax_rate_basis_points)


@dataclass(frozen=True, slots=True)
class SaleTender:
    """One payment: `amount_minor` went to the sale, `given_minor` was handed over, `takes` are its lots."""

    kind: str
    type: TenderType
    amount_minor: int
    given_minor: int
    reference: str = ""
    takes: tuple[Take, ...] = ()


@dataclass(frozen=True, slots=True)
class SaleMember:
    """Whose sale it was, with the facts its price rests on, as of the directory's `cursor`.

    Their name is not in it: the register knows it, until they want to be forgotten.
    """

    wallet: WalletId
    member: MemberId | None
    card: CardNumber | None
    tier: TierId | None
    measures: Mapping[str, int] = field(default_factory=dict)
    cursor: int = 0


@dataclass(frozen=True, slots=True)
class Origin:
    """Where and when: `at` is the wall clock, `corrected_at` never behind the till's high-water mark (UTC ms)."""

    till: TillId
    epoch: int
    receipt: int
    shift: ShiftId
    operator: OperatorId
    business_date: str
    at: int
    corrected_at: int

    @property
    def receipt_number(self) -> str:
        """The number on the receipt, gapless per till and epoch."""
        return f"{self.till}-{self.epoch}-{self.receipt:06d}"


@dataclass(frozen=True, slots=True)
class Sale:
    """A sale. `accrued` are points credited, `debt_paid` points that went to an older debt.

    `spent` are the lots of points, coupons and other rights that its prices used up, `shared` those of limits for all,
    out of the programme's own wallet. `exceptions` are sale rules that somebody let pass.
    `basis` is what else its prices rest on; None in sales of before there was one.
    """

    id: SaleId
    origin: Origin
    currency: str
    engine: int
    programme: str
    programme_version: int
    catalogue_version: int
    lines: tuple[SaleLine, ...]
    tenders: tuple[SaleTender, ...]
    change_minor: int
    member: SaleMember | None = None
    accrued: tuple[Take, ...] = ()
    debt_paid: tuple[Take, ...] = ()
    spent: tuple[Take, ...] = ()
    shared: tuple[Take, ...] = ()
    exceptions: tuple[SaleException, ...] = ()
    basis: Basis | None = None

    @property
    def list_minor(self) -> int:
        """The sum before any reason."""
        return sum(line.list_minor for line in self.lines)

    @property
    def total_minor(self) -> int:
        """What was paid."""
        return sum(line.net_minor for line in self.lines)

    @property
    def saving_minor(self) -> int:
        """What the customer saved."""
        return self.list_minor - self.total_minor

    @property
    def points(self) -> int:
        """Points this sale brought, those that paid a debt included."""
        return sum(take.amount for take in (*self.accrued, *self.debt_paid))


@dataclass(frozen=True, slots=True)
class RefundLine:
    """So much of a sold line goes back for so much."""

    number: int
    quantity_milli: int
    amount_minor: int


@dataclass(frozen=True, slots=True)
class Refund:
    """A refund of parts of one sale. `points_back` are taken from these lots, `debt` is what the wallet then owes.

    `spent_back` of what the sale used up is the member's again, `shared_back` everybody's, in `programme`'s wallet.
    `kept_minor` of the money is kept for `kept_points`: they should have gone back, and were spent already.
    """

    id: SaleId
    sale: SaleId
    sale_receipt_number: str
    origin: Origin
    currency: str
    lines: tuple[RefundLine, ...]
    tenders: tuple[SaleTender, ...]
    approval: Approval
    wallet: WalletId | None = None
    points_back: tuple[Take, ...] = ()
    debt: tuple[Take, ...] = ()
    spent_back: tuple[Take, ...] = ()
    programme: str = ""
    shared_back: tuple[Take, ...] = ()
    kept_points: int = 0
    kept_minor: int = 0

    @property
    def goods_minor(self) -> int:
        """What the goods had cost."""
        return sum(line.amount_minor for line in self.lines)

    @property
    def total_minor(self) -> int:
        """What is paid back."""
        return self.goods_minor - self.kept_minor

    @property
    def points(self) -> int:
        """Points taken back, those that are owed or were settled in money included."""
        return sum(take.amount for take in (*self.points_back, *self.debt)) + self.kept_points
