"""A chain in which members are registered, changed and merged, at tills that carry copies of what head office says.

A small simulation beside the town: the same machines, wire and crashes; here the members, the streams of rows and the
ready-made files are what matters. All of it comes from the seed.
"""

import logging
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random

from app.domain.errors import Refused
from app.domain.ledger import PRINCIPAL
from app.domain.member import Consent, Member
from app.domain.staff import Permission
from app.domain.value.facts import CardStep
from app.services.change_card import permission_for
from app.services.register_member import NewMember
from sync.client.members import _log as _members_log
from sync.client.office import OfficeError
from sync.client.streams import _log as _streams_log
from sync.office.services import feed_rows
from sync.office.services.build_copies import BuildCopies
from sync.office.services.decide import UnknownMemberError
from sync.office.services.enlist import EnlistMembers
from sync.office.services.import_catalogue import ImportCatalogue
from sync.office.services.import_staff import ImportStaff
from sync.office.services.members_by_hand import MembersByHand
from sync.office.services.merge import SettleMerges
from sync.office.services.programmes import Programmes
from sync.office.services.set_shops import SetShops
from sync.office.services.tell_members import TellMembers
from sync.office.services.tidy_streams import TidyStreams
from sync.office.services.world import World
from sync.office.storage.streams import bury_tombstones, names_of_streams
from tests.simulation.crash import CrashError
from tests.simulation.headoffice import MEMORY, HeadOffice
from tests.simulation.machine import CASHIER, member_of
from tests.simulation.member_till import MemberLine, MemberTill
from tests.simulation.people_checks import (
    GOODS,
    assert_all_is_well,
    assert_all_know_the_same,
    assert_nobody_has_missed,
)
from tests.simulation.wire import Weather
from tests.sync.office.services.test_publish import changed

TILLS = 3
PHONES = tuple(f"1380000000{number}" for number in range(4))
CARDS = tuple(f"88{number:04}" for number in range(12))
_NAMES = ("张三", "王芳", "李四", "Ann")
# A till that lacks more members than this takes the file.
_FEW = 4


class Chain:
    """Who is in it: some tills and one head office, and a network that is as bad as can be."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        # Where no phone ever changes hands, all who were registered under one are one.
        self.phones_stay = seed % 2 == 0
        self.folder = Path(tempfile.mkdtemp(prefix="mt-people-", dir=MEMORY))
        self.steps = 0
        self.weather = Weather(Random(self.chance.random()), happened=self.happened, meanwhile=self._meanwhile)
        self.office = HeadOffice(self.folder, Random(self.chance.random()))
        self.office.world = _with_copies(self.office)
        self.tills: list[MemberTill] = []
        for number in range(TILLS):
            name = f"T{number + 1:02d}"
            line = MemberLine(self.weather, lambda: self.office.world)
            self.tills.append(MemberTill(self.folder / name, name, line, Random(self.chance.random())))
            assert self.office.enrol(name)
        self._versions = 0
        self._is_between = False
        self._all = self._weighted()

    def close(self) -> None:
        """Remove everything."""
        for till in self.tills:
            till.let_go()
            till.store._opened.close()
        self.office.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def happened(self) -> None:
        """One step more; nobody may have missed anything."""
        self.steps += 1
        self.office.watch.look()
        for till in self.tills:
            till.look()
        assert_nobody_has_missed(self.office, self.tills)

    def live(self, steps: int) -> None:
        """Things happen until there were so many steps."""
        while self.steps < steps:
            if self.chance.randrange(5) == 0:
                self.weather.deliver_late()
            self._do(self.chance.choice(self._all))

    def settle(self) -> None:
        """The weather clears up, everything arrives and is followed up; then all have the same."""
        self.weather.clear_up()
        self.office.fuse.disarm()
        while self.weather.late:
            self.weather.deliver_late()
        self._come_together()
        assert_all_know_the_same(self.office, self.tills)
        TidyStreams(self.office.world)()
        self._come_together()
        assert_all_know_the_same(self.office, self.tills)
        assert_all_is_well(self.office, self.tills, phones_stay=self.phones_stay)

    def _come_together(self) -> None:
        """Everything is sent, followed up and heard; what was recalled comes back, and moves on."""
        for _ in range(3):
            for till in self.tills:
                till.try_to(till.session.synchronise)
            self._follow()
            for till in self.tills:
                till.try_to(till.pull)
        for till in self.tills:
            till.pull()
        self.happened()

    def _do(self, what: Callable[[], object]) -> None:
        what()
        self.happened()

    def _meanwhile(self) -> None:
        """Something else happens while a till waits for an answer."""
        if not self._is_between:
            self._is_between = True
            try:
                self.chance.choice(self._all)()
            finally:
                self._is_between = False

    def _weighted(self) -> Sequence[Callable[[], object]]:
        return (
            [self._register] * 8 + [self._edit] * 4 + [self._decide] * 10 + [self._card] * 6 + [self._merge] * 1
            + [self._top_up] * 8 + [self._sell] * 6 + [self._ask] * 6 + [self._sync] * 14 + [self._pull] * 14
            + [self._crash_till] * 8 + [self._crash_office] * 3 + [self._at_office] * 10 + [self._follow] * 10
            + [self._find] * 2
        )  # fmt: skip

    def _till(self) -> MemberTill:
        return self.chance.choice(self.tills)

    def _serve(self, do: Callable[[MemberTill, Member], object]) -> None:
        """Somebody whom a till knows stands at its counter."""
        till, phone = self._till(), self.chance.choice(PHONES)

        def served() -> None:
            for who in till.found(phone)[:1]:
                do(till, who)

        till.try_to(served)

    # --- at a counter

    def _register(self) -> None:
        till, given = self._till(), self.chance.choice([None, None, True, False])
        new = NewMember(
            self.chance.choice(PHONES),
            self.chance.choice(_NAMES),
            birthday=self.chance.choice(["", "1990-02-13"]),
            consents={} if given is None else {Consent.MESSAGES: given},
            card=self.chance.choice(["", *CARDS]),
        )
        till.try_to(lambda: till.register(new, CASHIER))

    def _edit(self) -> None:
        own = {"name": self.chance.choice(_NAMES), "birthday": self.chance.choice(["1991-01-01", "1992-02-02"])}
        if not self.phones_stay:
            own["phone"] = self.chance.choice(PHONES)
        own = {name: text for name, text in own.items() if self.chance.randrange(2)}
        fields = {"size": self.chance.choice(["", "S", "M"])}
        self._serve(lambda till, who: till.change.profile(who.id, own, fields, CASHIER))

    def _decide(self) -> None:
        given = self.chance.randrange(2) == 0
        self._serve(lambda till, who: till.change.consent(who.id, Consent.MESSAGES, CASHIER, given=given))

    def _card(self) -> None:
        step = self.chance.choice([CardStep.ISSUE, CardStep.FREEZE, CardStep.RELEASE])
        number, which = self.chance.choice(CARDS), self.chance.random()

        def change(till: MemberTill, who: Member) -> None:
            view, own = till.view.by_member(who.id), till.own_cards(who.wallet)
            if isinstance(view, Refused):
                return
            if step is CardStep.ISSUE:
                till.cards.issue(view, number, till.approved(Permission.CHANGE_CARD))
            elif own:
                permission = permission_for(step)
                till.cards.mark(view, own[int(which * len(own))].number, step, till.approved(permission))

        self._serve(change)

    def _merge(self) -> None:
        phone = self.chance.choice(PHONES)

        def merge(till: MemberTill, kept: Member) -> None:
            for gone in till.found(phone)[:1]:
                till.change.merge(gone, kept, till.approved(Permission.MERGE_MEMBERS))

        if self.chance.randrange(2):
            self._serve(merge)

    def _top_up(self) -> None:
        amount = self.chance.randint(100, 3_000)
        self._serve(lambda till, who: till.desk.top_up(member_of(who.wallet), amount))

    def _sell(self) -> None:
        amount = self.chance.randint(100, 1_500)
        self._serve(lambda till, who: till.sell(who.wallet, amount, min(amount, till.leases(who.wallet))))

    # --- on the line

    def _ask(self) -> None:
        want = self.chance.randint(100, 3_000)

        def ask(till: MemberTill, who: Member) -> None:
            if not till.is_pulling:
                till.session.ask(who.wallet, PRINCIPAL, want)

        self._serve(ask)

    def _sync(self, till: MemberTill | None = None) -> None:
        self._alone(till or self._till(), lambda till: till.session.synchronise())

    def _pull(self, till: MemberTill | None = None) -> None:
        self._alone(till or self._till(), MemberTill.pull)

    def _pull_members(self, till: MemberTill) -> None:
        self._alone(till, MemberTill.pull_members)

    def _find(self) -> None:
        """A guest is looked up."""
        phone = self.chance.choice(PHONES)
        self._alone(self._till(), lambda till: till.look_up(phone))

    def _alone(self, till: MemberTill, do: Callable[[MemberTill], object]) -> None:
        """A till has one thread for its line."""
        if not till.is_pulling:
            till.is_pulling = True
            try:
                till.try_to(lambda: do(till))
            finally:
                till.is_pulling = False

    # --- at head office

    def _follow(self) -> None:
        """What the follower does between two looks, or the part of it that it comes to."""
        world = self.office.world
        works: list[Callable[[], object]] = [
            EnlistMembers(world),
            SettleMerges(world),
            TellMembers(world),
            BuildCopies(world),
        ]
        self._unless_it_crashes(lambda: [work() for work in works[: self.chance.randint(1, 4)]])
        if not self.weather.drop:  # it has cleared up: all of it
            for work in works:
                work()

    def _at_office(self) -> None:
        world, what = self.office.world, self.chance.randrange(12)
        if what < 4:
            goods = self.chance.sample(GOODS, self.chance.randint(2, len(GOODS)))
            rows = "\n".join(f"{name},x{name},{self.chance.randint(1, 99)}" for name in goods)
            table = f"id,name,price\n{rows}\n".encode()
            is_whole = self.chance.randrange(2) == 0
            self._unless_it_crashes(lambda: ImportCatalogue(world)(table, is_whole=is_whole))
        elif what == 4 and self.chance.randrange(4) == 0:
            table = f"id,name,role,pin\ns1,{self.chance.choice(_NAMES)},cashier,1234\n".encode()
            self._unless_it_crashes(lambda: ImportStaff(world)(table))
        elif what < 7:
            self._versions += 1
            text = changed(self._versions, count=self._versions)
            self._unless_it_crashes(lambda: Programmes(world).publish(text, "2026-01-01 00:00", "chen"))
        elif what < 9:
            value = self.chance.choice([None, "a", "b"])
            self._unless_it_crashes(lambda: SetShops(world).set(f"f{self.chance.randrange(3)}", value))
        elif what == 9:
            self._unless_it_crashes(TidyStreams(world))
        elif what == 10:
            self._unless_it_crashes(self._bury)
        else:
            kept, gone = self.chance.sample(PHONES, 2)
            if self.chance.randrange(4) == 0:
                self._unless_it_crashes(lambda: MembersByHand(world).merge(kept, gone, "one person", "wang"))

    def _bury(self) -> None:
        """Half a year is over; no till reads that long."""
        world = self.office.world
        if any(till.reads_anew() for till in self.tills):
            return
        for stream in world.database.read(names_of_streams):
            world.database.write(partial(bury_tombstones, stream=stream, before_ms=world.clock.now_ms() + 1))

    def _unless_it_crashes(self, do: Callable[[], object]) -> None:
        with suppress(CrashError, UnknownMemberError):
            do()

    # --- crashes

    def _crash_till(self) -> None:
        till = self._till()
        self.chance.choice([self._at_office, self._follow, self._register])()
        if not till.is_pulling:
            till.fuse.set(self.chance.randint(1, 50))
            self.chance.choice([self._sync, self._pull, self._pull_members])(till)
            till.fuse.disarm()

    def _crash_office(self) -> None:
        self.office.fuse.set(self.chance.randint(1, 40))
        self.chance.choice([self._sync, self._pull, self._follow, self._at_office])()
        self.office.fuse.disarm()


def _with_copies(office: HeadOffice) -> World:
    return replace(office.world, copies=office._folder / "copies")


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


def run(seed: int, steps: int) -> Chain:
    """One seed: the chain lives through so many steps, and in the end all have the same."""
    with listening() as faults:
        chain = Chain(seed)
        try:
            chain.live(steps)
            chain.settle()
            assert not faults, f"copies had to be fetched anew: {faults}"
        except (AssertionError, OfficeError) as error:
            error.add_note(f"seed {seed} fails: python -m tests.simulation.people {seed} {steps}")
            raise
        finally:
            chain.close()
    return chain


if __name__ == "__main__":
    run(*map(int, sys.argv[1:3]))
