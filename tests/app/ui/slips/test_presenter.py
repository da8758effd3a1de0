"""Slips that wait: seen, tried again, dropped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.domain.receipt.page import Page
from app.ports.store import Slip, SlipKind
from app.services.name_slips import SlipName
from app.ui.slips.presenter import SlipsDesk
from tests.app.ui.memory_shop import TEA, AtOnce, Later, MemoryShop, memory_shop


@dataclass
class Dialog:
    """Remembers what it was told."""

    slips: Sequence[Slip] = ()
    names: Mapping[int, SlipName] = field(default_factory=dict)
    pages: list[tuple[SlipKind, Page | None]] = field(default_factory=list)
    trying: int = 0
    saved: list[Path] = field(default_factory=list)
    not_saved: list[str] = field(default_factory=list)

    def show_slips(self, slips: Sequence[Slip], names: Mapping[int, SlipName]) -> None:
        self.slips, self.names = slips, names

    def show_page(self, slip: Slip, page: Page | None) -> None:
        self.pages.append((slip.kind, page))

    def show_trying(self) -> None:
        self.trying += 1

    def show_saved(self, path: Path) -> None:
        self.saved.append(path)

    def show_not_saved(self, detail: str) -> None:
        self.not_saved.append(detail)


@pytest.fixture
def shop() -> MemoryShop:
    shop = memory_shop()
    shop.open_shift()
    shop.sell((TEA, 1000))
    shop.sell((TEA, 2000))
    shop.store.spool.add(SlipKind.DRAWER, "x", kick_drawer=True)
    return shop


def test_choose_and_drop(shop: MemoryShop) -> None:
    dialog = Dialog()
    desk = SlipsDesk(dialog, AtOnce(), shop.use_cases, lambda: None)
    desk.load()
    assert [slip.kind for slip in dialog.slips] == [SlipKind.SALE, SlipKind.SALE, SlipKind.DRAWER]
    numbers = [dialog.names[slip.id].number for slip in dialog.slips[:2]]
    assert numbers == ["T1-1-000001", "T1-1-000002"]
    assert dialog.slips[2].id not in dialog.names
    desk.choose(dialog.slips[0])
    desk.choose(dialog.slips[2])
    assert [page is None for _, page in dialog.pages] == [False, True]
    desk.drop(dialog.slips[0])
    assert len(dialog.slips) == 2


def test_print_now_asks_the_printer_again(shop: MemoryShop) -> None:
    dialog, asked = Dialog(), list[int]()
    SlipsDesk(dialog, AtOnce(), shop.use_cases, lambda: asked.append(1)).print_now()
    assert (len(asked), dialog.trying) == (1, 1)


def test_the_slip_chosen_last_is_shown(shop: MemoryShop) -> None:
    dialog, later = Dialog(), Later()
    desk = SlipsDesk(dialog, later, shop.use_cases, lambda: None)
    first, second = shop.store.spool.waiting()[:2]
    desk.choose(first)
    desk.choose(second)
    later.let_go(1)
    later.let_go(0)
    assert len(dialog.pages) == 1


def test_a_pdf_is_written_or_said_not_to_be(shop: MemoryShop, tmp_path: Path) -> None:
    dialog = Dialog()
    desk = SlipsDesk(dialog, AtOnce(), shop.use_cases, lambda: None)
    desk.save(tmp_path / "new" / "slip.pdf", b"%PDF")
    assert dialog.saved == [tmp_path / "new" / "slip.pdf"]
    assert dialog.saved[0].read_bytes() == b"%PDF"
    desk.save(tmp_path / "new" / "slip.pdf" / "in a file.pdf", b"%PDF")
    assert len(dialog.not_saved) == 1
