"""The demo shop's till, ready to sell: built once, in seconds, the same for the same seed.

It is built beside its place and moved there whole: an interrupted build leaves no half a shop.
"""

import shutil
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from app.cli.demo.chance import SeededRandomness
from app.cli.demo.clock import DemoClock
from app.cli.demo.directory import write_directory
from app.cli.demo.goods import CATALOGUE_VERSION, demo_goods
from app.cli.demo.holders import Holder
from app.cli.demo.openings import open_balances
from app.cli.demo.people import people
from app.cli.demo.staff import DEMO_STAFF
from app.domain.catalogue import Product
from app.domain.ids import MerchantId, TillId
from app.domain.programme.file import read_programme
from app.domain.staff import PinRecord
from app.paths import resources_dir
from app.ports.directory import DirectoryMark
from app.services.change_settings import CONFIG_NAME as SETTINGS
from app.settings import PrinterSettings, ShopSettings
from app.storage.directory.place import DirectoryPlace, directory_file_name, use_directory
from app.storage.keys import KeyFile, StoreKey, open_key
from app.storage.pins import Argon2Pins
from app.storage.places import KEY_FILE, TILL_DB, move_in
from app.storage.till.config import PROGRAMME
from app.storage.till.store import TillStore

TILL = TillId("T01")
MERCHANT = MerchantId("xiaoman")
DEMO_SETTINGS = ShopSettings(
    shop_name="小满生活馆",
    shop_address="云溪路 18 号一层",
    shop_phone="400-000-1234",
    receipt_footer="谢谢光临，商品七日内凭小票退换",
    printer=PrinterSettings(connection="virtual"),
)

_CURSOR = 1
DEMO_PROGRAMME = "demo"
# Beyond so many wallets only the directory knows what lies in them, as with members who never come to this till.
MOST_OPENED = 20_000

# Called with how many steps of how many are done; a step is a member read.
Progress = Callable[[int, int], None]


def build_demo_shop(
    data_dir: Path,
    *,
    seed: int = 1,
    members: int = 10_000,
    today: str,
    now_ms: int,
    programme: str = DEMO_PROGRAMME,
    progress: Progress | None = None,
) -> bool:
    """Build the shop in `data_dir` as of the ISO date `today` and UTC ms `now_ms`; False where a till is already.

    `programme` is the name of a file in `resources/programmes`; FileNotFoundError where there is none.
    """
    text = demo_programme_text(programme)
    if (data_dir / TILL_DB).exists():
        return False
    site = data_dir.with_name(f".{data_dir.name}.building")
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir(parents=True, mode=0o700)
    try:
        _Builder(site, seed, members, today, now_ms, text, demo_goods(programme), progress).build()
        move_in(site, data_dir)
    finally:
        shutil.rmtree(site, ignore_errors=True)
    return True


def demo_programme_text(name: str = DEMO_PROGRAMME) -> str:
    """The demo shop's programme file, or another one of the product."""
    return (resources_dir() / "programmes" / f"{name}.toml").read_text(encoding="utf-8")


class _Builder:
    def __init__(
        self,
        site: Path,
        seed: int,
        members: int,
        today: str,
        now_ms: int,
        text: str,
        goods: Sequence[Product],
        progress: Progress | None,
    ) -> None:
        self._site = site
        self._seed = seed
        self._count = members
        self._today = today
        self._text, self._programme = text, read_programme(text)
        self._goods = goods
        self._clock = DemoClock(now_ms)
        self._randomness = SeededRandomness(f"{seed} ids")
        self._progress = progress
        self._steps = 0

    def build(self) -> None:
        # A key file and not the keyring: a demo shop is thrown away as a folder, with its key.
        key = open_key(self._site, KeyFile(self._site / KEY_FILE))
        store = TillStore.open(self._site, key)
        try:
            store.enrol(TILL, MERCHANT, 1, clock=self._clock, randomness=self._randomness)
            self._furnish(store)
            opened = islice(self._people(), MOST_OPENED)
            open_balances(store, opened, clock=self._clock, randomness=self._randomness)
            self._list_members(store, key)
        finally:
            store.close()

    def _furnish(self, store: TillStore) -> None:
        pins = Argon2Pins()
        with store.unit_of_work() as uow:
            uow.products.replace_all(self._goods, CATALOGUE_VERSION)
            for person in DEMO_STAFF:
                uow.staff.put(PinRecord(person.operator, pins.hash(person.pin)))
            uow.config.put(PROGRAMME, self._text)
            uow.config.put(SETTINGS, DEMO_SETTINGS.model_dump_json())
            uow.commit()

    def _list_members(self, store: TillStore, key: StoreKey) -> None:
        name = directory_file_name(_CURSOR)
        place = DirectoryPlace(name, key.for_directory(name))
        write_directory(self._site / name, place.key, DirectoryMark(_CURSOR, store.head.seq), self._people())
        with store.unit_of_work() as uow:
            use_directory(uow.config, place)
            uow.commit()

    def _people(self) -> Iterator[Holder]:
        """Everybody; they are made twice rather than kept, for there may be a million."""
        for holder in people(self._count, seed=self._seed, today=self._today, programme=self._programme):
            yield holder
            self._steps += 1
            if self._progress and self._steps % 500 == 0:
                self._progress(self._steps, max(self._steps, 2 * self._count + self._count // 25))
