"""Whom a till has looked up and does not carry it keeps for as long as the shop says."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest

from app.bootstrap.member_file import DirectoryFile
from app.bootstrap.till import OpenTill
from app.domain.checkpoint import CopyRow
from app.domain.ids import CardNumber
from app.ports.directory import DirectoryMark
from app.services.change_settings import CONFIG_NAME
from app.settings import ShopSettings
from app.storage.directory.build import build_directory
from app.storage.directory.place import DirectoryPlace, use_directory
from app.storage.directory.reader import DirectoryReader
from tests.app.services.shop import Shop

KEY, HOUR_MS = bytes(32), 3_600_000
GUEST = CopyRow("w7", 12, {"wallet": "w7", "cards": [["880000000070", "active"]]})


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    made = Shop(tmp_path / "till")
    yield made
    made.store.close()


@pytest.fixture
def file(shop: Shop) -> Iterator[DirectoryFile]:
    place = DirectoryPlace("directory-0.db", KEY)
    build_directory(shop.data_dir / place.file, KEY, DirectoryMark(0, 0))
    with shop.store.unit_of_work() as uow:
        use_directory(uow.config, place)
        uow.commit()
    with closing(DirectoryFile(cast("OpenTill", shop), lambda work: work())) as made:
        yield made


def knows(data_dir: Path) -> bool:
    with closing(DirectoryReader(data_dir / "directory-0.db", KEY)) as reader:
        return reader.card(CardNumber("880000000070")) is not None


def test_a_guest_stays_a_day_and_is_looked_up_anew_after_it(shop: Shop, file: DirectoryFile) -> None:
    file.take_guests([GUEST], 0, 0)
    shop.clock.wall += 24 * HOUR_MS - 1
    assert (file.guests(), knows(shop.data_dir)) == ([("w7", 12)], True)
    shop.clock.wall += 1
    assert (file.guests(), knows(shop.data_dir)) == ([], False)


def test_the_shop_says_for_how_long(shop: Shop, file: DirectoryFile) -> None:
    with shop.store.unit_of_work() as uow:
        uow.config.put(CONFIG_NAME, ShopSettings(guest_hours=2).model_dump_json())
        uow.commit()
    file.take_guests([GUEST], 0, 0)
    shop.clock.wall += 2 * HOUR_MS
    assert file.guests() == []
