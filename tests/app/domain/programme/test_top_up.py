"""What a top-up brings: steps, instalments, dates, limits."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import WalletId
from app.domain.lease import Lease, Take
from app.domain.ledger import BONUS, POINTS, PRINCIPAL, Lot, Unit
from app.domain.programme.model import Lasting
from app.domain.programme.spans import last_day
from app.domain.programme.top_up import (
    CouponGift,
    TopUpOffer,
    TopUpQuote,
    TopUpStep,
    months_later,
    quote_top_up,
)

DAY = "2026-11-22"
WALLET = WalletId("w-zhang")
CAKE = Unit("coupon:cake")
TIMES = Unit("limit:autumn:member")
STEPS = (TopUpStep(50_000, bonus_minor=5_000), TopUpStep(100_000, bonus_minor=15_000))
AUTUMN = TopUpOffer("autumn", {"zh_CN": "充500送50"}, STEPS)


def quote(paid_minor: int, *offers: TopUpOffer, leases: tuple[Lease, ...] = (), until: str = "") -> TopUpQuote:
    return quote_top_up(paid_minor, offers, day=DAY, number="t1", leases=leases, principal_until=until)


def test_without_an_offer_it_is_the_principal_alone() -> None:
    assert quote(20_000).credits == (Take(PRINCIPAL, Lot("topup:t1"), 20_000),)


@pytest.mark.parametrize(("paid", "bonus"), [(49_999, 0), (50_000, 5_000), (99_999, 5_000), (100_000, 15_000)])
def test_the_highest_step_reached_counts(paid: int, bonus: int) -> None:
    assert quote(paid, AUTUMN).total(BONUS) == bonus


def test_a_share_of_what_is_paid_points_and_coupons() -> None:
    step = TopUpStep(10_000, bonus_basis_points=1_000, points=200, coupons=(CouponGift(CAKE, 2),))
    offer = TopUpOffer("mixed", {}, (step,), lasts=Lasting(months=6))
    rest = Lot("topup:t1", "", "2027-05-21")
    assert quote(12_345, offer).credits == (
        Take(PRINCIPAL, Lot("topup:t1"), 12_345),
        Take(BONUS, rest, 1_235),
        Take(POINTS, rest, 200),
        Take(CAKE, rest, 2),
    )


def test_monthly_instalments_carry_their_days() -> None:
    offer = TopUpOffer("monthly", {}, (TopUpStep(100_000, bonus_minor=10_000),), instalments=3, first_after_months=1)
    lots = [(part.lot.available_on, part.amount) for part in quote(100_000, offer).credits if part.unit == BONUS]
    assert lots == [("2026-12-22", 3_334), ("2027-01-22", 3_333), ("2027-02-22", 3_333)]


@given(
    paid=st.integers(1, 10_000_000),
    bonus=st.integers(0, 1_000_000),
    rate=st.integers(0, 10_000),
    parts=st.integers(1, 36),
    later=st.integers(0, 12),
    valid=st.integers(0, 36),
    day=st.dates(datetime.date(2024, 1, 1), datetime.date(2031, 12, 31)),
)
def test_instalments_add_up_to_the_cent_and_come_month_by_month(
    paid: int, bonus: int, rate: int, parts: int, later: int, valid: int, day: datetime.date
) -> None:
    step = TopUpStep(1, bonus_minor=bonus, bonus_basis_points=rate)
    offer = TopUpOffer("any", {}, (step,), instalments=parts, first_after_months=later, lasts=Lasting(months=valid))
    made = quote_top_up(paid, (offer,), day=day.isoformat(), number="t1")
    assert made.total(PRINCIPAL) == paid
    assert made.total(BONUS) == step.bonus_for(paid)
    lots = [part for part in made.credits if part.unit == BONUS]
    assert len(lots) <= parts
    assert len({part.lot for part in lots}) == len(lots)
    assert all(part.amount > 0 for part in made.credits)
    free = [part.lot.available_on or day.isoformat() for part in lots]
    assert free == [months_later(day.isoformat(), later + n) for n in range(len(lots))]
    assert max((part.amount for part in lots), default=0) - min((part.amount for part in lots), default=0) <= 1
    for part in lots:
        first = part.lot.available_on or day.isoformat()
        assert part.lot.usable_on(first)
        assert bool(part.lot.expires_on) is bool(valid)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-11-30", 3, "2027-02-28")],
)
def test_a_month_without_the_day_ends_sooner(day: str, months: int, later: str) -> None:
    assert months_later(day, months) == later


def test_a_month_lasts_to_the_day_before() -> None:
    assert last_day(Lasting(months=12), "2026-11-22") == "2027-11-21"
    assert last_day(Lasting(months=0), "2026-11-22") == ""


def test_an_anonymous_cards_principal_ends() -> None:
    assert quote(20_000, until="2029-11-22").credits[0].lot == Lot("topup:t1", "", "2029-11-22")


def test_an_offer_outside_its_days_gives_nothing() -> None:
    over = TopUpOffer("over", {}, STEPS, valid_to="2026-11-21")
    later = TopUpOffer("later", {}, STEPS, valid_from="2026-11-23")
    assert quote(100_000, over, later).applied == ()
    assert quote(100_000, TopUpOffer("today", {}, STEPS, valid_from=DAY, valid_to=DAY)).applied == ("today",)


def test_a_limit_is_a_right_this_till_must_hold() -> None:
    limited = TopUpOffer("once", {}, STEPS, limits=(TIMES,))
    right = Lot("once", "", "2026-12-31")
    without = quote(50_000, limited, AUTUMN)
    assert (without.applied, without.withheld, without.total(BONUS)) == (("autumn",), ("once",), 5_000)
    held = (Lease(WALLET, TIMES, right, granted=1),)
    with_it = quote(50_000, limited, limited, leases=held)
    assert with_it.rights == (Take(TIMES, right, 1),)
    assert (with_it.applied, with_it.withheld) == (("once",), ("once",))


def test_every_limit_of_an_offer_counts_the_members_and_those_for_all() -> None:
    day, life, all_ = Unit("right:once:day:2026-11-22"), Unit("right:once:life:"), Unit("right:once:month:2026-11")
    offer = TopUpOffer("once", {}, STEPS, limits=(day, life), shared_limits=(all_,))
    lot = Lot("right")
    own = (Lease(WALLET, day, lot, granted=1), Lease(WALLET, life, lot, granted=2))
    of_all = (Lease(WALLET, all_, lot, granted=1),)
    for leases, shared in ((own, ()), (own[:1], of_all), ((), of_all)):
        assert quote_top_up(50_000, [offer], day=DAY, number="t", leases=leases, shared=shared).withheld == ("once",)
    made = quote_top_up(50_000, [offer, offer], day=DAY, number="t", leases=own, shared=of_all)
    assert (made.applied, made.withheld) == (("once",), ("once",))
    assert made.rights == (Take(day, lot, 1), Take(life, lot, 1))
    assert made.shared == (Take(all_, lot, 1),)


def test_what_is_given_lasts_as_the_offer_says_in_days_as_well() -> None:
    offer = TopUpOffer("brief", {}, STEPS, lasts=Lasting(days=30))
    [bonus] = [part for part in quote(50_000, offer).credits if part.unit == BONUS]
    assert bonus.lot.expires_on == "2026-12-21"
