"""What a shop's own head office decides of tiers is laid over what the till knows of its members."""

import json
from typing import Any

from app.domain.ids import MemberId, TierId
from app.domain.member import Member, TierHeld
from app.ports.store import FedRow
from app.services.office_tiers import STREAM, forget_office_tiers
from app.services.read_people import member_of
from tests.app.services.shop import ZHANG, Shop

ID = MemberId("m-zhang")


def told(shop: Shop, **row: Any) -> Member:
    with shop.store.unit_of_work() as uow:
        content = {"main": None, "more": [], "had": [], **row}
        uow.fed.put(STREAM, {ZHANG: FedRow(1, json.dumps(content))})
        uow.commit()
    return zhang(shop)


def zhang(shop: Shop) -> Member:
    with shop.store.unit_of_work() as uow:
        member = member_of(uow, shop.directory, ID)
    assert member is not None
    return member


def test_a_tier_goes_over_the_one_before_and_everything_else_stays(shop: Shop) -> None:
    before = zhang(shop)
    assert before.tier is not None
    after = told(shop, main=["black", "2027-01-31"], more=[["svip", "2027-02-28"]], had=[before.tier])
    assert (after.tier, after.tier_until) == (TierId("black"), "2027-01-31")
    assert after.more_tiers == (TierHeld(TierId("svip"), "2027-02-28"),)
    assert (after.name, after.phone, after.measures) == (before.name, before.phone, before.measures)
    assert told(shop, had=[before.tier, "black", "svip"]).tier is None
    assert zhang(shop).more_tiers == ()


def test_a_tier_that_head_office_never_knew_of_stays(shop: Shop) -> None:
    before = zhang(shop)
    assert told(shop, main=["bronze", ""]).tier == before.tier


def test_another_head_office_begins_with_nothing(shop: Shop) -> None:
    before = zhang(shop)
    told(shop, main=["black", ""], had=[before.tier])
    with shop.store.unit_of_work() as uow:
        assert forget_office_tiers(uow)
        assert not forget_office_tiers(uow)
        uow.commit()
    assert zhang(shop) == before
