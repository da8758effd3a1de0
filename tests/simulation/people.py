"""A chain in which members are registered, changed, merged and forgotten, at tills that carry copies of them.

A small simulation beside the town: the same machines, wire and crashes; here the members, the streams of rows, the
ready-made files and the nights are what matters. All of it comes from the seed.
"""

import logging
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

from sync.client.members import _log as _members_log
from sync.client.office import OfficeError
from sync.client.streams import _log as _streams_log
from sync.office.services.streams import feed_rows
from tests.simulation.headoffice import MEMORY, HeadOffice
from tests.simulation.member_till import MemberLine, MemberTill
from tests.simulation.people_checks import assert_all_is_well, assert_all_know_the_same
from tests.simulation.people_copies import assert_nobody_has_missed
from tests.simulation.people_counters import AtCounters
from tests.simulation.people_office import LAST_NIGHT, PHONES, STAR_NIGHT, AtOffice
from tests.simulation.wire import Weather

TILLS = 3
# A till that lacks more members than this takes the file.
_FEW = 4
# So much likelier is what happens often.
_OFTEN = 12
# In calm weather it is enough to look now and then.
_CALM = 10


class Chain:
    """Who is in it: some tills and one head office, and a network that is as bad as can be.

    Of three chains one has regions, and one has a head office that is restored from old copies. `often` names what
    happens more often than in other chains.
    """

    def __init__(self, seed: int, often: Sequence[str] = ()) -> None:
        self.chance = Random(seed)
        # Where no phone ever changes hands, all who were registered under one are one.
        self.phones_stay = seed % 2 == 0
        self.folder = Path(tempfile.mkdtemp(prefix="mt-people-", dir=MEMORY))
        self.steps = 0
        self.weather = Weather(Random(self.chance.random()), happened=self.happened, meanwhile=self._meanwhile)
        self.office = HeadOffice(self.folder, Random(self.chance.random()))
        self.tills: list[MemberTill] = []
        for number in range(TILLS):
            name = f"T{number + 1:02d}"
            line = MemberLine(self.weather, lambda: self.office.world)
            self.tills.append(MemberTill(self.folder / name, name, line, Random(self.chance.random())))
            assert self.office.enrol(name, shop=name)
        self.at_office = AtOffice(
            self.office, self.chance, self.tills, has_regions=seed % 3 == 1, is_restored=seed % 3 == 2
        )
        self.at_counters = AtCounters(self.tills, self.chance, phones_stay=self.phones_stay)
        self._is_between = False
        self._all: list[Callable[[], object]] = [
            *self.at_counters.doings,
            *([self._sync] * 14 + [self._pull] * 14 + [self._find] * 2 + [self._crash_till] * 8),
            *([self._crash_office] * 3 + [self.at_office.act] * 12 + [self.at_office.follow] * 10),
        ]
        every = {do.__name__: do for do in [*self._all, *self.at_office.doings]}
        self._all += [self._attempted(every[name]) for name in often for _ in range(_OFTEN)]

    def close(self) -> None:
        """Remove everything."""
        for till in self.tills:
            till.let_go()
            till.store._opened.close()
        self.office.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def happened(self) -> None:
        """One step more; nobody may have missed anything, and nobody forgets what they told themselves."""
        self.steps += 1
        self.office.watch.look()
        for till in self.tills:
            till.look()
        if self.weather.drop or self.steps % _CALM == 0:
            assert_nobody_has_missed(self.office, self.tills)

    def live(self, steps: int) -> None:
        """Things happen until there were so many steps."""
        while self.steps < steps:
            if self.chance.randrange(5) == 0:
                self.weather.deliver_late()
            self.chance.choice(self._all)()
            self.happened()

    def settle(self) -> None:
        """The weather clears up, everything arrives and is followed up, the nights pass; then all have the same."""
        self.weather.clear_up()
        self.office.fuse.disarm()
        while self.weather.late:
            self.weather.deliver_late()
        for _ in range(3):
            self.talk()
        self._all_hear()
        for night in (STAR_NIGHT, LAST_NIGHT):
            self.at_office.work_nights(night)
            self._all_hear()
        assert_all_is_well(self.office, self.tills, phones_stay=self.phones_stay)

    def _attempted(self, do: Callable[[], object]) -> Callable[[], object]:
        return lambda: self.at_office.attempt(do)

    def talk(self) -> None:
        """Everything is sent and followed up; what was recalled comes back, and moves on with the next."""
        for till in self.tills:
            till.try_to(till.session.synchronise)
        self.at_office.follow_all()
        for till in self.tills:
            till.try_to(till.pull)

    def _all_hear(self) -> None:
        """Everything is heard, also by whoever has to wait for a file; and all know the same."""
        for till in self.tills:
            till.try_to(till.pull)
        self.at_office.follow_all()
        for till in self.tills:
            till.pull()
        assert_nobody_has_missed(self.office, self.tills)
        assert_all_know_the_same(self.office, self.tills)

    def _meanwhile(self) -> None:
        """Something else happens while a till waits for an answer."""
        if not self._is_between:
            self._is_between = True
            try:
                self.chance.choice(self._all)()
            finally:
                self._is_between = False

    # --- on the line

    def _sync(self) -> None:
        self._alone(lambda till: till.session.synchronise())

    def _pull(self) -> None:
        self._alone(MemberTill.pull)

    def _pull_members(self) -> None:
        self._alone(MemberTill.pull_members)

    def _find(self) -> None:
        """A guest is looked up."""
        phone = self.chance.choice(PHONES)
        self._alone(lambda till: till.look_up(phone))

    def _alone(self, do: Callable[[MemberTill], object], till: MemberTill | None = None) -> None:
        """A till has one thread for its line."""
        till = till or self.chance.choice(self.tills)
        if not till.is_pulling:
            till.is_pulling = True
            try:
                till.try_to(lambda: do(till))
            finally:
                till.is_pulling = False

    # --- crashes

    def _crash_till(self) -> None:
        till = self.chance.choice(self.tills)
        self.chance.choice([self.at_office.act, self.at_office.follow, self.at_counters.register])()
        if not till.is_pulling:
            till.fuse.set(self.chance.randint(1, 50))
            do = self.chance.choice([lambda till: till.session.synchronise(), MemberTill.pull, MemberTill.pull_members])
            self._alone(do, till)
            till.fuse.disarm()

    def _crash_office(self) -> None:
        self.office.fuse.set(self.chance.randint(1, 40))
        self.chance.choice([self._sync, self._pull, self.at_office.follow, self.at_office.act])()
        self.office.fuse.disarm()


class _Faults(logging.Handler):
    """Hears of every copy that was not what head office says it is: there must be none."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        self.heard.append(record.getMessage())


@contextmanager
def listening() -> Iterator[list[str]]:
    """What the copies complain of meanwhile; and few members are many."""
    few, faults = feed_rows._FEW, _Faults()
    feed_rows._FEW = _FEW
    for log in (_streams_log, _members_log):
        log.addHandler(faults)
    try:
        yield faults.heard
    finally:
        feed_rows._FEW = few
        for log in (_streams_log, _members_log):
            log.removeHandler(faults)


def run(seed: int, steps: int, *often: str) -> Chain:
    """One seed: the chain lives through so many steps, and in the end all have the same."""
    with listening() as faults:
        chain = Chain(seed, often)
        try:
            chain.live(steps)
            chain.settle()
            assert not faults, f"copies had to be fetched anew: {faults}"
        except (AssertionError, OfficeError) as error:
            error.add_note(" ".join(["python -m tests.simulation.people", str(seed), str(steps), *often]))
            raise
        finally:
            chain.close()
    return chain


if __name__ == "__main__":
    run(int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
