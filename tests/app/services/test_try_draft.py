"""A draft tried on what this till has sold: in pieces, with figures that publishing it would have given."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.domain.programme.file import FaultCode
from app.paths import resources_dir
from app.ports.drafts import DraftFile
from app.services.try_draft import Trial, TryDraft
from tests.app.services.shop import CASHIER, MANAGER, MILK, TEA, ZHANG_CARD, Shop

DAY_MS = 86_400_000
DEMO = (resources_dir() / "programmes" / "demo.toml").read_text(encoding="utf-8")
HALF = (
    DEMO
    + """
[[promotions]]
id = "tea-half"
name = { zh_CN = "茶五折", en = "Tea at half" }
kind = "percent"
pay_percent = 50
goods = { categories = ["tea"] }
group = "half"
"""
)
NAME = DraftFile(Path("half.toml"), is_shops=True)


@dataclass
class OneDraft:
    """A folder with one file."""

    content: str = HALF
    given: list[DraftFile] = field(default_factory=lambda: [NAME])

    def folder(self) -> Path:
        return Path("drafts")

    def files(self) -> Sequence[DraftFile]:
        return self.given

    def text(self, draft: DraftFile) -> str:
        if draft != NAME:
            raise FileNotFoundError(draft.path)
        return self.content


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path)
    shop.use.open_shift(CASHIER, 0)
    yield shop
    shop.store.close()


def draft_of(shop: Shop, content: str = HALF) -> TryDraft:
    return replace(shop.use.try_draft, drafts=OneDraft(content))


def played(service: TryDraft, days: int = 90) -> Trial:
    trial = service.begin(NAME, days)
    assert isinstance(trial, Trial), trial
    while not trial.is_done:
        before = trial.place
        service.go_on(trial)
        assert trial.place > before
    return trial


def test_the_figures_are_those_of_the_draft(shop: Shop) -> None:
    shop.sell(goods=[TEA])
    shop.sell(goods=[MILK, TEA], card=ZHANG_CARD)
    figures = played(draft_of(shop)).figures()
    assert (figures.sales, figures.members) == (2, 1)
    assert figures.discount_minor > TEA.price_minor // 2
    assert figures.baskets[0].was_minor > figures.baskets[0].would_be_minor


def test_the_programme_in_force_itself_changes_nothing(shop: Shop) -> None:
    shop.sell(goods=[TEA])
    shop.sell(goods=[MILK, TEA], card=ZHANG_CARD)
    figures = played(draft_of(shop, DEMO)).figures()
    assert (figures.discount_minor, figures.baskets, dict(figures.moved)) == (0, (), {})


def test_what_lies_before_the_window_is_not_played(shop: Shop) -> None:
    shop.sell(goods=[TEA])
    shop.use.close_shift(MANAGER, 0)
    shop.clock.pass_ms(40 * DAY_MS)
    assert not isinstance(shop.use.open_shift(CASHIER, 0), Refused)
    shop.sell(goods=[TEA])
    assert played(draft_of(shop), days=30).figures().sales == 1
    assert played(draft_of(shop), days=60).figures().sales == 2


def test_a_shop_that_sold_nothing_is_done_at_once(shop: Shop) -> None:
    trial = draft_of(shop).begin(NAME, 0)
    assert isinstance(trial, Trial)
    assert played(draft_of(shop), days=1).percent == 100
    assert trial.figures().sales == 0


def test_a_wrong_draft_says_everything_that_is_wrong(shop: Shop) -> None:
    wrong = draft_of(shop, DEMO.replace('currency = "CNY"', 'currency = "yuan"')).begin(NAME, 30)
    assert isinstance(wrong, tuple)
    assert [fault.code for fault in wrong] == [FaultCode.CURRENCY]
    assert isinstance(draft_of(shop).begin(DraftFile(Path("gone.toml"), is_shops=True), 30), OSError)


def test_nothing_is_written(shop: Shop) -> None:
    shop.sell(goods=[TEA], card=ZHANG_CARD)
    before = shop.store.head
    played(draft_of(shop))
    assert shop.store.head == before
