"""A town of tills and a head office, in which everything goes wrong that can; after each step the books are checked.

A step is one event in the world: something done at a till (a sale or a refund, also one that is refused, value given
back), one message on the wire (delivered, dropped, delayed, doubled, or late), one crash and start, one tick of a
clock that jumps, one thing done at head office (a recall, a backup, a restore, a write-off, an enrolment), one disk
copied or put back. What several events make up, a conversation of HELLO, PUSH and PULL say, is as many steps.

After each step the accounts it touched are checked (`watch`), everything after every hundred (`checks`). All of it
comes from the seed: a run is repeated to the byte by its number.
"""

import shutil
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from random import Random

from app.domain.journal import Event
from tests.simulation.checks import assert_books_are_right, assert_no_cost_to_the_house
from tests.simulation.headoffice import FORTUNE, MEMORY, WALLETS, HeadOffice
from tests.simulation.machine import Machine
from tests.simulation.wire import Line, Weather

TILLS = 3
_EVERYTHING_EVERY = 100


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
    """Who lives there, what was lost, and what has happened so far: `steps`."""

    def __init__(self, seed: int) -> None:
        self.perils = PERILS[seed % len(PERILS)]
        self.chance = Random(seed)
        self.folder = Path(tempfile.mkdtemp(prefix="mt-sim-", dir=MEMORY))
        self.steps = 0
        self.weather = Weather(Random(self.chance.random()), happened=self.happened)
        self.office = HeadOffice(self.folder, Random(self.chance.random()))
        self.machines: list[Machine] = []
        self.gone: list[Event] = []
        self._fortunes: defaultdict[tuple[str, str], int] = defaultdict(int)
        self._boxes = 0
        for wallet in WALLETS:
            for unit, _, amount in FORTUNE:
                self._fortunes[wallet, unit] += amount
        for _ in range(TILLS):
            self.new_till()

    def __enter__(self) -> "Town":
        return self

    def __exit__(self, *_error: object) -> None:
        for machine in self.machines:
            machine.store._opened.close()
        self.office.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def is_honest(self) -> bool:
        """Whether nothing can happen that costs the house."""
        return not self.perils.write_offs and not self.perils.copies

    def happened(self) -> None:
        """One step more: what it touched is checked, and now and then everything."""
        self.steps += 1
        self.office.watch.look()
        touched = set[tuple[str, str]]().union(*(machine.look() for machine in self.machines if machine.has_moved))
        if touched and not self.perils.copies:
            self._check_limits(touched)
        if self.steps % _EVERYTHING_EVERY == 0:
            self.check_everything()

    def check_everything(self) -> None:
        """The books of head office as its own verify sees them, and what the house may have to pay."""
        with self.office.fuse.spared():
            assert_books_are_right(self.office)
            if self.is_honest:
                assert_no_cost_to_the_house(self.office)

    def new_till(self) -> Machine:
        """A new box comes into the shop and is enrolled."""
        self._boxes += 1
        name = f"T{self._boxes:02d}"
        machine = Machine(self.folder / name, name, self.line(), Random(self.chance.random()))
        self.machines.append(machine)
        self.office.enrol(name)
        return machine

    def new_copy(self, image: Path, name: str) -> None:
        """Another box comes up with the disk of till `name`, as it is or as it was."""
        self._boxes += 1
        folder = self.folder / f"{name}-copy-{self._boxes}"
        shutil.copytree(image, folder)
        self.machines.append(Machine(folder, name, self.line(), Random(self.chance.random())))
        self.mark_copied(name)

    def mark_copied(self, name: str) -> None:
        """What two boxes of one name say of a lease need not agree any more."""
        for machine in self.machines:
            if machine.name == name:
                machine.is_honest = False

    def mark_lost(self, name: str) -> None:
        """These boxes are about to be written off."""
        for machine in self.machines:
            if machine.name == name:
                machine.is_lost = True

    def line(self) -> Line:
        """A line to the head office there is at the moment."""
        return Line(self.weather, lambda: self.office.world)

    def _check_limits(self, touched: set[tuple[str, str]]) -> None:
        """All boxes together: spent no more than the fortunes, what they credited, and what was written off.

        Whatever a lost box was granted, also what reaches it later, or credits, its members have at head office too.
        """
        for account in touched:
            spent = sum(machine.watch.spent[account] for machine in self.machines)
            limit = self._fortunes[account] + sum(machine.watch.credited[account] for machine in self.machines)
            lost = [machine.watch for machine in self.machines if machine.is_lost]
            limit += sum(watch.granted[account] + watch.credited[account] for watch in lost)
            assert spent <= limit, f"{account}: taken {spent}, beyond what there was: {limit}"
