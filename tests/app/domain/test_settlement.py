"""What merchants owe each other: every debt has its claim, nobody owes for their own, the rate is the taker's."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import MerchantId, WalletId
from app.domain.ledger import POINTS, PRINCIPAL, Lot, Unit
from app.domain.programme.model import Partner, PointsOff, Programme
from app.domain.settlement import Carried, Debt, Flow, net_positions, settle
from tests.app.domain.programme.programmes import NAMES, plain

CAFE, GYM, SPA = MerchantId("cafe"), MerchantId("gym"), MerchantId("spa")
ZHANG, LI = WalletId("w-zhang"), WalletId("w-li")
LOT, OTHER = Lot("sale", "2026-01-01", "2026-12-31"), Lot("gift", "", "")


def alliance() -> Programme:
    partners = (Partner(id="gym", names=NAMES, settles_basis_points=9_500),)
    return replace(plain(), points_off=PointsOff(points=100, worth_minor=100), partners=partners)


def flow(merchant: MerchantId, issued: int = 0, taken: int = 0, wallet: WalletId = ZHANG, lot: Lot = LOT) -> Flow:
    return Flow(wallet, POINTS, lot, merchant, issued, taken)


def test_what_one_issued_and_another_took_is_owed_at_the_takers_rate() -> None:
    debts = settle(alliance(), [flow(CAFE, 1_000), flow(GYM, 0, 600), flow(SPA, 0, 100)], [])
    assert debts == (Debt(CAFE, GYM, POINTS, 600, 570), Debt(CAFE, SPA, POINTS, 100, 100))
    assert net_positions(debts) == {CAFE: -670, GYM: 570, SPA: 100}


def test_nobody_owes_for_their_own() -> None:
    assert settle(alliance(), [flow(CAFE, 1_000, 900)], []) == ()


def test_those_who_issued_into_one_lot_bear_it_in_proportion_to_the_last_unit() -> None:
    debts = settle(alliance(), [flow(CAFE, 200), flow(SPA, 100), flow(GYM, 0, 100)], [])
    assert {debt.issuer: debt.amount for debt in debts} == {CAFE: 67, SPA: 33}


def test_another_lot_is_anothers() -> None:
    debts = settle(alliance(), [flow(CAFE, 500), flow(SPA, 500, lot=OTHER), flow(GYM, 0, 300, lot=OTHER)], [])
    assert [(debt.issuer, debt.amount) for debt in debts] == [(SPA, 300)]


def test_value_carried_to_another_wallet_keeps_its_issuer() -> None:
    carried = [Carried(ZHANG, LI, POINTS, LOT, 400)]
    debts = settle(alliance(), [flow(CAFE, 500), flow(GYM, 0, 400, LI)], carried)
    assert [(debt.issuer, debt.taker, debt.amount) for debt in debts] == [(CAFE, GYM, 400)]


def test_what_is_given_back_is_owed_back() -> None:
    assert net_positions(settle(alliance(), [flow(CAFE, 500), flow(GYM, 0, -100)], [])) == {CAFE: 95, GYM: -95}


def test_what_has_no_price_is_counted_only() -> None:
    flows = [replace(each, unit=Unit("pass:ten")) for each in (flow(CAFE, 10), flow(GYM, 0, 3))]
    assert settle(alliance(), flows, []) == (Debt(CAFE, GYM, Unit("pass:ten"), 3, 0),)
    money = [replace(each, unit=PRINCIPAL) for each in (flow(CAFE, 10_000), flow(SPA, 0, 250))]
    assert settle(alliance(), money, [])[0].minor == 250


MERCHANTS = st.sampled_from([CAFE, GYM, SPA])
WALLETS = st.sampled_from([ZHANG, LI])
FLOWS = st.lists(
    st.builds(
        Flow,
        WALLETS,
        st.sampled_from([POINTS, PRINCIPAL]),
        st.sampled_from([LOT, OTHER]),
        MERCHANTS,
        st.integers(-50, 1_000),
        st.integers(-50, 1_000),
    ),
    max_size=12,
)
CARRIED = st.lists(st.builds(Carried, WALLETS, WALLETS, st.just(POINTS), st.just(LOT), st.integers(1, 500)), max_size=3)


@given(FLOWS, CARRIED)
def test_it_sums_to_zero_whatever_was_posted(flows: list[Flow], carried: list[Carried]) -> None:
    debts = settle(alliance(), flows, carried)
    assert sum(net_positions(debts).values()) == 0
    assert all(debt.issuer != debt.taker for debt in debts)


@given(FLOWS)
def test_all_that_was_taken_of_a_known_issuer_is_borne_to_the_last_unit(flows: list[Flow]) -> None:
    """Units owed to a taker, and its share of what it issued itself, are what it took."""
    lots = [(each.wallet, each.unit, each.lot) for each in flows if each.issued > 0]
    own = [each for each in flows if (each.wallet, each.unit, each.lot) in lots and each.merchant is GYM]
    foreign = [replace(each, issued=0) if each.merchant is GYM else each for each in flows]
    left = {(each.wallet, each.unit, each.lot) for each in foreign if each.issued > 0}
    taken: Counter[Unit] = Counter()
    for each in own:
        if (each.wallet, each.unit, each.lot) in left:
            taken[each.unit] += each.taken
    owed: Counter[Unit] = Counter()
    for debt in settle(alliance(), foreign, []):
        if debt.taker is GYM:
            owed[debt.unit] += debt.amount
    assert {unit: amount for unit, amount in owed.items() if amount} == {u: a for u, a in taken.items() if a}
