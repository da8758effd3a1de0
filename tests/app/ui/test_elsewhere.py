"""Members whom this till does not carry: asked for at head office while the sale goes on, and not for long."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.domain.codes import CardKind, CardRule, CodeRules
from app.domain.errors import Refused, Why
from app.ports.head_office import Line, OfficeStatus, Seeking
from app.ui.elsewhere import LONGEST_MS, Elsewhere
from tests.app.ui.memory_office import FollowsAtOnce, MemoryOffice

RULES = CodeRules(cards=(CardRule("88", 12, CardKind.MEMBER, luhn=False),))
UNKNOWN = Refused(Why.CARD_UNKNOWN)
CARD = "880000000013"


class Asker:
    """Somebody at the till."""

    def __init__(self) -> None:
        self.office = MemoryOffice(OfficeStatus(line=Line.ONLINE))
        self.parent = QObject()
        self.asked, self.told_to_wait, self.heard = 0, 0, list[bool]()
        self.elsewhere = Elsewhere(self.parent, self.office, FollowsAtOnce(), lambda: RULES, self.note, self.wait)

    def note(self) -> None:
        self.asked += 1

    def wait(self) -> None:
        self.told_to_wait += 1


@pytest.fixture
def asker(qtbot: QtBot) -> Asker:
    return Asker()


def test_a_card_nobody_here_knows_is_asked_for(asker: Asker) -> None:
    assert asker.elsewhere.card(UNKNOWN, CARD, asker.heard.append)
    assert (asker.office.sought, asker.asked, asker.heard) == ([CARD], 1, [])
    asker.office.searches[0].set_result(Seeking.FOUND)
    assert asker.heard == [True]


@pytest.mark.parametrize(
    ("refused", "text"), [(Refused(Why.CARD_FROZEN), CARD), (UNKNOWN, "6971088610372"), (UNKNOWN, "apple")]
)
def test_nothing_else_is(asker: Asker, refused: Refused, text: str) -> None:
    assert not asker.elsewhere.card(refused, text, asker.heard.append)
    assert asker.office.sought == []


def test_a_whole_phone_number_is_asked_for(asker: Asker) -> None:
    assert not asker.elsewhere.phone("1380000", asker.heard.append)
    assert asker.elsewhere.phone(" 13800001234 ", asker.heard.append)
    asker.office.searches[0].set_exception(RuntimeError())
    assert asker.heard == [False]


def test_who_has_asked_too_often_is_told_so(asker: Asker) -> None:
    for number, came in enumerate((Seeking.NOBODY, Seeking.TOO_OFTEN)):
        asker.elsewhere.card(UNKNOWN, CARD, asker.heard.append)
        asker.office.searches[number].set_result(came)
    assert (asker.heard, asker.told_to_wait) == ([False, False], 1)


def test_without_a_line_nobody_waits(asker: Asker) -> None:
    asker.office.status = OfficeStatus(line=Line.OFFLINE)
    assert not asker.elsewhere.card(UNKNOWN, CARD, asker.heard.append)
    asker.office.status = OfficeStatus(line=Line.ONLINE, is_inside=True)
    assert not asker.elsewhere.card(UNKNOWN, CARD, asker.heard.append)


def test_an_answer_that_does_not_come_is_none(asker: Asker, qtbot: QtBot) -> None:
    assert asker.elsewhere.card(UNKNOWN, CARD, asker.heard.append)
    qtbot.waitUntil(lambda: asker.heard == [False], timeout=4 * LONGEST_MS)
    asker.office.searches[0].set_result(Seeking.FOUND)
    assert asker.heard == [False], "too late"


def test_the_next_question_ends_the_one_before(asker: Asker) -> None:
    first = list[bool]()
    asker.elsewhere.card(UNKNOWN, CARD, first.append)
    asker.elsewhere.phone("13800001234", asker.heard.append)
    asker.office.searches[0].set_result(Seeking.FOUND)
    asker.office.searches[1].set_result(Seeking.FOUND)
    assert (first, asker.heard) == ([False], [True])
