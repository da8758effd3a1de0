"""A till of a chain is put back from an image of its disk: it is fenced, enrolled again, and nobody's facts are lost.

What it had told before the image and after it is known once; what it told on the old disk without a line is kept
beside its chain, for a person. And the checker is checked: bugs of a restore are planted, and each is noticed.
"""

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import cast

import pytest

from app.bootstrap import enrol_again
from app.bootstrap.enrol_again import EnrolAgain
from app.bootstrap.membership import Membership, Placement
from app.bootstrap.till import OpenTill
from app.domain.lease.office import Rule
from app.domain.ledger import PRINCIPAL
from app.domain.member import Member
from app.services.close_shift import CloseShift
from app.services.open_shift import OpenShift
from app.services.register_member import NewMember
from app.storage.directory.reader import DirectoryReader
from sync.client.office import OfficeError
from sync.client.session import Outcome
from sync.office.services.ledger.report import Report
from sync.office.services.tills import take_push
from sync.office.services.tills.enrol import EnrolTill, MakeCode
from sync.office.services.tills.write_off import WriteOffTill
from sync.office.storage.chains import find_chain
from sync.office.storage.journal import strays_of
from sync.office.storage.member_feed import member_rows
from sync.protocol.messages import Enrol
from tests.simulation.machine import CASHIER, member_of
from tests.simulation.member_till import MemberTill
from tests.simulation.people import Chain, listening
from tests.simulation.people_checks import assert_all_know_the_same
from tests.simulation.people_copies import assert_nobody_has_missed
from tests.simulation.people_counters import CARDS
from tests.simulation.people_office import PHONES
from tests.simulation.people_scenes import _registered

PLACEMENT = Placement(Membership(address="", fingerprint="", salt=""), b"")


def a_till_is_put_back(chain: Chain) -> None:
    """Somebody is registered before the image and after it, on the old disk, and in the new epoch."""
    one, two = chain.tills[:2]
    first = _registered(chain)
    image = chain.folder / "image"
    one.copy_to(image)
    one.desk.top_up(member_of(first.wallet), 1_000)
    second = _registered(chain, 1)
    one.change.profile(second.id, {"name": "王芳"}, {}, CASHIER)
    chain.talk()
    _put_back(one, image)
    _register(one, 2)
    one.desk.top_up(member_of(first.wallet), 500)
    assert one.session.synchronise() is Outcome.FENCED
    _close_shift(one)
    one.session.synchronise()
    chain.at_office.follow_all()
    _assert_kept_beside_the_chain(chain, one)
    assert _holds(chain, first) == 1_000, "what was told on the old disk touches nobody's account"
    _enrol_again(chain, one)
    one.pull()
    assert [who.name for number in range(2) for who in one.found(PHONES[number])] == [first.name, "王芳"]
    one.change.profile(first.id, {"name": "李四"}, {}, CASHIER)
    assert [who.name for who in one.found(PHONES[0])] == ["李四"], "what is told in the new epoch is known here at once"
    third = _register(one, 3)
    assert_nobody_has_missed(chain.office, chain.tills)
    one.desk.top_up(member_of(first.wallet), 70)
    for _ in range(2):
        chain.talk()
    for till in chain.tills:
        till.pull()
    assert [who.id for who in two.found(PHONES[3])] == [third.id]
    assert [who.name for number in range(2) for who in two.found(PHONES[number])] == ["李四", "王芳"]
    assert two.found(PHONES[2]) == [], "that one a person tells head office of"
    assert _holds(chain, first) == 1_070
    assert_nobody_has_missed(chain.office, chain.tills)
    assert_all_know_the_same(chain.office, chain.tills)


def live() -> None:
    """The chain in calm weather; what it is in the end is said above, for a box that was put back has begun anew."""
    with listening() as faults:
        chain = Chain(0)
        try:
            chain.weather.clear_up()
            a_till_is_put_back(chain)
            assert not faults, f"copies had to be fetched anew: {faults}"
        finally:
            chain.close()


def _put_back(till: MemberTill, image: object) -> None:
    till.let_go()
    till._told, till._seen, till._heard = [], 0, 0
    till.replace_by(image)  # type: ignore[arg-type]


def _register(till: MemberTill, number: int) -> Member:
    made = till.register(NewMember(PHONES[number], "张三", card=CARDS[number]), CASHIER)
    assert isinstance(made, Member)
    return made


def _close_shift(till: MemberTill) -> None:
    assert isinstance(CloseShift(till.store, till.session.recorder)(CASHIER, 0), tuple)  # type: ignore[arg-type]


def _assert_kept_beside_the_chain(chain: Chain, till: MemberTill) -> None:
    """Every event of the old disk behind the image: head office has it, and has posted none of them."""

    def look(connection: object) -> set[bytes]:
        found = find_chain(connection, till.name, 1)  # type: ignore[arg-type]
        assert found is not None
        return {link.hash for link in strays_of(connection, found)}  # type: ignore[arg-type]

    beside = chain.office.world.database.read(look)
    kinds = {event.kind.value: event.seq for event in till.events() if event.hash in beside}
    assert {"member_registered", "top_up", "shift_closed"} <= kinds.keys()
    told = {row.seq for row in Report(chain.office.world).suspense() if row.rule == Rule.STRAY_WORD}
    assert {kinds["member_registered"], kinds["top_up"]} <= told, "a person has to hear of it"


def _holds(chain: Chain, who: Member) -> int:
    """The member's principal, wherever it lies."""
    rows = chain.office.world.database.read(partial(member_rows, wallets=[who.wallet]))
    return rows[who.wallet].balances.get(PRINCIPAL, 0)


def _enrol_again(chain: Chain, till: MemberTill) -> None:
    """As a person does with a code, and then the shipped switch from the old standing to the new one."""
    world = chain.office.world
    WriteOffTill(world)(till.name, 1, ["wang", "li"], "restored")
    code = MakeCode(world)(till.name)
    answer = EnrolTill(world)(Enrol(code=code, till=till.name, epoch=1, public_key="11" * 32, begins=True))
    cases = SimpleNamespace(confirm_clock=SimpleNamespace(recorder=till.session.recorder))
    parts = SimpleNamespace(store=till.store, directory=till.directory, data_dir=till.folder, use_cases=cases)
    again = EnrolAgain(cast("OpenTill", parts), PLACEMENT, lambda work: work())
    assert again._switched(answer, PLACEMENT, begins=True)
    assert till.store.head.epoch == 2
    till._told, till._seen, till._heard = [], 0, 0
    OpenShift(till.store, till.session.recorder)(CASHIER, 0)  # type: ignore[arg-type]
    till.session.synchronise()


def test_nothing_is_lost_and_nothing_doubled() -> None:
    live()


def the_directory_counts_on(patch: pytest.MonkeyPatch) -> None:
    """Nobody tells the directory that the till's events are numbered from 1 again."""
    patch.setattr(DirectoryReader, "count_ended_epoch", lambda *_: None)
    patch.setattr(enrol_again, "count_ended_epoch", lambda *_: None)


def strays_are_thrown_away(patch: pytest.MonkeyPatch) -> None:
    """What a fenced till says of another branch is not kept."""
    patch.setattr(take_push, "add_strays", lambda *_: None)


@pytest.mark.parametrize("plant", [the_directory_counts_on, strays_are_thrown_away])
def test_a_planted_bug_is_caught(plant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, OfficeError)):
        live()
