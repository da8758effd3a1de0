"""How much of each unit a till keeps at hand for a member who stands there (protocol section 3, defaults).

Everything that is spent by holding it is lent: money, points, coupons, passes, entitlements, spins, counted rights.
A debt is lent so that what the till credits pays it. Growth is head office's alone.
"""

from collections.abc import Iterable, Mapping, Sequence

from app.domain.ledger import BONUS, POINTS, POINTS_DEBT, PRINCIPAL, Unit

MONEY = (PRINCIPAL, BONUS)
# Asked for one after the other at a swipe; nobody's wallet holds so many kinds that matter at once.
MOST_UNITS = 12
_POINTS_SHARE = 5_000
_COUNTED_SHARE = 5
_MOST_OF_A_BATCH = 20
_COUNTED = frozenset({"coupon", "pass", "entitlement", "draw", "right"})


def kind_of(unit: Unit) -> str:
    """What stands before the colon: `coupon:birthday` is a `coupon`."""
    return unit.partition(":")[0]


def wants(
    held: Mapping[Unit, int], elsewhere: Mapping[Unit, int], *, ticket_minor: int, share_minor: int
) -> Sequence[tuple[Unit, int]]:
    """What to ask for of a wallet, money first; nothing of what is still enough here or lies nowhere else."""
    others = sorted(unit for unit in elsewhere if unit not in MONEY)
    asked = [*_money(held, elsewhere, ticket_minor, share_minor), *_others(held, elsewhere, others)]
    return asked[:MOST_UNITS]


def batch_of(count: int) -> int:
    """How much of what `count` times lies there for all members one till keeps at hand."""
    return min(_MOST_OF_A_BATCH, max(1, count // 10))


def batches(held: Mapping[Unit, int], shares: Mapping[Unit, int]) -> Sequence[tuple[Unit, int]]:
    """What to ask for of units that all members share: each filled up to its batch once a third is left."""
    return [(unit, batch - held.get(unit, 0)) for unit, batch in shares.items() if 3 * held.get(unit, 0) <= batch]


def _money(
    held: Mapping[Unit, int], elsewhere: Mapping[Unit, int], ticket_minor: int, share_minor: int
) -> Iterable[tuple[Unit, int]]:
    here = sum(held.get(unit, 0) for unit in MONEY)
    missing = share_minor - here if here < ticket_minor else 0
    for unit in MONEY:
        want = min(missing, elsewhere.get(unit, 0))
        if want > 0:
            yield unit, want
            missing -= want


def _others(
    held: Mapping[Unit, int], elsewhere: Mapping[Unit, int], units: Iterable[Unit]
) -> Iterable[tuple[Unit, int]]:
    for unit in units:
        share = _POINTS_SHARE if unit in (POINTS, POINTS_DEBT) else _COUNTED_SHARE if kind_of(unit) in _COUNTED else 0
        here = held.get(unit, 0)
        want = min(share - here, elsewhere[unit])
        if want > 0 and 3 * here <= share:
            yield unit, want
