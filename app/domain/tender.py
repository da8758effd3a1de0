"""Amount due and tenders: what is paid, what remains, what change is given (minor units)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.errors import Refused, Why
from app.domain.programme.model import Programme, TenderType
from app.domain.programme.reasons import Reason, ReasonCode

# In the order in which they are likely, not of their size.
_NOTES_MINOR = (10_000, 5_000, 1_000, 100, 500, 2_000)
_QUICK_AMOUNTS = 4
# Nobody hands over ten notes too many; a code that ended up in the amount is far beyond it.
_UNLIKELY_CHANGE_MINOR = 100_000
_OF_OFFERS = frozenset({ReasonCode.MEMBER_PRICE, ReasonCode.TIER_DISCOUNT, ReasonCode.PROMOTION, ReasonCode.COUPON})


@dataclass(frozen=True, slots=True)
class Tendered:
    """What the customer hands over: `given_minor` of a tender kind; `reference` of an external payment."""

    kind: str
    type: TenderType
    given_minor: int
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """How far the tenders go. `applied_minor` fits `tendered` one to one."""

    tendered: tuple[Tendered, ...]
    applied_minor: tuple[int, ...]
    remaining_minor: int
    change_minor: int

    @property
    def is_paid(self) -> bool:
        """Whether nothing is left to pay."""
        return self.remaining_minor == 0


def settle(due_minor: int, tendered: Sequence[Tendered]) -> Settlement | Refused:
    """Tenders applied in their order. Only cash gives change; anything else may not exceed what is left."""
    left, change = due_minor, 0
    applied: list[int] = []
    for tender in tendered:
        if tender.given_minor <= 0:
            return Refused(Why.AMOUNT_NOT_POSITIVE)
        part = min(left, tender.given_minor)
        if part < tender.given_minor and tender.type is not TenderType.CASH:
            return Refused(Why.TENDER_TOO_MUCH, {"remaining_minor": left})
        if part == 0 and due_minor:
            return Refused(Why.TENDER_TOO_MUCH, {"remaining_minor": 0})
        applied.append(part)
        change += tender.given_minor - part
        left -= part
    return Settlement(tuple(tendered), tuple(applied), left, change)


def why_not_likely(change_minor: int) -> Refused | None:
    """Refused where so much change says that something else than an amount was typed or scanned."""
    if change_minor < _UNLIKELY_CHANGE_MINOR:
        return None
    return Refused(Why.CHANGE_TOO_MUCH, {"change_minor": change_minor})


def is_of_offers(reasons: Iterable[Reason]) -> bool:
    """Whether an offer is among the reasons: a member price, a promotion, a coupon."""
    return any(reason.code in _OF_OFFERS for reason in reasons)


def why_not_combined(kinds: Iterable[str], programme: Programme, *, with_offers: bool) -> Why | None:
    """Why these (by id) cannot pay one sale: one that does not combine pays alone, and goods without offers."""
    taken = set(kinds)
    if all(kind.combines for kind in programme.tender_kinds if kind.id in taken):
        return None
    if len(taken) > 1:
        return Why.TENDER_ALONE
    return Why.TENDER_WITHOUT_OFFERS if with_offers else None


def quick_amounts(due_minor: int) -> tuple[int, ...]:
    """Cash that a customer is likely to hand over: the exact sum, whole tens, fifties and hundreds, at most four."""
    if due_minor <= 0:
        return ()
    amounts = {due_minor}
    for note in _NOTES_MINOR:
        amounts.add(-(-due_minor // note) * note)
        if len(amounts) == _QUICK_AMOUNTS:
            break
    return tuple(sorted(amounts))
