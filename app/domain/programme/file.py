"""Programme files: TOML in, Programme out. A wrong file gets all its errors and nothing of it is used."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from app.domain.ids import TierId
from app.domain.money import parse_minor
from app.domain.programme.model import (
    AmountOff,
    EnterLine,
    Goods,
    GoodsDiscount,
    NthPiece,
    PointsRule,
    Programme,
    Promotion,
    TenderKind,
    TenderType,
    Tier,
)
from app.domain.stored_value import SpendOrder


@dataclass(frozen=True, slots=True)
class FileFault:
    """One mistake in a programme file: where (dotted path) and what was expected."""

    path: str
    expected: str


class ProgrammeFileError(Exception):
    """A programme file that cannot be used, with every mistake found."""

    def __init__(self, faults: tuple[FileFault, ...]) -> None:
        super().__init__("; ".join(f"{fault.path}: {fault.expected}" for fault in faults))
        self.faults = faults


def read_programme(text: str) -> Programme:
    """The programme that a file's text describes; ProgrammeFileError with all its faults."""
    try:
        parsed = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProgrammeFileError((FileFault("file", str(error)),)) from error
    try:
        return _ProgrammeFile.model_validate(parsed).to_programme()
    except ValidationError as error:
        faults = tuple(FileFault(".".join(map(str, fault["loc"])), fault["msg"]) for fault in error.errors())
        raise ProgrammeFileError(faults) from error


def _amount(value: object) -> object:
    if isinstance(value, str):
        minor = parse_minor(value)
        if minor is None:
            raise ValueError('an amount in quotes, such as "12.50"')
        return minor
    raise ValueError('an amount in quotes, such as "12.50"')


_Amount = Annotated[int, BeforeValidator(_amount)]
_Percent = Annotated[int, Field(gt=0, le=1_000)]
_IsoDate = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _GoodsPart(_Part):
    categories: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    products: frozenset[str] = frozenset()

    def to_goods(self) -> Goods:
        return Goods(self.categories, self.classes, self.products)


class _Discount(_GoodsPart):
    percent: Annotated[int, Field(gt=0, lt=100)]

    def to_discount(self) -> GoodsDiscount:
        return GoodsDiscount(self.percent * 100, self.to_goods())


class _Enter(_Part):
    measure: Literal["spend"]
    at_least: _Amount


class _Tier(_Part):
    id: str
    name: Mapping[str, str]
    enter: tuple[_Enter, ...] = ()
    member_price: bool = True
    points_percent: _Percent = 100
    discounts: tuple[_Discount, ...] = ()

    def to_tier(self) -> Tier:
        return Tier(
            id=TierId(self.id),
            names=self.name,
            enter=tuple(EnterLine(line.measure, line.at_least) for line in self.enter),
            member_price=self.member_price,
            discounts=tuple(discount.to_discount() for discount in self.discounts),
            points_basis_points=self.points_percent * 100,
        )


class _Points(_Part):
    points: Annotated[int, Field(gt=0)]
    per: Annotated[_Amount, Field(gt=0)]
    valid_years: Annotated[int, Field(ge=0, le=20)] = 1


class _Step(_Part):
    from_: Annotated[_Amount, Field(alias="from")]
    off: _Amount


class _PromotionPart(_GoodsPart):
    id: str
    name: Mapping[str, str]
    members_only: bool = False
    valid_from: _IsoDate | Literal[""] = ""
    valid_to: _IsoDate | Literal[""] = ""

    def common(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "names": self.name,
            "goods": self.to_goods(),
            "members_only": self.members_only,
            "valid_from": self.valid_from,
            "valid_to": self.valid_to,
        }


class _NthPiece(_PromotionPart):
    kind: Literal["nth_piece"]
    count: Annotated[int, Field(ge=2)]
    percent: Annotated[int, Field(ge=0, lt=100)]

    def to_promotion(self) -> Promotion:
        return NthPiece(**self.common(), count=self.count, price_basis_points=self.percent * 100)


class _AmountOff(_PromotionPart):
    kind: Literal["amount_off"]
    steps: Annotated[tuple[_Step, ...], Field(min_length=1)]

    def to_promotion(self) -> Promotion:
        return AmountOff(**self.common(), steps=tuple((step.from_, step.off) for step in self.steps))


class _TenderKind(_Part):
    id: str
    name: Mapping[str, str]
    type: TenderType
    asks_reference: bool = False
    earns: bool = True


class _StoredValue(_Part):
    spend_order: SpendOrder = SpendOrder.BONUS_AFTER


class _ProgrammeFile(_Part):
    format: Literal[1]
    id: str
    version: Annotated[int, Field(ge=1)]
    effective_from: _IsoDate
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")]
    name: Mapping[str, str]
    points: _Points | None = None
    stored_value: _StoredValue = _StoredValue()
    tiers: tuple[_Tier, ...] = ()
    promotions: tuple[Annotated[_NthPiece | _AmountOff, Field(discriminator="kind")], ...] = ()
    tender_kinds: Annotated[tuple[_TenderKind, ...], Field(min_length=1)]

    def to_programme(self) -> Programme:
        points = self.points
        return Programme(
            id=self.id,
            version=self.version,
            names=self.name,
            effective_from=self.effective_from,
            currency=self.currency,
            tiers=tuple(tier.to_tier() for tier in self.tiers),
            tender_kinds=tuple(
                TenderKind(kind.id, kind.name, kind.type, kind.asks_reference, kind.earns) for kind in self.tender_kinds
            ),
            points=PointsRule(points.points, points.per, points.valid_years) if points else None,
            promotions=tuple(promotion.to_promotion() for promotion in self.promotions),
            spend_order=self.stored_value.spend_order,
        )
