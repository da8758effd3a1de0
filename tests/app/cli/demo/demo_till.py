"""A till of the demo shop, opened with the generator's own clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.bootstrap.wiring import Outside, ShopRules, wire
from app.cli.demo.chance import SeededRandomness
from app.cli.demo.clock import DemoClock
from app.cli.demo.day import DayOfTrade, before_opening_ms, plan_day, trade
from app.cli.demo.people import people
from app.cli.demo.shop import build_demo_shop
from app.domain.programme.file import read_programme
from app.domain.programme.model import Programme
from app.paths import resources_dir
from app.services.change_settings import settings_in
from app.services.use_cases import UseCases
from app.storage.directory.place import directory_in_use
from app.storage.directory.reader import DirectoryReader
from app.storage.keys import open_key
from app.storage.pins import Argon2Pins
from app.storage.templates import SHOP_FOLDER, TemplateFolders
from app.storage.till.config import PROGRAMME
from app.storage.till.store import TillStore

TODAY = "2026-11-22"
MEMBERS = 300


@dataclass(frozen=True, slots=True)
class DemoTill:
    """The opened till."""

    store: TillStore
    directory: DirectoryReader
    clock: DemoClock
    programme: Programme
    use_cases: UseCases

    def trade(self, sales: int, day: str = TODAY) -> DayOfTrade:
        """A day with so many sales."""
        holders = people(MEMBERS, seed=1, today=TODAY, programme=self.programme)
        return trade(self.use_cases, self.clock, plan_day(day, sales, holders, self.programme))


def build(data_dir: Path, seed: int = 1) -> bool:
    """A small demo shop on the morning of TODAY."""
    return build_demo_shop(data_dir, seed=seed, members=MEMBERS, today=TODAY, now_ms=before_opening_ms(TODAY))


@contextmanager
def opened(data_dir: Path) -> Iterator[DemoTill]:
    """The till in `data_dir`, closed in the end."""
    store = TillStore.open(data_dir, open_key(data_dir))
    with store.unit_of_work() as uow:
        settings = settings_in(uow)
        programme = read_programme(uow.config.get(PROGRAMME) or "")
        place = directory_in_use(uow.config)
    assert place is not None
    directory = DirectoryReader(data_dir / place.file, place.key)
    clock = DemoClock(before_opening_ms(TODAY))
    outside = Outside(store, directory, clock, SeededRandomness(7), Argon2Pins())
    try:
        templates = TemplateFolders(resources_dir() / "receipts", data_dir / SHOP_FOLDER, {})
        use_cases = wire(outside, ShopRules(settings, programme, {}, {}, templates))
        yield DemoTill(store, directory, clock, programme, use_cases)
    finally:
        directory.close()
        store.close()
