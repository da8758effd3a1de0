"""A night after a day without a line: three tills upload by themselves, and each hears what is true of it.

Real head office, real TLS, the shipped store, services and thread. One till was rebooted, one has a wrong clock, one
was put back from yesterday's copy. The shops' wall clocks are moved on by a day; what head office is told is not.
"""

import datetime
import io
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.bootstrap.nightly import send_at_night
from app.bootstrap.signing import public_key
from app.bootstrap.till import open_till
from app.devices.clock import SystemClock
from app.domain.errors import Refused
from app.domain.night.summary import answered_part, signed_part, summary_in
from app.domain.night.verdict import Difference
from app.domain.sale.facts import Sale
from app.ports.head_office import Line, OfficeStatus
from app.storage.keys import open_key
from app.storage.till.store import TillStore
from sync.client.night import KeptNight, last_night
from sync.protocol.signed import is_signed
from tests.app.bootstrap.chain_till import MANAGER, WALLET, ChainTill, enrol, furnish
from tests.chain.books import assert_office_is_clean
from tests.chain.processes import Founder, OfficeProcess, serving

HOUR_MS = 60 * 60 * 1000


class ShopClock(SystemClock):
    """A machine's clock, `off_ms` wrong; what the wall shows can be moved on by whole days."""

    def __init__(self, off_ms: int = 0) -> None:
        super().__init__()
        self.off_ms, self.days = off_ms, 0

    def now_ms(self) -> int:
        return super().now_ms() + self.off_ms

    def local_time(self, at_ms: int) -> str:
        text = super().local_time(at_ms)
        moment = datetime.datetime.fromisoformat(text) + datetime.timedelta(days=self.days)
        return f"{moment:%Y-%m-%d %H:%M:%S}"


@dataclass
class Shops:
    """Three tills and their head office; `folders` by name."""

    office: OfficeProcess
    folders: dict[str, Path]

    def kept(self, name: str) -> KeptNight:
        folder = self.folders[name]
        with closing(TillStore.open(folder, open_key(folder))) as store, store.unit_of_work() as uow:
            return last_night(uow.config)


@pytest.fixture
def shops(tmp_path: Path) -> Iterator[Shops]:
    with ExitStack() as opened:
        office = opened.enter_context(serving(tmp_path / "office"))
        founder = opened.enter_context(closing(Founder(office)))
        founder.give(WALLET, 50_000)
        assert office.command("publish", "resources/programmes/demo.toml")[0] == 0
        folders = {name: tmp_path / name for name in ("rebooted", "wrong-clock", "put-back")}
        for name, folder in folders.items():
            assert enrol(folder, office, "--till", name) == 0
            furnish(folder)
        yield Shops(office, folders)


def is_through(status: OfficeStatus) -> bool:
    return status.line is Line.ONLINE and not status.waiting


def sell(till: ChainTill, *from_card: int) -> None:
    for part in from_card:
        assert isinstance(till.sell(part), Sale)


def close_the_day(till: ChainTill) -> None:
    assert not isinstance(till.do(lambda: till.till.use_cases.close_shift(MANAGER, 30_000)), Refused)


def test_three_tills_after_a_day_without_a_line(shops: Shops, tmp_path: Path) -> None:
    office, folders = shops.office, shops.folders
    image = tmp_path / "image"
    clocks = {name: ShopClock() for name in folders}
    tills = {name: ChainTill(folder, clocks[name]) for name, folder in folders.items()}

    # Yesterday: everything has a line. A copy is taken of one till, which then sells on.
    for till in tills.values():
        till.until(is_through)
    assert tills["rebooted"].ask(10_000).amount_minor == 10_000
    tills["put-back"].close()
    shutil.copytree(folders["put-back"], image)
    tills["put-back"] = ChainTill(folders["put-back"], clocks["put-back"])
    sell(tills["put-back"], 0, 0)
    for till in tills.values():
        till.until(is_through)
        till.close()

    first_night = shops.kept("put-back").night

    # Today: no line.
    office.stop()
    shutil.rmtree(folders["put-back"])
    shutil.copytree(image, folders["put-back"])
    clocks["wrong-clock"].off_ms = -3 * HOUR_MS
    for name, clock in clocks.items():
        tills[name] = ChainTill(folders[name], clock)
        sell(tills[name], 0, 0)
    sell(tills["rebooted"], 4_000)
    tills["rebooted"].close()
    tills["rebooted"] = ChainTill(folders["rebooted"], clocks["rebooted"])
    sell(tills["rebooted"], 6_000)
    for till in tills.values():
        close_the_day(till)
    tills["put-back"].close()

    # The night: the line is back, and nobody is there.
    for clock in clocks.values():
        clock.days += 1
    office.start()
    for name in ("rebooted", "wrong-clock"):
        tills[name].until(lambda status: status.night is not None and status.night.night != first_night)
        tills[name].close()
    said = io.StringIO()
    slept: list[float] = []
    assert send_at_night(folders["put-back"], said, slept.append, clocks["put-back"]) == 1
    assert slept[0] == 600, "first whoever opens the shop may open the till"

    kinds = {}
    for name in folders:
        kept = shops.kept(name)
        verdict = kept.read()
        assert verdict is not None
        kinds[name] = [found.kind for found in verdict.findings]
        assert_is_signed(shops, name, kept)
    assert kinds == {
        "rebooted": [],
        "wrong-clock": [Difference.CLOCK_WRONG],
        "put-back": [Difference.RESTORED],
    }
    told = summary_in(shops.kept("rebooted").summary)
    assert sum(shift.totals.sales for shift in told.shifts) == 4
    assert "put back from a copy, or copied from another box: call head office" in said.getvalue()

    status, listed = office.command("nights")
    assert status == 1
    assert "rebooted/1 人民路店: night of " in listed
    assert "everything equal" in listed
    assert "the till's clock is 180 minute(s) slow: let somebody set the clock" in listed
    assert "or copied from another box: `membertill restore` there if its second journal is whole" in listed
    assert "4 till(s), 2 to look at" in listed
    # The tills priced as head office does, from facts that it knows.
    assert office.command("nightly")[0] == 0
    status, listed = office.command("disputes")
    assert (status, listed.split(";")[0]) == (0, "0 dispute(s)"), listed
    priced = re.search(r"(\d+) sale\(s\) priced again, 0 passed over", listed)
    assert priced is not None, listed
    assert int(priced[1]) >= 8
    assert_office_is_clean(office)
    office.assert_nothing_broke()


def assert_is_signed(shops: Shops, name: str, kept: KeptNight) -> None:
    """Both sides' signatures hold for what they signed, and for nothing else."""
    till = open_till(shops.folders[name])
    with closing(till.store), closing(till.directory):
        assert till.placement is not None
        key = public_key(till.placement).hex()
    assert is_signed(signed_part(kept.summary), kept.signature, key)
    assert is_signed(answered_part(kept.verdict), kept.answer_signature, kept.office_key)
    assert not is_signed(signed_part(kept.summary.replace('"sales":[', '"sales":[1')), kept.signature, key)
    forged = kept.verdict.replace('"findings":[', '"findings":[1')
    assert not is_signed(answered_part(forged), kept.answer_signature, kept.office_key)
