"""What happens at a chain's head office: goods, programmes, settings, regions, nights, backups; and what follows."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random

from app.domain.programme.spans import add_days
from sync.office.services.errors import RecoveryError
from sync.office.services.life.decide import UnknownMemberError
from sync.office.services.life.react import ReactToEvents
from sync.office.services.people.enlist import EnlistMembers
from sync.office.services.people.members_by_hand import MembersByHand
from sync.office.services.people.merge import SettleMerges
from sync.office.services.programmes import Programmes
from sync.office.services.streams.build_copies import BuildCopies
from sync.office.services.streams.import_catalogue import ImportCatalogue
from sync.office.services.streams.import_staff import ImportStaff
from sync.office.services.streams.set_shops import SetShops
from sync.office.services.streams.tell_members import TellMembers
from sync.office.services.streams.tidy_streams import TidyStreams
from sync.office.services.upkeep.work_nights import WorkNights
from sync.office.services.world import World
from sync.office.storage.streams import bury_tombstones, names_of_streams
from tests.simulation.crash import CrashError
from tests.simulation.headoffice import HeadOffice
from tests.simulation.machine import DAY
from tests.simulation.member_till import MemberTill
from tests.simulation.people_copies import GOODS

NAMES = ("张三", "王芳", "李四", "Ann")
PHONES = tuple(f"1380000000{number}" for number in range(4))
# Behind the birthdays there are: whoever has one is a star; and some days later, when they have fallen again.
STAR_NIGHT, LAST_NIGHT = add_days(DAY, 3), add_days(DAY, 9)
# Everybody is welcomed once, and whose birthday it is is a star for some days.
_CLUB = """
format = 2
id = "club"
version = {version}
effective_from = "2026-01-01"
currency = "CNY"
name = {{ en = "Club {version}" }}

[[measures]]
id = "lately"
name = {{ en = "Growth" }}
of = "growth"
window = {{ over = "rolling", days = 3 }}

[[tiers]]
id = "basic"
name = {{ en = "Basic" }}

[[tiers]]
id = "star"
name = {{ en = "Star" }}
enter = {{ measures = [{{ measure = "lately", at_least = 7 }}] }}
lasts = {{ days = 1 }}

[[coupons]]
id = "welcome"
name = {{ en = "Welcome" }}

[coupons.effect]
kind = "amount"
off = "10"

[[gifts]]
id = "welcome"
name = {{ en = "Welcome" }}
on = "join"
gives = [{{ coupon = "welcome" }}]

[[gifts]]
id = "birthday"
name = {{ en = "Birthday" }}
on = "birthday_day"
gives = [{{ growth = 7 }}]

[[tender_kinds]]
id = "cash"
type = "cash"
name = {{ en = "Cash" }}
"""


class AtOffice:
    """Persons at head office, and its follower. `has_regions`, `is_restored`: what may happen to it besides."""

    def __init__(
        self, office: HeadOffice, chance: Random, tills: Sequence[MemberTill], *, has_regions: bool, is_restored: bool
    ) -> None:
        self.office, self._chance, self._tills = office, chance, tills
        self._versions, self._night = 0, DAY
        self._backups: list[Path] = []
        office.world = _with_copies(office)
        self._publish()
        self.doings: list[Callable[[], None]] = [self._import] * 4 + [self._set] * 2 + [self._publish] + [self._tidy]
        self.doings += [self.bury] * 2 + [self._merge, self._staff, self._forget] + [self._next_night] * 3
        if has_regions:
            self.doings += [self._move_shop] * 2
        if is_restored:
            self.doings += [self._back_up, self._restore]

    def act(self) -> None:
        """One of them does something; head office may crash meanwhile, or wait for its tills."""
        self.attempt(self._chance.choice(self.doings))

    def follow(self) -> None:
        """What the follower does between two looks, or parts of it: several processes may follow, or one be stopped."""
        works = [work for work in self._works() if self._chance.randrange(4)]
        self.attempt(lambda: [work() for work in works])

    def follow_all(self) -> None:
        """The whole of it."""
        for work in self._works():
            work()

    def work_nights(self, day: str) -> None:
        """All that the calendar has to do up to a day, and once more."""
        for _ in range(2):
            WorkNights(self.office.world)(day)
            TidyStreams(self.office.world)()

    def _works(self) -> list[Callable[[], object]]:
        world = self.office.world
        return [
            EnlistMembers(world),
            SettleMerges(world),
            ReactToEvents(world),
            TellMembers(world),
            BuildCopies(world),
        ]

    def attempt(self, do: Callable[[], object]) -> None:
        """Do it, if head office does not crash, knows who is meant, and waits for nobody."""
        with suppress(CrashError, UnknownMemberError, RecoveryError):
            do()

    # --- what they do

    def _import(self) -> None:
        goods = self._chance.sample(GOODS, self._chance.randint(2, len(GOODS)))
        rows = "\n".join(f"{name},x{name},{self._chance.randint(1, 99)}" for name in goods)
        is_whole = self._chance.randrange(2) == 0
        ImportCatalogue(self.office.world)(f"id,name,price\n{rows}\n".encode(), is_whole=is_whole)

    def _staff(self) -> None:
        if self._chance.randrange(4) == 0:
            table = f"id,name,role,pin\ns1,{self._chance.choice(NAMES)},cashier,1234\n".encode()
            ImportStaff(self.office.world)(table)

    def _publish(self) -> None:
        self._versions += 1
        Programmes(self.office.world).publish(_CLUB.format(version=self._versions), "2026-01-01 00:00", "chen")

    def _set(self) -> None:
        SetShops(self.office.world).set(f"f{self._chance.randrange(3)}", self._chance.choice([None, "a", "b"]))

    def _move_shop(self) -> None:
        shop, region = self._chance.choice(self._tills).name, self._chance.choice(["", "east", "west"])
        SetShops(self.office.world).put_into_region(shop, region)

    def _merge(self) -> None:
        kept, gone = self._chance.sample(PHONES, 2)
        if self._chance.randrange(2):
            MembersByHand(self.office.world).merge(kept, gone, "one person", "wang")

    def _forget(self) -> None:
        phone = self._chance.choice(PHONES)
        if self._chance.randrange(2):
            MembersByHand(self.office.world).forget(phone)

    def _next_night(self) -> None:
        """A night, or the one before once more."""
        if self._night < STAR_NIGHT and self._chance.randrange(3):
            self._night = add_days(self._night, 1)
        WorkNights(self.office.world)(self._night)

    def _tidy(self) -> None:
        TidyStreams(self.office.world)()

    def bury(self) -> None:
        """Half a year is over; no till reads that long."""
        world = self.office.world
        if any(till.reads_anew() for till in self._tills):
            return
        for stream in world.database.read(names_of_streams):
            world.database.write(partial(bury_tombstones, stream=stream, before_ms=world.clock.now_ms() + 1))

    def _back_up(self) -> None:
        self._backups.append(self.office.back_up())

    def _restore(self) -> None:
        if self._backups and self._chance.randrange(2) == 0:
            self.office.restore(self._chance.choice(self._backups))
            self.office.world = _with_copies(self.office)


def _with_copies(office: HeadOffice) -> World:
    return replace(office.world, copies=office._folder / "copies")
