"""A draft is tried from the settings: chosen, played in pieces, stopped, and its figures read."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.rehearsal.dry_run import Figures
from app.paths import resources_dir
from app.ports.drafts import DraftFile
from app.services.try_draft import ChangedReceipt, TrialOutcome
from app.ui.settings.draft_page import DraftPage
from app.ui.settings.draft_presenter import DraftDesk
from app.ui.words import read_all_words
from tests.app.ui.memory_shop import TEA, TOAST, AtOnce, Later, memory_shop

DEMO = resources_dir() / "programmes" / "demo.toml"
OWN, GONE = DraftFile(DEMO, is_shops=True), DraftFile(Path("gone.toml"), is_shops=False)
OUTCOME = TrialOutcome(
    "2026-01-01",
    Figures(sales=12, members=3, discount_minor=12_300, points=-40, moved={("silver", "gold"): 2}),
    (ChangedReceipt("T1-1-000007", 2_000, 1_500),),
    {"silver": {"en": "Silver"}, "gold": {"en": "Gold"}},
)


@dataclass
class SeenPage:
    """A page that remembers."""

    files: Sequence[DraftFile] = ()
    progress: list[int] = field(default_factory=list)
    stopped: int = 0
    outcome: TrialOutcome | None = None
    faults: Sequence[str] = ()
    trouble: str = ""

    def show_files(self, files: Sequence[DraftFile], folder: str) -> None:
        self.files = files

    def show_progress(self, percent: int) -> None:
        self.progress.append(percent)

    def show_stopped(self) -> None:
        self.stopped += 1

    def show_outcome(self, outcome: TrialOutcome) -> None:
        self.outcome = outcome

    def show_faults(self, faults: Sequence[str]) -> None:
        self.faults = faults

    def show_trouble(self, detail: str) -> None:
        self.trouble = detail


@dataclass
class Folder:
    """One file that can be read, and one that is gone."""

    content: str = ""

    def folder(self) -> Path:
        return Path("drafts")

    def files(self) -> Sequence[DraftFile]:
        return [OWN, GONE]

    def text(self, draft: DraftFile) -> str:
        return self.content or draft.path.read_text(encoding="utf-8")


def desk_of(page: SeenPage, tasks: AtOnce, content: str = "") -> DraftDesk:
    shop = memory_shop()
    shop.open_shift()
    for _ in range(4):
        shop.sell((TOAST, 1_000), (TEA, 2_000))
    use_cases = replace(shop.use_cases, try_draft=replace(shop.use_cases.try_draft, drafts=Folder(content)))
    return DraftDesk(page, tasks, use_cases, lambda: read_all_words()["en"])


def test_it_is_played_to_its_end() -> None:
    page = SeenPage()
    desk = desk_of(page, AtOnce())
    desk.look()
    desk.start(page.files[0], 90)
    assert page.outcome is not None
    assert (page.outcome.figures.sales, page.outcome.figures.discount_minor) == (4, 0)
    assert page.progress[0] == 0
    assert page.progress[-1] == 100


def test_it_can_be_stopped_and_what_comes_late_is_not_shown() -> None:
    page, tasks = SeenPage(), Later()
    desk = desk_of(page, tasks)
    desk.start(OWN, 90)
    tasks.let_go()
    desk.stop()
    tasks.let_go()
    assert (page.stopped, page.outcome, tasks.waiting) == (1, None, [])


def test_a_wrong_file_and_one_that_is_gone_are_told() -> None:
    page = SeenPage()
    desk_of(page, AtOnce(), 'format = 2\nid = "x"').start(OWN, 90)
    assert any("version" in fault for fault in page.faults)
    desk_of(page, AtOnce()).start(GONE, 90)
    assert "gone.toml" in page.trouble


@pytest.fixture
def page(qtbot: QtBot) -> DraftPage:
    page = DraftPage(lambda names: names["en"])
    qtbot.addWidget(page)
    page.show()
    return page


def test_the_page_asks_for_what_was_chosen_and_shows_what_came(page: DraftPage) -> None:
    wanted: list[tuple[DraftFile, int]] = []
    page.start_wanted.connect(lambda file, days: wanted.append((file, days)))
    page.show_files([OWN, GONE], "/drafts")
    page._start.click()
    assert wanted == [(OWN, 90)]
    page.show_progress(40)
    assert page._stop.isVisible()
    page.show_outcome(OUTCOME)
    rows = [page._figures.model().index(row, 1).data() for row in range(page._figures.model().rowCount())]
    assert rows == ["12 sales, 3 members", "+¥123.00", "-40", "¥0.00", "2 members"]
    assert page._figures.model().index(4, 0).data() == "Silver → Gold"
    assert page._baskets.model().index(0, 0).data() == "T1-1-000007"


def test_what_is_wrong_is_said_and_not_all_of_a_hundred(page: DraftPage) -> None:
    page.show_faults([f"line {n}" for n in range(100)])
    said = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "line 7" in said
    assert "92 more" in said
