"""A till in bad weather is fenced, written off and enrolled again, several times: nothing is lost, nothing twice.

And the checker is checked: two bugs of a re-enrolment are planted, and each is noticed.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

import pytest

from app.domain.journal import Event
from app.domain.ledger import PRINCIPAL
from app.services.close_shift import CloseShift
from app.services.open_shift import OpenShift
from app.storage.till.unit_of_work import TillUnitOfWork
from sync.client.office import OfficeError
from sync.client.state import SyncState, keep_sync_state, read_sync_state
from sync.office.services.ledger.verify import verify
from sync.office.services.tills.enrol import EnrolTill, MakeCode
from sync.office.services.tills.fence import FenceTill
from sync.office.services.tills.write_off import WriteOffTill
from sync.office.storage.journal import count_events
from sync.office.storage.ledger import all_granted, leases_at
from sync.protocol.messages import Enrol
from tests.simulation.headoffice import WALLETS, HeadOffice
from tests.simulation.machine import CASHIER, MERCHANT, Machine
from tests.simulation.wire import Line, Weather

WALLET = WALLETS[0]
EPOCHS = 4
SEEDS = 6


class Life:
    """One till and its head office, from epoch to epoch."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = Random(seed)
        self.weather = Weather(self.chance)
        self.office = HeadOffice(folder, Random(seed))
        self.before = self.office.world.database.read(count_events)
        self.till = Machine(folder / "T01", "T01", Line(self.weather, lambda: self.office.world), self.chance)
        assert self.office.enrol("T01")
        self.events: list[Event] = []

    def trade(self) -> None:
        """A few sales from the card, the line as it is; with luck some of it reaches head office."""
        for _ in range(6):
            with suppress(OfficeError):
                self.till.session.synchronise()
                self.till.session.ask(WALLET, PRINCIPAL, self.chance.randrange(1, 3_000))
            amount = self.chance.randrange(100, 900)
            self.till.sell(WALLET, amount, min(amount, self.till.leases(WALLET)))
            self.weather.deliver_late()

    def enrol_again(self, epoch: int) -> None:
        """Fence, write off, begin the next epoch once head office has all of the old one."""
        FenceTill(self.office.world)("T01", epoch, "test")
        recorder = self.till.session.recorder
        assert isinstance(CloseShift(self.till.store, recorder)(CASHIER, 0), tuple)  # type: ignore[arg-type]
        self.until_all_is_sent()
        WriteOffTill(self.office.world)("T01", epoch, ["wang", "li"], "test")
        request = Enrol(
            code=MakeCode(self.office.world)("shop"), till="T01", epoch=1, public_key=f"{epoch:064x}", begins=True
        )
        answer = EnrolTill(self.office.world)(request)
        assert EnrolTill(self.office.world)(request) == answer
        self.events += self.till.events()
        with self.till.store.unit_of_work() as uow:
            stamp = recorder.look(uow)
            uow.begin_epoch(answer.epoch, MERCHANT, recorder.new_id(stamp.at), stamp.at, stamp.day)  # type: ignore[arg-type]
            keep_sync_state(uow.config, SyncState())
            uow.commit()
        assert self.till.store.head.epoch == epoch + 1
        OpenShift(self.till.store, recorder)(CASHIER, 0)  # type: ignore[arg-type]

    def until_all_is_sent(self) -> None:
        """As the sync thread does: again and again."""
        for _ in range(300):
            with suppress(OfficeError):
                self.till.session.synchronise()
            with self.till.store.unit_of_work() as uow:
                if read_sync_state(uow.config).acked == uow.journal.head().seq:
                    return
        raise AssertionError("it never came through")

    def check(self) -> None:
        """Everything is there once, and both sides hold the same of every lot."""
        self.weather.clear_up()
        while self.weather.late:
            self.weather.deliver_late()
        for _ in range(3):
            self.till.session.synchronise()
        assert verify(self.office.world) == []
        self.events += self.till.events()
        assert self.office.world.database.read(count_events) - self.before == len(self.events)
        self.agree()

    def agree(self) -> None:
        """Lot by lot, in the epoch of today."""
        head = self.till.store.head
        database = self.office.world.database
        granted = database.read(lambda connection: all_granted(connection, head.till, head.epoch))
        held = database.read(lambda connection: leases_at(connection, head.till))
        totals = self.till.totals()
        assert {(wallet, unit, lot.key): total for (wallet, unit, lot), total in granted.items()} == {
            lot: of for lot, (of, _) in totals.items() if of
        }
        assert {account[:3]: amount for account, amount in held} == {
            lot: now for lot, (_, now) in totals.items() if now
        }


@contextmanager
def life(folder: Path, seed: int) -> Iterator[Life]:
    made = Life(folder, seed)
    try:
        yield made
    finally:
        made.till.store._opened.close()
        made.office.close()


def run(folder: Path, seed: int) -> None:
    with life(folder, seed) as made:
        for epoch in range(1, EPOCHS):
            made.trade()
            made.enrol_again(epoch)
        made.trade()
        made.check()


@pytest.mark.parametrize("seed", range(SEEDS))
def test_from_epoch_to_epoch_nothing_is_lost_and_nothing_twice(tmp_path: Path, seed: int) -> None:
    run(tmp_path, seed)


def epoch_not_raised(patch: pytest.MonkeyPatch) -> None:
    """Head office gives the old epoch once more."""
    patch.setattr(EnrolTill, "_epoch_for", lambda _self, _connection, request: request.epoch)
    patch.setattr(EnrolTill, "_taken", lambda *_: "")


def leases_kept(patch: pytest.MonkeyPatch) -> None:
    """What the till held in the old epoch it holds in the new one as well."""
    real = TillUnitOfWork.begin_epoch

    def begin(self: TillUnitOfWork, epoch: int, *rest: object) -> Event:
        event = real(self, epoch, *rest)  # type: ignore[arg-type]
        columns = "wallet, unit, lot, granted, credited, spent, returned"
        self._work.write(f"INSERT INTO lease SELECT {columns}, {epoch} FROM lease WHERE epoch = ?", epoch - 1)
        return event

    patch.setattr(TillUnitOfWork, "begin_epoch", begin)


@pytest.mark.parametrize("plant", [epoch_not_raised, leases_kept], ids=lambda plant: plant.__name__)
def test_a_planted_bug_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plant: object) -> None:
    assert callable(plant)
    plant(monkeypatch)
    assert any(_is_caught(tmp_path / str(seed), seed) for seed in range(SEEDS))


def _is_caught(folder: Path, seed: int) -> bool:
    folder.mkdir()
    try:
        run(folder, seed)
    except Exception:  # a check that fails, or the product's own guard
        return True
    return False
