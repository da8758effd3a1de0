"""Why a line costs what it costs, and what would unlock the next step."""

from dataclasses import dataclass
from enum import StrEnum


class ReasonCode(StrEnum):
    """The kind of reason; its words stand in `resources/words/`."""

    MEMBER_PRICE = "member_price"
    TIER_DISCOUNT = "tier_discount"
    PROMOTION = "promotion"
    COUPON = "coupon"
    POINTS = "points"
    FEE_WAIVED = "fee_waived"
    MANUAL_PRICE = "manual_price"


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of a line's price. `amount_minor` is what it changed (negative = saved); `offer` the tier or promotion.

    `basis_points` is the share of the price that is left, where the reason is a rate.
    """

    code: ReasonCode
    offer: str
    offer_version: int
    amount_minor: int
    basis_points: int = 0


class StepKind(StrEnum):
    """What a next step is about; its words stand in `resources/words/`."""

    AMOUNT_OFF = "amount_off"
    NTH_PIECE = "nth_piece"
    PIECES_FOR = "pieces_for"
    BUNDLE = "bundle"
    COUPON = "coupon"
    FEE = "fee"


@dataclass(frozen=True, slots=True)
class NextStep:
    """`missing_minor` more of the offer's goods, or `missing_pieces` more, would save `gain_minor` more.

    A bundle's gain depends on the piece that is missing: it is 0 here.
    """

    offer: str
    missing_minor: int
    gain_minor: int
    kind: StepKind = StepKind.AMOUNT_OFF
    missing_pieces: int = 0
