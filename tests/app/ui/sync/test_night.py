"""The nightly check on the sync screen: one line, and a remedy for whatever is not alike."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.night.verdict import Difference, Finding, ParkedEvent, Verdict
from app.ui.sync.night_words import MOST_SHOWN, night_words
from app.ui.sync.screen import SyncScreen
from tests.app.ui.memory_office import MemoryOffice
from tests.app.ui.memory_shop import memory_shop
from tests.app.ui.memory_stage import Stage
from tests.app.ui.sync.test_screen import NOW, ONLINE, texts

FACTS: dict[Difference, dict[str, str | int]] = {
    Difference.NOT_ALL_PUSHED: {"missing": 3},
    Difference.NOT_POSTED: {"waiting": 3},
    Difference.FORK: {"reason": "fork"},
    Difference.RESTORED: {"reason": "restored"},
    Difference.FENCED: {"reason": "stolen"},
    Difference.Z_DIFFERS: {"shift": 12, "what": "tender cash", "till": 4_000, "office": 3_900},
    Difference.LEASE_DIFFERS: {
        "wallet": "w", "unit": "points", "lot": "", "till": 3, "office": 4, "granted_till": 3, "granted_office": 4,
        "count": 2,
    },
    Difference.CLOCK_WRONG: {"minutes": -180},
    Difference.OTHER: {"anything": "else"},
}  # fmt: skip
EQUAL = Verdict("T7KQ2", 1, "e", "2026-03-06", NOW - 3_600_000, "00" * 32, ())
PARKED = tuple(ParkedEvent(f"T7KQ2:1:{seq}", "unreadable", NOW) for seq in range(1, 6))


def found(*kinds: Difference) -> Verdict:
    return replace(EQUAL, findings=tuple(Finding(kind, FACTS[kind]) for kind in kinds))


def shown(qtbot: QtBot, verdict: Verdict | None, *, is_inside: bool = False) -> str:
    stage = Stage(qtbot, memory_shop())
    status = replace(ONLINE, night=verdict, is_inside=is_inside)
    return texts(stage.put(SyncScreen(stage.session, MemoryOffice(status))))


def test_before_the_first_night_nothing_is_said(qtbot: QtBot) -> None:
    assert "Checked" not in shown(qtbot, None)


def test_equal_is_one_line(qtbot: QtBot) -> None:
    assert "Checked 14:20: till and head office have the same" in shown(qtbot, EQUAL)


@pytest.mark.parametrize("kind", list(Difference))
def test_every_difference_has_its_words_and_a_remedy(kind: Difference) -> None:
    words = night_words(found(kind), str, str, is_inside=False)
    assert "differ" in words.line
    [(what, remedy)] = words.faults
    assert what
    assert remedy.endswith(".")
    assert "{" not in what + remedy


def test_a_difference_is_told_with_its_figures(qtbot: QtBot) -> None:
    told = shown(qtbot, found(Difference.Z_DIFFERS, Difference.CLOCK_WRONG))
    assert "Shift 12: what was paid by Cash is 40.00 here and 39.00 at head office" in told
    assert "This till's clock is wrong: 180 min slow" in told


def test_what_is_parked_is_told_where_head_office_is_inside(qtbot: QtBot) -> None:
    verdict = replace(EQUAL, parked=PARKED, parked_count=len(PARKED))
    assert "posted" not in shown(qtbot, verdict)
    told = shown(qtbot, verdict, is_inside=True)
    assert "Kept and not posted since 15:20: head office cannot read it" in told
    assert "membertill office parked --retry T7KQ2:1:1" in told
    assert f"And {len(PARKED) - MOST_SHOWN} more" in told


def test_another_night_takes_the_place_of_the_last(qtbot: QtBot) -> None:
    stage = Stage(qtbot, memory_shop())
    screen = stage.put(SyncScreen(stage.session, MemoryOffice(replace(ONLINE, night=found(Difference.FORK)))))
    screen.show_status(replace(ONLINE, night=EQUAL))
    labels = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    assert not any("Another computer" in text for text in labels)
