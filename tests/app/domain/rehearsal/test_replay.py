"""A sale priced again from its own event is the same to the cent and the reason; a changed one is not."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.basket import Basket, ManualPrice, Wishes
from app.domain.catalogue import Measure, Product
from app.domain.ids import CardNumber, MemberId, OperatorId, ProductId, SaleId, TierId, WalletId
from app.domain.lease import Lease
from app.domain.ledger import POINTS, Lot, Unit
from app.domain.member import Card, Holding, Member, MemberView, TierHeld
from app.domain.pricing import price
from app.domain.programme.file import read_programme
from app.domain.programme.lifecycle.limits import left_for_all
from app.domain.programme.model import Programme
from app.domain.programme.rights import coupon_unit, programme_wallet, right_unit
from app.domain.programme.scene import Moment
from app.domain.rehearsal.replay import replay
from app.domain.sale.basis import basis_of
from app.domain.sale.body import sale_from_body, sale_to_body
from app.domain.sale.build import SaleFacts, build_sale
from app.domain.sale.facts import Sale
from app.domain.staff import Approval, Permission
from app.domain.tender import Settlement, settle
from tests.app.domain.builders import cash, origin

FILES = sorted(Path("resources/programmes").glob("*.toml"))
WALLET, DAY = WalletId("w-zhang"), "2026-11-22"
BY_HAND = Approval(Permission.PRICE_OVERRIDE, OperatorId("chen"), OperatorId("zhou"), "破损")


def goods(dice: random.Random, programme: Programme) -> Product:
    wanted = [offer.goods for offer in (*programme.promotions, *programme.coupons)]
    chosen = dice.choice(wanted) if wanted and dice.random() < 0.7 else None
    category = dice.choice(sorted(chosen.categories)) if chosen and chosen.categories else "snacks"
    number = dice.randrange(1, 7)
    product = dice.choice(sorted(chosen.products)) if chosen and chosen.products else f"p{number}{category}"
    price_minor = 700 + 130 * number
    return Product(
        ProductId(product),
        f"商品{number}",
        price_minor,
        Measure.KILOGRAM if dice.random() < 0.1 else Measure.PIECE,
        gtin=f"69000000000{number}",
        category=category,
        brand=dice.choice(["", "hong"]),
        goods_class="regular",
        member_price_minor=dice.choice([None, price_minor - 55]),
        tax_rate_basis_points=1_300,
    )


def member(dice: random.Random, programme: Programme, moment: Moment) -> MemberView:
    tiers = [TierId(tier.id) for tier in programme.tiers]
    units = [coupon_unit(coupon.id) for coupon in programme.coupons]
    units += [
        right_unit(offer.id, limit, moment.day)
        for offer in programme.promotions
        for limit in offer.limits
        if limit.of != "all"
    ]
    held = {unit: Holding(unit, 2, dice.randrange(3)) for unit in units if dice.random() < 0.7}
    who = Member(
        MemberId("m-zhang"),
        WALLET,
        "张三",
        "13800001234",
        dice.choice([None, *tiers]),
        birthday=dice.choice(["", "1990-11-22", "1990-05-01"]),
        joined_on="2026-11-22" if dice.random() < 0.3 else "2024-06-01",
        last_visit_on=dice.choice(["", "2026-11-01"]),
        measures={measure.id: dice.randrange(0, 300_000) for measure in programme.measures},
        gender=dice.choice(["", "female", "male"]),
        identified=dice.random() < 0.5,
        tags=frozenset(dice.sample(["staff", "student", "vip"], 1)),
        more_tiers=(TierHeld(tiers[-1], "2027-01-01"),) if tiers and dice.random() < 0.3 else (),
    )
    return MemberView(WALLET, who, Card(CardNumber("1"), WALLET, who.id), held | {POINTS: Holding(POINTS, 900, 900)})


def sold(programme: Programme, seed: int) -> Sale:
    """Some sale under this programme, as its event says it."""
    dice = random.Random(seed)
    moment = Moment(DAY, dice.choice(["09:30", "12:10", "20:45"]))
    view = member(dice, programme, moment) if dice.random() < 0.8 else None
    basket = Basket().with_member(view)
    for _ in range(dice.randrange(1, 6)):
        basket = basket.add(goods(dice, programme), dice.choice([1_000, 1_000, 2_000]))
    if dice.random() < 0.2:
        basket = basket.with_manual_price(1, ManualPrice(333, BY_HAND))
    basket = basket.with_wishes(
        Wishes(points=dice.choice([0, None]), fees=frozenset(fee.id for fee in programme.fees[:1]))
    )
    shared = left_for_all(programme, {}, moment.day)
    priced = price(basket, programme, moment, shared)
    settled = settle(priced.total_minor, [cash(priced.total_minor)] if priced.total_minor else [])
    assert isinstance(settled, Settlement)
    own = [Lease(WALLET, unit, Lot("gift"), granted=10_000) for unit in {spend.unit for spend in priced.spends}]
    of_all = [Lease(programme_wallet(programme.id), unit, Lot("all"), granted=10**9) for unit in shared]
    facts = SaleFacts(
        SaleId(f"sale{seed}"), origin(), DAY, 1, 1, tuple(own), priced.spends, tuple(of_all), priced.shared_spends,
        basis_of(priced, moment, shared),
    )  # fmt: skip
    sale = build_sale(priced, settled, programme, facts)
    assert isinstance(sale, Sale), sale
    return sale_from_body(json.loads(json.dumps(sale_to_body(sale))))


@pytest.fixture(scope="module", params=FILES, ids=[file.stem for file in FILES])
def programme(request: pytest.FixtureRequest) -> Programme:
    file: Path = request.param
    return read_programme(file.read_text(encoding="utf-8"))


def test_every_sale_is_priced_the_same_again(programme: Programme) -> None:
    for seed in range(25):
        assert replay(sold(programme, seed), programme) == (), seed


def test_another_cent_or_another_reason_is_seen(programme: Programme) -> None:
    seen = 0
    for seed in range(25):
        sale = sold(programme, seed)
        first, *rest = sale.lines
        cheaper = replace(sale, lines=(replace(first, net_minor=first.net_minor - 1), *rest))
        [found] = (each for each in replay(cheaper, programme) if each.about == "line")
        assert (found.number, found.till.amount, found.office.amount) == (1, first.net_minor - 1, first.net_minor)
        if first.reasons:
            seen += 1
            other = (replace(first.reasons[0], offer="made-up"), *first.reasons[1:])
            renamed = replace(sale, lines=(replace(first, reasons=other), *rest))
            [found] = replay(renamed, programme)
            assert "made-up" in {offer for _, offer, _ in found.till.why}
            assert found.till.amount == found.office.amount
    assert seen or not (programme.promotions or programme.tiers)


def test_ways_to_pay_that_do_not_go_together_are_seen() -> None:
    programme = read_programme(FILES[0].read_text(encoding="utf-8"))
    sale = sold(programme, 1)
    alone = tuple(replace(kind, combines=kind.id != "cash") for kind in programme.tender_kinds)
    [first] = sale.tenders
    both = replace(sale, tenders=(replace(first, kind="bank_card"), first))
    [found] = (each for each in replay(both, replace(programme, tender_kinds=alone)) if each.about == "tender")
    assert [kind for _, kind, _ in found.till.why] == ["bank_card", "cash"]
    assert not [each for each in replay(sale, programme) if each.about == "tender"]


def test_points_and_coupons_that_do_not_follow_are_seen() -> None:
    programme = read_programme(Path("resources/programmes/demo.toml").read_text(encoding="utf-8"))
    sale = next(sale for sale in (sold(programme, seed) for seed in range(200)) if sale.accrued)
    more = replace(sale.accrued[0], amount=sale.accrued[0].amount + 5)
    [found] = replay(replace(sale, accrued=(more,)), programme)
    assert (found.about, found.till.amount - found.office.amount) == ("points", 5)
    taken = replace(more, unit=Unit("coupon:none"), amount=1)
    [found] = replay(replace(sale, spent=(*sale.spent, taken)), programme)
    assert found.about == "taken"
    assert ("coupon:none", "", 1) in found.till.why


def test_a_sale_of_before_there_was_a_basis_is_still_read() -> None:
    programme = read_programme(FILES[0].read_text(encoding="utf-8"))
    body = sale_to_body(sold(programme, 3))
    del body["basis"]
    assert sale_from_body(body).basis is None
