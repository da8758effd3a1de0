"""Members are found by anything a cashier has, and late answers do not replace newer ones."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from app.domain.errors import Refused, Why
from app.domain.member import Member, MemberView
from app.ui.members.search_presenter import MemberSearch
from tests.app.ui.memory_shop import (
    ANONYMOUS_CARD,
    GOLD_CARD,
    LOST_CARD,
    TEA,
    ZHANG,
    AtOnce,
    Later,
    MemoryShop,
    memory_shop,
)


@dataclass
class ResultList:
    """Remembers what it was told."""

    members: list[Sequence[Member]] = field(default_factory=list)
    cards: list[MemberView] = field(default_factory=list)
    refusals: list[Why] = field(default_factory=list)
    idle: int = 0

    def show_members(self, members: Sequence[Member]) -> None:
        self.members.append(members)

    def show_idle(self) -> None:
        self.idle += 1

    def show_card(self, view: MemberView) -> None:
        self.cards.append(view)

    def show_refusal(self, refused: Refused) -> None:
        self.refusals.append(refused.why)


@pytest.fixture
def shop() -> MemoryShop:
    return memory_shop()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("13812345678", ["张三丰"]),
        ("5678", ["张三丰", "赵思", "周舒怡"]),
        ("5678 周", ["周舒怡"]),
        (" 欧阳 ", ["欧阳明月"]),
        ("zs", ["张三丰", "赵思", "周舒怡"]),
        ("没有这个人", []),
    ],
)
def test_search(shop: MemoryShop, text: str, names: list[str]) -> None:
    view = ResultList()
    MemberSearch(view, AtOnce(), shop.use_cases).search(text)
    assert [[member.name for member in found] for found in view.members] == [names]


def test_nothing_typed(shop: MemoryShop) -> None:
    view = ResultList()
    MemberSearch(view, AtOnce(), shop.use_cases).search("  ")
    assert (view.idle, view.members) == (1, [])


def test_a_typed_card_number_opens_its_wallet(shop: MemoryShop) -> None:
    view = ResultList()
    search = MemberSearch(view, AtOnce(), shop.use_cases)
    search.search(GOLD_CARD)
    search.search(ANONYMOUS_CARD)
    assert [card.member for card in view.cards] == [ZHANG, None]


def test_cards_that_open_nothing_say_why(shop: MemoryShop) -> None:
    view = ResultList()
    search = MemberSearch(view, AtOnce(), shop.use_cases)
    search.scan(LOST_CARD)
    search.scan(TEA.gtin)
    assert view.refusals == [Why.CARD_LOST, Why.CARD_UNKNOWN]


def test_a_late_answer_is_dropped(shop: MemoryShop) -> None:
    view, later = ResultList(), Later()
    search = MemberSearch(view, later, shop.use_cases)
    search.search("zs")
    search.search("zsf")
    later.let_go(1)
    later.let_go(0)
    assert [[member.name for member in found] for found in view.members] == [["张三丰"]]
