"""Complaints at the members screen: taken, given to somebody, answered, closed, every step on record."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.people.care import CareStep
from tests.app.ui.memory_shop import MANAGER
from tests.app.ui.memory_stage import Key
from tests.app.ui.wallet.test_desk import At


@pytest.fixture
def at(qtbot: QtBot) -> At:
    return At(qtbot)


def steps(at: At) -> list[tuple[CareStep, str]]:
    return [(noted.care.step, noted.care.note) for noted in at.shop.store.care.noted]


def test_from_the_first_word_to_the_last(at: At) -> None:
    at.task("Complaints")
    at.choose("A new complaint")
    at.stage.type("cold bread")
    at.stage.press(Key.Key_Return)
    at.task("Complaints")
    at.choose("03-06 · cold bread")
    at.choose("Give it to somebody")
    at.choose(MANAGER.name)
    (complaint,) = at.shop.use_cases.care.complaints()
    assert complaint.to == MANAGER.id
    for what, word in (("Answer it", "sorry"), ("Close it", "a new one given")):
        at.task("Complaints")
        at.choose("03-06 · cold bread")
        at.choose(what)
        at.stage.type(word)
        at.stage.press(Key.Key_Return)
    assert steps(at) == [
        (CareStep.COMPLAINED, "cold bread"),
        (CareStep.ASSIGNED, ""),
        (CareStep.ANSWERED, "sorry"),
        (CareStep.CLOSED, "a new one given"),
    ]
    (complaint,) = at.shop.use_cases.care.complaints()
    assert not complaint.is_open


def test_nothing_said_is_no_complaint(at: At) -> None:
    at.task("Complaints")
    at.choose("A new complaint")
    at.stage.press(Key.Key_Return)
    assert steps(at) == []
    at.stage.press(Key.Key_Escape)
