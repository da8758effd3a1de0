"""A member in full: standing, wallet, cards, purchases, and the look on record."""

from dataclasses import dataclass, field, replace

import pytest

from app.domain.errors import Refused, Why
from app.domain.ids import CardNumber, MemberId
from app.domain.journal import Kind
from app.domain.member import Member, MemberView
from app.services.view_member import MemberProfile
from app.ui.members.profile_presenter import MemberProfilePresenter, TierStanding, holdings_in_order, standing_of
from tests.app.ui.conftest import session_of
from tests.app.ui.memory_shop import (
    ANONYMOUS_CARD,
    CASHIER,
    MEMBERS,
    TEA,
    ZHANG,
    AtOnce,
    Later,
    MemoryShop,
    memory_shop,
)


@dataclass
class Side:
    """Remembers what it was told."""

    profiles: list[tuple[MemberProfile, TierStanding | None]] = field(default_factory=list)
    refusals: list[Why] = field(default_factory=list)
    nobody: int = 0

    def show_profile(self, profile: MemberProfile, standing: TierStanding | None) -> None:
        self.profiles.append((profile, standing))

    def show_nobody(self) -> None:
        self.nobody += 1

    def show_refusal(self, refused: Refused) -> None:
        self.refusals.append(refused.why)


@pytest.fixture
def shop() -> MemoryShop:
    shop = memory_shop()
    shop.open_shift()
    return shop


def presenter(shop: MemoryShop, side: Side, tasks: AtOnce | None = None) -> MemberProfilePresenter:
    return MemberProfilePresenter(side, tasks or AtOnce(), shop.use_cases, session_of(shop), CASHIER)


def test_a_profile_is_whole_and_the_look_is_recorded(shop: MemoryShop) -> None:
    shop.sell((TEA, 2000), view=shop.view())
    side = Side()
    desk = presenter(shop, side)
    desk.open(ZHANG.id)
    ((profile, standing),) = side.profiles
    assert [card.state.value for card in profile.cards] == ["active", "lost"]
    assert [purchase.line_count for purchase in profile.purchases] == [1]
    assert standing is not None
    assert standing.tier is not None
    assert standing.tier.id == "gold"
    assert desk.chosen is not None
    assert shop.store.journal.events[-1].kind is Kind.PROFILE_VIEWED


def _view_of(member: Member) -> MemberView:
    return MemberView(member.wallet, member, None, {})


def test_standing() -> None:
    programme = memory_shop().programme
    standing = standing_of(_view_of(ZHANG), programme, "2026-03-04")
    assert standing.ahead is not None
    assert (standing.ahead.tier.id, standing.ahead.missing, standing.percent) == ("black", 387_650, 51)
    at_the_top = standing_of(_view_of(MEMBERS[3]), programme, "2026-03-04")
    assert (at_the_top.ahead, at_the_top.percent, at_the_top.is_highest) == (None, 100, True)


def test_without_a_way_up_that_is_measured_nobody_stands_highest_for_that(shop: MemoryShop) -> None:
    by_hand = tuple(replace(tier, enter=None, bought=tier.id != "silver") for tier in shop.programme.tiers)
    low = standing_of(_view_of(ZHANG), replace(shop.programme, tiers=by_hand), "2026-03-04")
    assert (low.ahead, low.is_highest) == (None, False)
    none = standing_of(_view_of(ZHANG), replace(shop.programme, tiers=()), "2026-03-04")
    assert (none.tier, none.ahead, none.is_highest) == (None, None, False)


def test_holdings_stand_in_one_order(shop: MemoryShop) -> None:
    assert [holding.unit for holding in holdings_in_order(shop.view())] == ["principal", "bonus", "points"]


def test_an_anonymous_card_shows_its_wallet(shop: MemoryShop) -> None:
    side = Side()
    view = shop.use_cases.view_member.by_card(CardNumber(ANONYMOUS_CARD))
    assert isinstance(view, MemberView)
    presenter(shop, side).open_card(view)
    ((profile, standing),) = side.profiles
    assert (profile.view, standing) == (view, None)


def test_nobody_there(shop: MemoryShop) -> None:
    side = Side()
    desk = presenter(shop, side)
    desk.open(MemberId("gone"))
    assert side.refusals == [Why.MEMBER_UNKNOWN]
    desk.clear()
    assert (side.nobody, desk.chosen) == (1, None)


def test_the_profile_chosen_last_is_shown(shop: MemoryShop) -> None:
    side, later = Side(), Later()
    desk = presenter(shop, side, later)
    desk.open(MEMBERS[1].id)
    desk.open(ZHANG.id)
    later.let_go(1)
    later.let_go(0)
    assert [profile.view.member for profile, _ in side.profiles] == [ZHANG]
