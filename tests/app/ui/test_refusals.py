"""Every refusal has words, in every language, with what to do."""

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.errors import Fact, Refused, Why
from app.domain.staff import Permission
from app.ports.store import StoreFullError, StoreUnavailableError
from app.ui.refusals import permission_name, refusal_words, trouble_words
from app.ui.speech import speak

FACTS: dict[str, Fact] = {
    "code": "123", "name": "吐司", "usable_minor": 1_250, "remaining_minor": 500, "tries_left": 3, "minutes": 15,
    "digits": 4, "permission": "refund", "count": 2, "total_minor": 100, "line": 1,
}  # fmt: skip


@pytest.mark.parametrize("why", Why)
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_refusal_says_what_happened_and_what_to_do(qapp: QApplication, why: Why, language: str) -> None:
    speak(qapp, language)
    words = refusal_words(Refused(why, FACTS))
    speak(qapp, "en")
    assert words.what
    assert words.remedy
    assert "{" not in words.text


@pytest.mark.parametrize("why", Why)
def test_missing_facts_leave_no_hole(qapp: QApplication, why: Why) -> None:
    assert "{" not in refusal_words(Refused(why)).text


def test_amounts_read_as_money(qapp: QApplication) -> None:
    assert "¥12.50" in refusal_words(Refused(Why.VALUE_SHORT, {"usable_minor": 1_250})).what


def test_every_permission_has_a_name(qapp: QApplication) -> None:
    assert all(permission_name(permission) for permission in Permission)


@pytest.mark.parametrize("error", [StoreFullError(), StoreUnavailableError(), ValueError("a name and a number")])
def test_trouble_is_told_without_its_inner_words(qapp: QApplication, error: Exception) -> None:
    words = trouble_words(error)
    assert words.what
    assert words.remedy
    assert "number" not in words.text
