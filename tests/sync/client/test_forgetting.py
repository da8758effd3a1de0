"""A till hears with each HELLO whom it is to forget: also one that was away, and one restored from a backup."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from app.domain.ids import OperatorId
from app.domain.member import Member
from app.domain.staff import Approval, Operator, Permission, PinRecord, Role
from app.services.change_member import ChangeMember
from app.services.codes_in_force import CodesInForce
from app.services.register_member import NewMember, RegisterMember
from app.services.stamp import Recorder
from app.settings import ShopSettings
from app.storage.backup import back_up
from app.storage.places import TILL_DB
from app.storage.restore import restore
from app.storage.verify.run import verify_files
from sync.client.session import Outcome
from sync.office.services.people.enlist import EnlistMembers
from tests.app.storage.shop import EmptyDirectory
from tests.app.storage.till.test_forgetting import said
from tests.simulation.headoffice import HeadOffice
from tests.simulation.machine import CASHIER, KEY, Dice, Machine
from tests.simulation.wire import Line, Weather

NAME, PHONE = "王芳", "13811112222"
MANAGER = Operator(OperatorId("lin"), "林", Role.MANAGER)
NOBODY: Any = EmptyDirectory()


class Two:
    """A till that registers somebody, and another one at which she asks to be forgotten."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.weather = Weather(Random(1))
        self.weather.clear_up()
        self.office = HeadOffice(folder, Random(2))
        self.till, self.other = (self.machine(name) for name in ("T01", "T02"))

    def machine(self, name: str) -> Machine:
        made = Machine(self.folder / name, name, Line(self.weather, lambda: self.office.world), Random(name))
        assert self.office.enrol(name)
        assert made.session.synchronise() is Outcome.DONE
        return made

    def register(self) -> Member:
        store, recorder = self.till.store, Recorder(self.till.clock, Dice(Random(3)))
        made = RegisterMember(store, NOBODY, recorder, CodesInForce(ShopSettings()))(NewMember(PHONE, NAME), CASHIER)
        assert isinstance(made, Member)
        return made

    def forget(self, member: Member) -> None:
        """At the other till; head office hears of it."""
        store, recorder = self.other.store, Recorder(self.other.clock, Dice(Random(4)))
        with store.unit_of_work() as uow:
            uow.staff.put(PinRecord(MANAGER, ""))
            uow.commit()
        allowed = Approval(Permission.MERGE_MEMBERS, CASHIER.id, MANAGER.id)
        assert ChangeMember(store, NOBODY, recorder).erase(member, allowed) is None
        assert self.other.session.push()
        EnlistMembers(self.office.world)()

    def said(self) -> str:
        return said(self.till.folder / TILL_DB, self.till.store.second_path, KEY)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    made = Two(tmp_path)
    yield made
    made.till.close()
    made.other.close()
    made.office.close()


def test_a_till_that_was_away_hears_of_it_when_it_is_back(two: Two) -> None:
    member = two.register()
    assert two.till.session.push()
    two.forget(member)
    assert NAME in two.said()
    assert two.till.session.synchronise() is Outcome.DONE
    for word in (NAME, PHONE):
        assert word not in two.said()
    assert verify_files(two.till.folder, KEY) == []


def test_what_it_had_not_sent_yet_goes_too(two: Two) -> None:
    member = two.register()
    two.forget(member)
    assert two.till.session.synchronise() is Outcome.DONE
    EnlistMembers(two.office.world)()
    assert two.till.session.synchronise() is Outcome.DONE
    assert NAME not in two.said()
    assert verify_files(two.till.folder, KEY) == []


def test_a_till_put_back_to_before_hears_of_it_again(two: Two, tmp_path: Path) -> None:
    member = two.register()
    assert two.till.session.push()
    back_up(two.till.folder, KEY, tmp_path / "noon.db")
    two.forget(member)
    assert two.till.session.synchronise() is Outcome.DONE
    two.till.close()
    # Its second journal is of that time as well: nothing here says that anybody was forgotten.
    two.till.store.second_path.write_bytes((tmp_path / "noon.mtj").read_bytes())
    assert restore(two.till.folder, KEY, tmp_path / "noon.db").stopped == ""
    assert NAME in two.said()
    two.till._open()
    assert two.till.session.synchronise() is Outcome.DONE
    assert NAME not in two.said()
    assert verify_files(two.till.folder, KEY) == []
