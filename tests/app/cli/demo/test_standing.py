"""Under every programme of the product the demo shop has members that stand somewhere, and goods its rules speak of."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

import pytest

from app.cli.demo.goods import demo_goods
from app.cli.demo.people import people
from app.cli.demo.shop import demo_programme_text
from app.domain.ledger import BONUS, PRINCIPAL
from app.domain.member import Member
from app.domain.programme.file import read_programme
from app.domain.programme.model import Goods, Programme, TenderType
from app.paths import resources_dir
from tests.app.cli.demo.demo_till import TODAY

PRESETS = sorted(path.stem for path in (resources_dir() / "programmes").glob("*.toml"))


@cache
def under(name: str) -> Programme:
    return read_programme(demo_programme_text(name))


@cache
def best_known(name: str) -> tuple[Member, ...]:
    holders = people(9, seed=1, today=TODAY, programme=under(name))
    return tuple(holder.member for holder in holders if holder.member)


def spoken_of(part: object) -> Iterator[Goods]:
    if isinstance(part, Goods):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from spoken_of(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from spoken_of(getattr(part, field.name))


@pytest.mark.parametrize("name", PRESETS)
def test_what_a_rule_names_is_for_sale(name: str) -> None:
    goods, rules = demo_goods(name), list(spoken_of(under(name)))
    assert {each for rule in rules for each in rule.categories} <= {each.category for each in goods}
    assert {each for rule in rules for each in rule.classes} <= {each.goods_class for each in goods}
    assert {each for rule in rules for each in rule.products} <= {str(each.id) for each in goods}


@pytest.mark.parametrize("name", PRESETS)
def test_no_two_goods_share_a_code_or_a_name(name: str) -> None:
    goods = demo_goods(name)
    codes = [each.gtin for each in goods if each.gtin]
    assert len(codes) == len(set(codes))
    assert len({each.id for each in goods}) == len({each.name for each in goods}) == len(goods)


@pytest.mark.parametrize("name", PRESETS)
def test_everybody_stands_in_a_tier_where_there_are_tiers_that_are_not_bought(name: str) -> None:
    if any(not tier.enter and not tier.bought for tier in under(name).tiers):
        assert all(member.tier for member in best_known(name))


def test_the_tier_is_what_the_programme_measures() -> None:
    assert [str(member.tier) for member in best_known("bakery")[:3]] == ["gold", "gold", "silver"]
    assert best_known("ten-levels")[0].tier == "bronze"
    assert [str(best_known("spend-tiers-svip")[place].tier) for place in (0, 4)] == ["vip4", "vip2"]
    assert best_known("marketplace-rfm")[0].measures["score"] > best_known("marketplace-rfm")[6].measures["score"]


def test_a_membership_that_is_bought_runs_for_who_buys_much() -> None:
    members = best_known("club")
    assert (members[0].tier, members[0].tier_until > TODAY) == ("club", True)
    assert members[1].tier is None


@pytest.mark.parametrize("name", PRESETS)
def test_nobody_holds_value_where_none_is_taken(name: str) -> None:
    programme = under(name)
    takes_value = any(kind.type is TenderType.STORED_VALUE for kind in programme.tender_kinds)
    holders = people(200, seed=1, today=TODAY, programme=programme)
    assert any(holder.total(PRINCIPAL) + holder.total(BONUS) for holder in holders) == takes_value


def test_a_follow_up_speaks_of_goods_of_its_trade() -> None:
    asked = {name: best_known(name)[0].follow_ups[0].about for name in ("demo", "pet-shop", "salon")}
    assert asked == {"demo": "原味吐司 450g", "pet-shop": "宠物眼药膏 5g", "salon": "面部补水护理"}
