"""A programme as the engine uses it. It comes from a file only (`file.read_programme`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.catalogue import Product
from app.domain.ids import TierId
from app.domain.stored_value import SpendOrder

ENGINE_VERSION = 1

Names = Mapping[str, str]


class TenderType(StrEnum):
    """How a tender behaves at the till."""

    CASH = "cash"
    STORED_VALUE = "stored_value"
    EXTERNAL = "external"


@dataclass(frozen=True, slots=True)
class Goods:
    """Which products something is for; an empty set means all."""

    categories: frozenset[str] = frozenset()
    goods_classes: frozenset[str] = frozenset()
    products: frozenset[str] = frozenset()

    def include(self, product: Product) -> bool:
        """Whether `product` is among them."""
        return (
            (not self.categories or product.category in self.categories)
            and (not self.goods_classes or product.goods_class in self.goods_classes)
            and (not self.products or product.id in self.products)
        )


@dataclass(frozen=True, slots=True)
class GoodsDiscount:
    """`price_basis_points` 9500 = the price is 95 % (95折) on these goods."""

    price_basis_points: int
    goods: Goods = Goods()


@dataclass(frozen=True, slots=True)
class EnterLine:
    """A tier is reached when `measure` is at least `at_least` (money in minor units)."""

    measure: str
    at_least: int


@dataclass(frozen=True, slots=True)
class Tier:
    """One tier; a later one in the programme is higher. Reached by any of its enter lines; none = by joining."""

    id: TierId
    names: Names
    enter: tuple[EnterLine, ...] = ()
    member_price: bool = True
    discounts: tuple[GoodsDiscount, ...] = ()
    points_basis_points: int = 10_000


@dataclass(frozen=True, slots=True)
class PointsRule:
    """`points` for every whole `per_minor` paid, valid to the end of the `valid_years`-th year after (0 = for ever)."""

    points: int
    per_minor: int
    valid_years: int = 1


@dataclass(frozen=True, slots=True)
class NthPiece:
    """Every `count`-th piece costs `price_basis_points` of its price; the cheapest piece of each group is the one."""

    id: str
    names: Names
    count: int
    price_basis_points: int
    goods: Goods = Goods()
    members_only: bool = False
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class AmountOff:
    """The highest step reached counts: from `threshold_minor` on, `off_minor` off the goods together."""

    id: str
    names: Names
    steps: tuple[tuple[int, int], ...]
    goods: Goods = Goods()
    members_only: bool = False
    valid_from: str = ""
    valid_to: str = ""


Promotion = NthPiece | AmountOff


@dataclass(frozen=True, slots=True)
class TenderKind:
    """A way to pay, as data. `asks_reference` = the terminal's number is recorded; `earns` = it brings points."""

    id: str
    names: Names
    type: TenderType
    asks_reference: bool = False
    earns: bool = True


@dataclass(frozen=True, slots=True)
class Programme:
    """Everything a shop grants its members, as of one version."""

    id: str
    version: int
    names: Names
    effective_from: str
    currency: str
    tiers: tuple[Tier, ...]
    tender_kinds: tuple[TenderKind, ...]
    points: PointsRule | None = None
    promotions: tuple[Promotion, ...] = ()
    spend_order: SpendOrder = SpendOrder.BONUS_AFTER

    def tier(self, tier_id: TierId | None) -> Tier | None:
        """The tier with this id, or None."""
        return next((tier for tier in self.tiers if tier.id == tier_id), None)

    def tender_kind(self, kind_id: str) -> TenderKind | None:
        """The tender kind with this id, or None."""
        return next((kind for kind in self.tender_kinds if kind.id == kind_id), None)

    def offer_names(self, offer_id: str) -> Names | None:
        """What the tier or promotion with this id is called."""
        for offer in (*self.tiers, *self.promotions):
            if offer.id == offer_id:
                return offer.names
        return None


def name_in(names: Names, language: str) -> str:
    """The name in `language`, else in Chinese, else any."""
    return names.get(language) or names.get("zh_CN") or next(iter(names.values()), "")
