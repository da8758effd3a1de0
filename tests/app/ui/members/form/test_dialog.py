"""A member is written in by keyboard and scanner, and changed."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.journal import Kind
from app.domain.member import Consent, Member
from app.domain.people.body import people_fact_of
from app.domain.people.facts import ProfileChange
from app.ports.scanner import ScanEvent
from app.ui.members.form.colleague import ColleagueBox
from app.ui.members.form.dialog import MemberFormDialog
from app.ui.widgets.text import Text
from tests.app.ui.memory_shop import GOLD_CARD, ZHANG, memory_shop
from tests.app.ui.memory_stage import Key, Stage


class Counter:
    """The form over an empty window, and what came of it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.stage = Stage(qtbot, memory_shop())
        self.done: list[Member] = []
        self.opened: list[Member] = []

    def open(self, member: Member | None = None, phone: str = "") -> MemberFormDialog:
        stage = self.stage
        dialog = MemberFormDialog(stage.window, stage.shop.use_cases, stage.tasks, stage.session, member, phone=phone)
        dialog.done.connect(self.done.append)
        dialog.open_asked.connect(self.opened.append)
        dialog.open()
        stage.settle()
        return dialog

    def write(self, text: str) -> None:
        """As an input method puts it where the focus is."""
        field = self.stage.focus()
        assert isinstance(field, QLineEdit)
        field.insert(text)

    def kinds(self) -> list[Kind]:
        return [event.kind for event in self.stage.shop.store.journal.events]


@pytest.fixture
def counter(qtbot: QtBot) -> Counter:
    return Counter(qtbot)


def words(dialog: MemberFormDialog) -> str:
    return "\n".join(text.text() for text in dialog.findChildren(Text) if text.isVisible())


def test_phone_name_enter(counter: Counter) -> None:
    dialog = counter.open()
    counter.stage.type("13811112222")
    counter.stage.press(Key.Key_Tab)
    counter.write("王芳")
    counter.stage.press(Key.Key_Return)
    assert not dialog.is_open
    assert [(member.name, member.phone) for member in counter.done] == [("王芳", "13811112222")]
    assert counter.kinds()[-1] is Kind.MEMBER_REGISTERED


def test_a_phone_typed_before_begins_with_the_name(counter: Counter) -> None:
    counter.open(phone="13811112222")
    counter.write("王芳")
    counter.stage.press(Key.Key_Return)
    assert [member.phone for member in counter.done] == ["13811112222"]


def test_the_card_swiped_is_handed_out(counter: Counter) -> None:
    dialog = counter.open(phone="13811112222")
    counter.write("王芳")
    assert dialog.take_scan(ScanEvent("880000000039", "wedge", 0))
    counter.stage.press(Key.Key_Return)
    assert counter.kinds()[-2:] == [Kind.MEMBER_REGISTERED, Kind.CARD_CHANGED]


def test_what_is_wrong_stands_beside_its_field(counter: Counter) -> None:
    dialog = counter.open(phone="13811112222")
    counter.stage.press(Key.Key_Return)
    assert "The name is missing" in words(dialog)
    counter.write("王芳")
    dialog.take_scan(ScanEvent(GOLD_CARD, "wedge", 0))
    counter.stage.press(Key.Key_Return)
    assert "belongs to somebody already" in words(dialog)
    assert "The name is missing" not in words(dialog)
    assert counter.done == []


def test_whose_phone_it_is_is_seen_once_it_is_whole_and_they_can_be_opened(counter: Counter) -> None:
    dialog = counter.open()
    counter.stage.type("1381234567")
    assert "already" not in words(dialog)
    counter.stage.type("8")
    assert "张三丰 is a member with this phone already" in words(dialog)
    counter.stage.press(Key.Key_F2)
    assert not dialog.is_open
    assert [member.id for member in counter.opened] == [ZHANG.id]


def test_who_brought_them_is_on_record(counter: Counter) -> None:
    dialog = counter.open(phone="13811112222")
    counter.write("王芳")
    referrer = dialog._referrer.field
    referrer.setFocus()
    assert dialog.take_scan(ScanEvent(GOLD_CARD, "wedge", 0))
    counter.stage.settle()
    assert "Brought by: 张三丰" in words(dialog)
    counter.stage.press(Key.Key_Return)
    body = counter.stage.shop.store.journal.events[-1].body()
    assert body["referrer"] == ZHANG.id


def test_a_change_says_only_what_is_another_now(counter: Counter) -> None:
    dialog = counter.open(ZHANG)
    assert not dialog.take_scan(ScanEvent(GOLD_CARD, "wedge", 0))
    dialog._consents[Consent.MESSAGES].set_value("no")  # as a press of the button does
    counter.stage.press(Key.Key_Return)
    assert counter.kinds()[-1] is Kind.CONSENT_CHANGED
    assert [member.consents[Consent.MESSAGES].given for member in counter.done] == [False]
    counter.open(counter.done[-1])
    counter.write("六")
    counter.stage.press(Key.Key_Return)
    event = counter.stage.shop.store.journal.events[-1]
    told = people_fact_of(event)
    assert isinstance(told, ProfileChange)
    assert (told.own, told.fields) == ({"name": "张三丰六"}, {})


def test_nothing_changed_is_told(counter: Counter) -> None:
    dialog = counter.open(ZHANG)
    counter.stage.press(Key.Key_Return)
    assert "Nothing was changed" in words(dialog)
    counter.stage.press(Key.Key_Escape)
    assert counter.done == []


def test_tab_goes_through_the_form_row_by_row(counter: Counter) -> None:
    dialog = counter.open()
    fields = [dialog._phone, dialog._name, dialog._birthday]
    for place in fields:
        assert counter.stage.focus() is place.field
        counter.stage.press(Key.Key_Tab)
    assert counter.stage.focus() in dialog._gender.findChildren(QWidget)


def test_who_is_not_surely_meant_has_brought_nobody(counter: Counter) -> None:
    dialog = counter.open(phone="13811112222")
    counter.write("王芳")
    dialog._referrer.field.setFocus()
    counter.stage.type("5678")
    counter.stage.press(Key.Key_Return)
    assert counter.done == []
    assert dialog.is_open


def test_who_looks_after_the_member_is_chosen_among_the_staff_and_kept(counter: Counter) -> None:
    counter.open(phone="13811112222")
    counter.write("王芳")
    [box] = counter.stage.window.findChildren(ColleagueBox)
    box.setFocus()
    counter.stage.press(Key.Key_Down)
    chosen = box.value()
    counter.stage.press(Key.Key_Return)
    [member] = counter.done
    assert member.colleague == chosen != ""
    dialog = counter.open(replace(member, colleague="who-left"))
    [kept] = dialog.findChildren(ColleagueBox)
    assert (kept.value(), kept.currentText()) == ("who-left", "who-left")
