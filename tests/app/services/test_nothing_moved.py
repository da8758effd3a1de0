"""A sale that comes back whole through the till has moved nothing, under any programme, in whatever parts it comes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.domain.basket import Basket, Wishes
from app.domain.errors import Refused
from app.domain.ids import EventId, SaleId, WalletId, uuid7
from app.domain.journal import Draft, Kind
from app.domain.lease import Grant, Take
from app.domain.ledger import POINTS, Lot, Unit
from app.domain.pricing import price
from app.domain.programme.model import AmountOff, Limit, Multiplier, PointsOff, Programme, Step, TenderKind, TenderType
from app.domain.programme.rights import coupon_unit, programme_wallet
from app.domain.programme.scene import moment_at
from app.domain.sale.facts import Refund, Sale
from app.domain.sale.refund import Refundable, build_refund
from app.domain.spend import merged
from app.domain.staff import Approval, Permission
from app.domain.tender import Tendered
from app.services.post_sale import SaleRequest
from app.services.refund_sale import RefundSale
from app.services.shared_rights import shared_leases, usable_of
from app.storage.verify.run import verify_files
from tests.app.domain.builders import DEMO_PROGRAMME, origin
from tests.app.domain.programme.strategies import programmes
from tests.app.services.shop import CASHIER, MILK, SUPERVISOR, TEA, ZHANG, Shop

Policy = Literal["debt", "off_refund"]
ALLOWED = Approval(Permission.REFUND, CASHIER.id, SUPERVISOR.id, "test")
DAY = "2026-11-22"
NAMES = {"en": "x"}
CARD = TenderKind(id="stored_value", names=NAMES, type=TenderType.STORED_VALUE)
LIMITED = AmountOff(
    id="off_one",
    names=NAMES,
    steps=(Step(at_least_minor=1_000, off_minor=100),),
    limits=(Limit(count=2, per="day"), Limit(count=9), Limit(count=50, of="all")),
)
RIGHTS = {Unit(f"right:off_one:day:{DAY}"): 2, Unit("right:off_one:life:"): 9}
SHARED = {Unit("right:off_one:life:"): 50}
# Shrinking a whole programme takes minutes; a failing example is printed as it is.
QUICK = settings(
    max_examples=40,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """One shop for all examples: each leaves it as it was, which is what is shown."""
    shop = Shop(Path(tmp_path_factory.mktemp("till")))
    shop.use.open_shift(CASHIER, 20_000)
    lend(shop, ZHANG, {coupon_unit("off"): 3, **RIGHTS})
    lend(shop, programme_wallet("random"), SHARED)
    yield shop
    shop.store.close()
    assert verify_files(shop.data_dir, shop.key) == []


def lend(shop: Shop, wallet: WalletId, units: dict[Unit, int], origin: str = "right") -> None:
    """Head office lends so much of each unit."""
    grants = [Grant(wallet, unit, Lot(origin), count) for unit, count in units.items()]
    with shop.store.unit_of_work() as uow:
        body = {"grants": [[g.wallet, g.unit, g.lot.key, g.total] for g in grants]}
        now = shop.clock.now_ms()
        identity = EventId(uuid7(now, shop.randomness.bytes(10)))
        uow.ledger.grant(uow.journal.append(Draft(identity, Kind.LEASE_GRANTED, now, DAY, body)), grants)
        uow.commit()


def held(shop: Shop) -> dict[tuple[str, str, str], int]:
    """What this till holds, lot by lot."""
    with shop.store.unit_of_work() as uow:
        return {(at.wallet, at.unit, at.lot.key): at.held for at in uow.outbox.leases() if at.held}


def sold(shop: Shop, programme: Programme, pieces: tuple[int, int], points: int, from_card: int) -> Sale:
    """A sale to the member, paid from the card and in cash; what the basket may use it uses."""
    with shop.store.unit_of_work() as uow:
        shared = usable_of(shared_leases(uow, programme), DAY)
    basket = Basket().with_member(shop.swipe()).with_wishes(Wishes(points=points))
    for product, count in zip((MILK, TEA), pieces, strict=True):
        basket = basket.add(product, count * 1_000) if count else basket
    total = price(basket, programme, moment_at(shop.clock.local_time(shop.clock.wall)), shared).total_minor
    card = min(from_card, total)
    paid = [Tendered(CARD.id, CARD.type, card)] if card else []
    paid += [Tendered("cash", TenderType.CASH, total - card)] if total - card else []
    sale = shop.use.post_sale(SaleRequest(CASHIER, basket, programme, tuple(paid), total))
    assert isinstance(sale, Sale), sale
    return sale


def full(programme: Programme) -> Programme:
    """A random programme with what a till uses up: a limited offer, points off, and the card as a way to pay."""
    return replace(
        programme,
        promotions=(LIMITED,),
        points_off=PointsOff(points=10, worth_minor=10),
        tender_kinds=(*programme.tender_kinds, CARD),
    )


def refunds_of(shop: Shop, programme: Programme) -> RefundSale:
    return replace(shop.use.refund_sale, programme=lambda: programme)


def part(left: Refundable | Refused, quantities: dict[int, int]) -> Refund:
    assert isinstance(left, Refundable)
    made = build_refund(left, quantities, refund_id=SaleId("r"), origin=origin(9), approval=ALLOWED)
    assert isinstance(made, Refund)
    return made


@QUICK
@given(data=st.data(), random=programmes(), debt=st.sampled_from(["debt", "off_refund"]))
def test_whole_in_any_parts_it_leaves_everything_as_it_was(
    shop: Shop, data: st.DataObject, random: Programme, debt: Policy
) -> None:
    policies = replace(random.policies, points_already_spent=debt)
    programme = full(replace(random, policies=policies))
    before, refund = held(shop), refunds_of(shop, programme)
    pieces = data.draw(st.tuples(st.integers(1, 4), st.integers(0, 2)))
    points, from_card = data.draw(st.sampled_from([0, 50, 300])), data.draw(st.integers(0, 9_000))
    # All chance before the sale: an example that is given up in its middle would leave goods sold for the next.
    chance = data.draw(st.randoms(use_true_random=True))
    sale = sold(shop, programme, pieces, points, from_card)
    # A cheap basket may move nothing at all; a dear one uses the limited offer.
    assert held(shop) != before or sale.total_minor < 1_000
    left = {line.number: line.quantity_milli for line in sale.lines}
    paid_back, gone = 0, list[Take]()
    while any(left.values()):
        number = chance.choice(sorted(number for number, milli in left.items() if milli))
        wanted = chance.randint(1, left[number] // 1_000) * 1_000
        made = refund(sale.id, {number: wanted}, ALLOWED)
        assert isinstance(made, Refund), made
        left[number] -= wanted
        paid_back += made.total_minor
        gone += made.points_back
    assert held(shop) == before
    assert paid_back == sale.total_minor
    assert merged(gone) == merged(sale.accrued)


@QUICK
@given(data=st.data(), random=programmes())
def test_a_return_of_a_part_twice_is_the_return_of_both(shop: Shop, data: st.DataObject, random: Programme) -> None:
    programme = full(random)
    one, two = (data.draw(st.integers(1, 2)) * 1_000 for _ in range(2))
    sale = sold(shop, programme, (4, 1), 300, 0)
    refund = refunds_of(shop, programme)
    both = part(refund.find(sale.origin.receipt_number), {1: one + two})
    parts = [refund(sale.id, {1: each}, ALLOWED) for each in (one, two)]
    first, second = (each for each in parts if isinstance(each, Refund))
    assert first.total_minor + second.total_minor == both.total_minor
    assert first.points + second.points == both.points
    assert merged((*first.spent_back, *second.spent_back)) == merged(both.spent_back)
    assert merged((*first.shared_back, *second.shared_back)) == merged(both.shared_back)
    rest = {line.number: line.quantity_milli for line in sale.lines}
    rest[1] -= one + two
    assert isinstance(refund(sale.id, rest, ALLOWED), Refund)


def test_points_that_are_spent_come_off_the_money_or_are_owed(shop: Shop) -> None:
    policies: tuple[Policy, ...] = ("off_refund", "debt")
    for policy in policies:
        programme = replace(
            DEMO_PROGRAMME, policies=replace(DEMO_PROGRAMME.policies, points_already_spent=policy), promotions=()
        )
        sale = sold(shop, programme, (0, 2), 0, 0)
        use_up = sold(shop, programme, (0, 1), 10_000, 0)
        missing = sale.points - shop.swipe().usable(POINTS)
        assert missing > 0
        [line] = sale.lines
        made = refunds_of(shop, programme)(sale.id, {line.number: line.quantity_milli}, ALLOWED)
        assert isinstance(made, Refund)
        owed = sum(part.amount for part in made.debt)
        if policy == "debt":
            assert (owed, made.kept_points, made.total_minor) == (missing, 0, sale.total_minor)
        else:
            # A hundred points are worth a yuan.
            assert (owed, made.kept_points, made.kept_minor) == (0, missing, missing)
            assert sum(tender.amount_minor for tender in made.tenders) == sale.total_minor - missing
        assert made.points == sale.points
        assert use_up.spent


def test_a_limited_multiplier_counts_where_its_right_lies_here_once_and_comes_back_with_the_goods(shop: Shop) -> None:
    double = Multiplier(id="twice", names=NAMES, rate_basis_points=20_000, limits=(Limit(count=1, per="year"),))
    accruals = tuple(replace(rule, tier_rates=False) for rule in DEMO_PROGRAMME.accruals)
    programme = replace(DEMO_PROGRAMME, accruals=accruals, multipliers=(double,), promotions=())
    plain = sold(shop, programme, (0, 1), 0, 0)
    right = Unit("right:twice:year:2026")
    lend(shop, ZHANG, {right: 1})
    doubled, again = (sold(shop, programme, (0, 1), 0, 0) for _ in range(2))
    assert (doubled.points, again.points) == (2 * plain.points, plain.points)
    assert [part.unit for part in doubled.spent] == [right]
    made = refunds_of(shop, programme)(doubled.id, {1: 1_000}, ALLOWED)
    assert isinstance(made, Refund)
    assert [part.unit for part in made.spent_back] == [right]
    assert sold(shop, programme, (0, 1), 0, 0).points == doubled.points


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.one_of(st.just("buy"), st.just("again"), st.integers(0, 9)), min_size=1, max_size=8))
def test_no_limit_is_exceeded_whatever_is_bought_and_brought_back_in_whichever_order(
    shop: Shop, acts: list[str | int]
) -> None:
    """Two a day for the member: what comes back may be had again, a third one may not."""
    programme = replace(DEMO_PROGRAMME, id="random", promotions=(LIMITED,))
    day = Unit(f"right:off_one:day:{DAY}")
    refund, there = refunds_of(shop, programme), list[Sale]()
    for act in acts:
        if isinstance(act, str):
            there.append(sold(shop, programme, (1, 0), 0, 0))
            reasons = [reason.offer for line in there[-1].lines for reason in line.reasons]
            used = sum(part.amount for part in there[-1].spent if part.unit == day)
            assert ("off_one" in reasons) == (used == 1)
        elif there:
            gone = there.pop(act % len(there))
            made = refund(gone.id, {line.number: line.quantity_milli for line in gone.lines}, ALLOWED)
            assert isinstance(made, Refund)
        in_use = sum(part.amount for sale in there for part in sale.spent if part.unit == day)
        assert in_use <= 2
        assert in_use + shop.swipe().usable(day) == 2
    for sale in there:
        assert isinstance(refund(sale.id, {line.number: line.quantity_milli for line in sale.lines}, ALLOWED), Refund)
