"""Each measure over its window."""

import pytest

from app.domain.ids import TierId
from app.domain.ledger import POINTS, PRINCIPAL, Lot
from app.domain.programme.lifecycle.facts import Acted, Bought, Paid, Returned, ReturnedLine, SoldLine
from app.domain.programme.lifecycle.growth import GROWTH_LOT
from app.domain.programme.lifecycle.measuring import measured
from app.domain.programme.lifecycle.standing import Change, HeldTier, Standing, Why
from app.domain.programme.model import Goods, Measure, TenderKind, TenderType, Window
from app.domain.programme.rights import GROWTH
from app.domain.programme.scene import Moment
from tests.app.domain.programme.programmes import NAMES, plain, with_measures

DAY = "2026-06-30"


def _sale(
    number: str, day: str, paid_minor: int, kind: str = "cash", category: str = "", channel: str = "shop"
) -> Bought:
    lines = (SoldLine("p", paid_minor, paid_minor, category),)
    return Bought(number, Moment(day, channel=channel), lines, (Paid(kind, paid_minor),))


HISTORY = (
    _sale("old", "2025-06-30", 1_000),
    _sale("a", "2026-01-05", 3_000),
    _sale("b", "2026-06-01", 5_000, kind="gift_card"),
    _sale("c", "2026-06-01", 700, category="food", channel="online"),
    Returned("r", Moment("2026-06-02"), "a", (ReturnedLine(0, 1_000),)),
    Acted("s1", Moment("2026-06-03"), "sign-in"),
    Acted("s2", Moment("2026-06-04"), "sign-in"),
    Acted("x", Moment("2026-06-04"), "", reverts="s2"),
)


@pytest.mark.parametrize(
    ("of", "said", "value"),
    [
        ("spend", {}, 1_000 + 2_000 + 0 + 700),
        ("spend", {"window": Window(over="rolling", months=12)}, 2_700),
        ("spend", {"window": Window(over="rolling", days=30)}, 700),
        ("spend", {"window": Window(over="month")}, 700),
        ("spend", {"window": Window(over="quarter")}, 700),
        ("spend", {"window": Window(over="tier")}, 700),
        ("spend", {"goods": Goods(categories=frozenset({"food"}))}, 700),
        ("spend", {"channels": frozenset({"online"})}, 700),
        ("orders", {}, 4),
        ("orders", {"window": Window(over="year")}, 3),
        ("order_days", {}, 3),
        ("average_order", {}, 3_700 // 4),
        ("recency_days", {}, 29),
        ("actions", {"actions": frozenset({"sign-in"})}, 1),
        ("member_days", {}, 500),
        ("stored_balance", {}, 900),
        ("points_earned", {}, 70),
        ("growth", {}, 1_600),
        ("growth", {"from_actions_at_most": 400}, 1_000),
    ],
)
def test_what_is_measured(of: str, said: dict[str, object], value: int) -> None:
    kinds = (
        TenderKind(id="cash", names=NAMES, type=TenderType.CASH),
        TenderKind(id="gift_card", names=NAMES, type=TenderType.EXTERNAL, counts=False),
    )
    programme = with_measures(plain(), Measure(id="it", names=NAMES, of=of, **said), kinds=kinds)  # type: ignore[arg-type]
    standing = Standing(
        joined_on="2025-02-15",
        tiers={"main": HeldTier(TierId("gold"), "2026-05-01")},
        history=HISTORY,
        lots={(PRINCIPAL, Lot("topup:1")): 900},
        moves=(
            Change(POINTS, Lot("sale"), 100, Why.EARNED, "2026-01-05"),
            Change(POINTS, Lot("sale"), -30, Why.RETURNED, "2026-06-02"),
            Change(POINTS, Lot("sale"), -50, Why.SPENT, "2026-06-03"),
            Change(GROWTH, GROWTH_LOT, 600, Why.EARNED, "2026-01-05"),
            Change(GROWTH, GROWTH_LOT, 1_000, Why.ACTION, "2026-01-06"),
        ),
    )
    assert measured(programme, standing, DAY) == {"it": value}
