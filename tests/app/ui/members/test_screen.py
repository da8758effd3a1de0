"""From a few letters to the member in the sale, by keyboard."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.domain.journal import Kind
from app.domain.member import MemberView
from app.domain.people.facts import ProfileChange
from app.domain.pets import pets_of
from app.domain.programme.model import MemberField
from app.domain.staff import Operator
from app.ports.scanner import ScanEvent
from app.ui.members.screen import MembersScreen
from app.ui.members.words import card_text, masked_phone, phone_text, tier_name
from app.ui.sync.no_office import NoOffice
from app.ui.tender.no_providers import NoProviders
from app.ui.widgets.dialog import open_dialogs
from app.ui.widgets.text import Text
from tests.app.ui.memory_shop import ANONYMOUS_CARD, CASHIER, GOLD_CARD, LOST_CARD, MANAGER, TEA, ZHANG, memory_shop
from tests.app.ui.memory_stage import Key, Stage


class At:
    """The members screen, and what it said."""

    def __init__(self, qtbot: QtBot, operator: Operator = CASHIER) -> None:
        shop = memory_shop()
        shop.open_shift()
        shop.sell((TEA, 2000), view=shop.view())
        self.stage = Stage(qtbot, shop, operator)
        self.chosen = list[MemberView]()
        self.told = list[str]()
        self.left = 0
        self.screen = MembersScreen(shop.use_cases, self.stage.tasks, self.stage.session, NoProviders(), NoOffice())
        self.screen.chosen.connect(self.chosen.append)
        self.screen.told.connect(lambda what, _remedy, _tone: self.told.append(what))
        self.screen.left.connect(self._count)
        self.stage.put(self.screen)

    def _count(self) -> None:
        self.left += 1


@pytest.fixture
def at(qtbot: QtBot) -> At:
    return At(qtbot)


@pytest.fixture
def managed(qtbot: QtBot) -> At:
    """The same with the manager at the till."""
    return At(qtbot, MANAGER)


def test_type_look_take(at: At) -> None:
    at.stage.type("zs")
    at.stage.press(Key.Key_Return, Key.Key_Return)
    assert at.chosen == []
    at.stage.press(Key.Key_Return)
    assert [view.member.id for view in at.chosen if view.member] == [ZHANG.id]


def test_enter_right_after_a_whole_number_opens_whose_it_is(at: At) -> None:
    at.stage.type(ZHANG.phone)
    at.stage.press(Key.Key_Return)
    at.stage.settle()
    at.stage.press(Key.Key_F12)
    assert [view.member.id for view in at.chosen if view.member] == [ZHANG.id]


def test_arrows_choose_while_the_field_keeps_the_focus(at: At) -> None:
    at.screen.search("zs")
    at.stage.settle()
    at.stage.press(Key.Key_Down, Key.Key_Return, Key.Key_F12)
    assert [view.member.name for view in at.chosen if view.member] == ["赵思"]


def test_who_types_on_has_nobody_open(at: At) -> None:
    at.stage.type("zs")
    at.stage.press(Key.Key_Return, Key.Key_Return)
    at.stage.type("13700000000")
    at.stage.press(Key.Key_F12, Key.Key_Return, Key.Key_Return, Key.Key_F12)
    assert at.chosen == []
    at.screen.search("")
    at.stage.type("zs")
    at.stage.press(Key.Key_Return, Key.Key_Return)
    at.stage.type("zs")
    at.stage.press(Key.Key_Return, Key.Key_Return, Key.Key_F12)
    assert [view.member.id for view in at.chosen if view.member] == [ZHANG.id]


def test_only_an_opened_profile_is_on_record(at: At) -> None:
    events = at.stage.shop.store.journal.events
    at.screen.search("zs")
    at.stage.settle()
    at.stage.press(Key.Key_Down, Key.Key_Up)
    before = len(events)
    at.stage.press(Key.Key_Return)
    assert len(events) == before + 1


def test_a_swiped_card_opens_its_profile_and_goods_go_on_to_the_sale(at: At) -> None:
    assert at.screen.take_scan(ScanEvent(GOLD_CARD, "wedge", 0))
    at.stage.settle()
    at.stage.press(Key.Key_F12)
    assert len(at.chosen) == 1
    assert not at.screen.take_scan(ScanEvent(TEA.gtin, "wedge", 0))


def test_an_anonymous_card_can_be_taken_too(at: At) -> None:
    at.screen.take_scan(ScanEvent(ANONYMOUS_CARD, "wedge", 0))
    at.stage.settle()
    at.stage.press(Key.Key_F12)
    assert at.chosen[0].member is None


def test_a_lost_card_says_so(at: At) -> None:
    at.screen.take_scan(ScanEvent(LOST_CARD, "wedge", 0))
    at.stage.settle()
    assert len(at.told) == 1
    assert at.chosen == []


def test_escape_empties_the_search_and_then_goes_back(at: At) -> None:
    at.stage.type("zs")
    at.stage.press(Key.Key_Escape)
    assert at.left == 0
    at.stage.press(Key.Key_Escape)
    assert at.left == 1


def test_numbers_as_they_are_read_out() -> None:
    assert phone_text("13812345678") == "138 1234 5678"
    assert masked_phone("13812345678") == "138****5678"
    assert masked_phone("12345") == "12345"
    assert card_text("880000000013") == "8800 0000 0013"


def test_two_who_are_one_are_told_to_head_office(managed: At) -> None:
    managed.screen.search("zs")
    managed.stage.settle()
    managed.stage.press(Key.Key_Return, Key.Key_F6, Key.Key_F3)
    managed.stage.type("13700005678")
    managed.stage.press(Key.Key_Return)
    approve(managed)
    event = managed.stage.shop.store.journal.events[-1]
    assert event.kind is Kind.MEMBER_MERGED
    assert (event.body()["kept"], event.body()["gone"]) == (["m1", "w1"], ["m3", "w3"])
    assert managed.told == ["周舒怡 (5678) ends in 张三丰 (5678) once head office has heard"]


def test_a_member_is_not_merged_with_nobody_or_with_themself(managed: At) -> None:
    managed.screen.search("zs")
    managed.stage.settle()
    managed.stage.press(Key.Key_Return)
    for other in ("5678", "13812345678"):
        managed.stage.press(Key.Key_F6, Key.Key_F3)
        managed.stage.type(other)
        managed.stage.press(Key.Key_Return)
    assert len(managed.told) == 2
    assert not open_dialogs(managed.stage.window)


def test_who_wishes_it_is_forgotten(managed: At) -> None:
    managed.screen.search("zs")
    managed.stage.settle()
    managed.stage.press(Key.Key_Return, Key.Key_F6, Key.Key_F4)
    approve(managed)
    assert managed.stage.shop.store.journal.events[-1].kind is Kind.MEMBER_ERASED
    managed.screen.search("13812345678")
    managed.stage.settle()
    managed.stage.press(Key.Key_Return, Key.Key_F12)
    assert managed.chosen == []


def approve(at: At) -> None:
    """The manager allows it by their own word, for the first of the usual reasons."""
    at.stage.press(Key.Key_F5, Key.Key_Return)


def test_pets_are_written_down_where_the_programme_has_them(at: At) -> None:
    at.screen.search("zs")
    at.stage.press(Key.Key_Return, Key.Key_Return)
    at.stage.press(Key.Key_F9)
    assert open_dialogs(at.screen) == []  # no pets in this programme
    species = MemberField(id="species", names={"en": "Species"}, of="pet", type="choice", choices=("cat", "dog"))
    session = at.stage.session
    session.set_programme(replace(session.programme, fields=(*session.programme.fields, species)))
    at.stage.press(Key.Key_Escape, Key.Key_Return)
    at.screen.search("zs")
    at.stage.press(Key.Key_Return, Key.Key_Return)
    at.stage.press(Key.Key_F9)
    at.stage.type("Rex")
    at.stage.press(Key.Key_Return)
    with at.stage.shop.store.unit_of_work() as uow:
        (told,) = uow.people.told_of(ZHANG.id, 0)
    assert isinstance(told.fact, ProfileChange)
    assert [pet.name for pet in pets_of(told.fact.fields)] == ["Rex"]


def test_a_new_member_is_in_the_tier_in_which_everybody_begins(at: At) -> None:
    session = at.stage.session
    silver = session.programme.tiers[0]
    assert tier_name(replace(ZHANG, tier=None, measures={}), session) == session.name(silver.names)


def test_no_mark_dangles_between_the_facts_of_a_member(at: At) -> None:
    at.screen.seeker.scan(GOLD_CARD)
    at.stage.settle()
    shown = [text.text().replace("\u2060", "") for text in at.screen.findChildren(Text)]
    (facts,) = [text for text in shown if "joined" in text]
    assert "·" not in facts
