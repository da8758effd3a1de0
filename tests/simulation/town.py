"""One run: a town of tills and a head office, everything that can go wrong, and the checks.

Everything comes from the seed: a run is repeated to the byte by its number.
"""

import shutil
import tempfile
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from app.domain.ids import WalletId
from app.domain.journal import Event
from app.domain.lease import Take
from app.domain.ledger import BONUS, PRINCIPAL, Unit
from sync.client.session import Outcome
from sync.office.services.recall import RecallValue
from tests.simulation.checks import (
    assert_books_are_right,
    assert_every_event_is_there_once,
    assert_no_cost_to_the_house,
    assert_nobody_took_more_than_there_was,
    assert_nothing_came_from_nowhere,
    assert_till_and_office_agree,
)
from tests.simulation.crash import CrashError
from tests.simulation.headoffice import WALLETS, HeadOffice
from tests.simulation.machine import Machine
from tests.simulation.wire import Line, Weather

TILLS = 3
_MEMORY = Path("/dev/shm")


@dataclass(frozen=True)
class Perils:
    """What may happen beside bad weather and crashes."""

    office_restores: bool = True
    write_offs: bool = False
    copies: bool = False


# By seed, one after the other.
PERILS = (
    Perils(),
    Perils(write_offs=True, office_restores=False),
    Perils(copies=True),
    Perils(write_offs=True, copies=True),
)


class Town:
    """Build it with a seed, `live` some steps, `settle`."""

    def __init__(self, seed: int) -> None:
        self.perils = PERILS[seed % len(PERILS)]
        self.chance = Random(seed)
        where = _MEMORY if _MEMORY.is_dir() else None
        self._folder = Path(tempfile.mkdtemp(prefix="mt-sim-", dir=where))
        self.weather = Weather(Random(self.chance.random()))
        self.office = HeadOffice(self._folder, Random(self.chance.random()))
        self.machines: list[Machine] = []
        self._backups: list[Path] = []
        self._images: list[tuple[str, Path]] = []
        self._lost: defaultdict[tuple[str, str], int] = defaultdict(int)
        self._gone: list[Event] = []
        self._boxes = 0
        self._actions = self._weighted_actions()
        for _ in range(TILLS):
            self._new_till()

    def __enter__(self) -> "Town":
        return self

    def __exit__(self, *_error: object) -> None:
        for machine in self.machines:
            machine.store._opened.close()
        self.office.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def is_honest(self) -> bool:
        """Whether nothing can happen that costs the house."""
        return not self.perils.write_offs and not self.perils.copies

    def live(self, steps: int) -> None:
        """So many things happen; the books are checked on the way."""
        for step in range(1, steps + 1):
            if self.chance.randrange(5) == 0:
                self.weather.deliver_late()
            self.chance.choice(self._actions)()
            if step % 50 == 0:
                self._check()

    def settle(self) -> None:
        """The weather clears up: everything arrives, everybody is heard, and the books agree."""
        self.weather.clear_up()
        self.office.fuse.disarm()
        while self.weather.late:
            self.weather.deliver_late()
        outcomes: list[Outcome | None] = []
        for _ in range(12):
            outcomes = [self._synchronised(machine) for machine in self.machines]
            if all(outcome in {Outcome.DONE, Outcome.FENCED} for outcome in outcomes) and self.office.is_normal():
                break
        else:
            raise AssertionError(f"it does not settle: {outcomes}, normal: {self.office.is_normal()}")
        for machine in self.machines:
            self._synchronised(machine)
        self._check()
        assert_nothing_came_from_nowhere(self.office)
        events = [event for box in self.machines for event in box.events()]
        assert_every_event_is_there_once(self.office, events, self._gone)
        copied = {machine.name for machine in self.machines if not machine.is_honest}
        for machine in self.machines:
            if machine.name not in copied:
                assert_till_and_office_agree(self.office, machine)

    def _check(self) -> None:
        assert_books_are_right(self.office)
        if self.is_honest:
            assert_no_cost_to_the_house(self.office)
        if not self.perils.copies:
            assert_nobody_took_more_than_there_was(self.machines, self._lost)

    # --- what happens

    def _weighted_actions(self) -> list[Callable[[], None]]:
        actions = (
            [self._sell] * 24 + [self._refund] * 5 + [self._ask] * 16 + [self._sync] * 24 + [self._push] * 4
            + [self._give_back] * 4 + [self._recall] * 3 + [self._crash_till] * 6 + [self._crash_office] * 6
            + [self._clock_jumps] * 1 + [self._back_up] * 2
        )  # fmt: skip
        if self.perils.office_restores:
            actions += [self._restore_office]
        if self.perils.write_offs:
            actions += [self._lose_till]
        if self.perils.copies:
            actions += [self._take_image, self._copy_till, self._put_till_back]
        return actions

    def _new_till(self) -> None:
        self._boxes += 1
        name = f"T{self._boxes:02d}"
        machine = Machine(self._folder / name, name, self._line(), Random(self.chance.random()))
        self.machines.append(machine)
        self.office.enrol(name)

    def _line(self) -> Line:
        return Line(self.weather, lambda: self.office.world)

    def _machine(self) -> Machine:
        return self.chance.choice(self.machines)

    def _wallet(self) -> WalletId:
        return self.chance.choice(WALLETS)

    def _sell(self, machine: Machine | None = None) -> None:
        box, wallet = machine or self._machine(), self._wallet()
        amount = self.chance.randint(100, 2_500)
        how = self.chance.randrange(6)

        def sell() -> None:
            held = box.leases(wallet)
            from_card = [0, amount, held + 1, min(amount, held) // 2][how] if how < 4 else min(amount, held)
            box.sell(wallet, amount, from_card)

        box.try_to(sell)

    def _refund(self) -> None:
        box = self._machine()
        box.try_to(box.refund_last)

    def _ask(self) -> None:
        box, wallet = self._machine(), self._wallet()
        unit: Unit = self.chance.choice([PRINCIPAL, PRINCIPAL, BONUS])
        want = self.chance.randint(1, 4_000)
        box.try_to(lambda: box.session.ask(wallet, unit, want, self.chance.choice([0, want])))

    def _sync(self, machine: Machine | None = None) -> None:
        box = machine or self._machine()
        box.try_to(box.session.synchronise)
        self._enrol_if_forgotten(box)

    def _push(self) -> None:
        box = self._machine()
        box.try_to(box.session.push)

    def _give_back(self) -> None:
        box = self._machine()
        if self.chance.randrange(6) == 0:
            box.try_to(lambda: box.session.give_everything_back("shift"))
            return
        with box.store.unit_of_work() as uow:
            held = [lease for lease in uow.outbox.leases() if lease.held > 0]
        if held:
            lease = self.chance.choice(held)
            part = Take(lease.unit, lease.lot, self.chance.randint(1, lease.held))
            box.try_to(lambda: box.session.give_back([(lease.wallet, part)], "idle"))

    def _recall(self) -> None:
        RecallValue(self.office.world)(self._wallet(), self.chance.choice([PRINCIPAL, BONUS]))

    def _crash_till(self) -> None:
        box = self._machine()
        box.fuse.set(self.chance.randint(1, 40))
        self.chance.choice([self._sell, self._sync])(box)
        box.fuse.disarm()

    def _crash_office(self) -> None:
        self.office.fuse.set(self.chance.randint(1, 40))
        self._sync()
        self.office.fuse.disarm()

    def _clock_jumps(self) -> None:
        box = self._machine()
        box.clock.wall += self.chance.choice([-3_600_000, 400 * 86_400_000, 60_000])

    def _back_up(self) -> None:
        self._backups.append(self.office.back_up())

    def _restore_office(self) -> None:
        if self._backups and self.chance.randrange(2) == 0:
            self.office.restore(self.chance.choice(self._backups))

    def _lose_till(self) -> None:
        """A till is written off; it works on, cut off or not, and a new one takes its place."""
        if len(self.machines) > 2 * TILLS or self.chance.randrange(2):
            return
        name = self._machine().name
        if not self.office.knows(name):  # restored from before it was enrolled
            return
        for box in self.machines:
            if box.name == name:
                self._count_as_lost(box)
        try:
            self.office.write_off(name)
        except CrashError:
            return
        self._new_till()

    def _count_as_lost(self, box: Machine) -> None:
        # Whatever the box was ever granted it may spend while its members are whole already.
        with box.store.unit_of_work() as uow:
            for lease in uow.outbox.leases():
                self._lost[lease.wallet, lease.unit] += lease.granted + lease.credited

    def _take_image(self) -> None:
        if len(self._images) < 6:
            box = self._machine()
            image = self._folder / f"image-{len(self._images)}"
            box.copy_to(image)
            self._images.append((box.label, image))

    def _copy_till(self) -> None:
        """Another box comes up with the disk of one of the tills, as it is or as it was."""
        if self._images and len(self.machines) < 2 * TILLS:
            label, image = self.chance.choice(self._images)
            origin = next(box for box in self.machines if box.label == label)
            self._boxes += 1
            folder = self._folder / f"{origin.name}-copy-{self._boxes}"
            shutil.copytree(image, folder)
            twin = Machine(folder, origin.name, self._line(), Random(self.chance.random()))
            self._mark_copied(origin.name)
            twin.is_honest = False
            self.machines.append(twin)

    def _put_till_back(self) -> None:
        """A disk is put back from an image; what it had done since is gone from this box, not from the world."""
        if self._images and self.chance.randrange(3) == 0:
            label, image = self.chance.choice(self._images)
            box = next(box for box in self.machines if box.label == label)
            if self._synchronised_before(box):
                self._gone += box.events()
                box.replace_by(image)
                self._mark_copied(box.name)

    def _synchronised_before(self, box: Machine) -> bool:
        # What is nowhere else would be lost with the disk; the second volume is there for that, and tested elsewhere.
        box.try_to(box.session.synchronise)
        return box.session.state().acked >= box.store.head.seq

    def _mark_copied(self, name: str) -> None:
        for box in self.machines:
            if box.name == name:
                box.is_honest = False

    def _synchronised(self, box: Machine) -> Outcome | None:
        outcome = box.try_to(box.session.synchronise)
        if outcome is None:
            self._enrol_if_forgotten(box)
        return outcome

    def _enrol_if_forgotten(self, box: Machine) -> None:
        """A head office restored from before this till was enrolled does not know it: a person enrols it again."""
        if not self.office.knows(box.name):
            self.office.fuse.disarm()
            self.office.enrol(box.name)
