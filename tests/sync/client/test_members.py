"""The till's copy of the members: by the stream, as a file where it is too far, and anew where it is wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import update

from app.domain.checkpoint import CopyMark, CopyRow
from app.domain.ids import CardNumber, MemberId, TillId, WalletId
from app.domain.member import Card, CardState, Member
from app.ports.directory import DirectoryMark
from app.storage.directory.build import build_directory
from app.storage.directory.reader import DirectoryReader
from app.storage.directory.writer import DirectoryWriter
from sync.client.copy_file import CopyFetch
from sync.client.members import MemberCopy
from sync.client.office import BusyError
from sync.office.services.errors import CopyNotReadyError
from sync.office.services.people.look_up_member import LookUpMember
from sync.office.services.streams import feed_rows
from sync.office.services.streams.build_copies import BuildCopies
from sync.office.services.streams.feed_rows import FeedRows
from sync.office.services.streams.serve_copies import ServeCopies
from sync.office.services.streams.set_shops import SetShops
from sync.office.services.streams.tell_members import TellMembers
from sync.office.storage.announced import announce
from sync.office.storage.cards import keep_cards
from sync.office.storage.people import Registered, forget_registered, keep_registered
from sync.office.storage.schema import stream_heads
from sync.protocol.messages import Pull
from sync.protocol.streams import AskChunk, AskCopy, Copy, Find, Found, Rows, TooFar
from tests.simulation.headoffice import HeadOffice
from tests.simulation.machine import Machine
from tests.simulation.wire import Line, Weather

KEY = bytes(32)


class Directory:
    """The till's file, and the one it took the place of."""

    def __init__(self, path: Path) -> None:
        self.path, self.key, self.taken = path, KEY, 0
        self.writer = DirectoryWriter(path, KEY)

    def mark(self) -> CopyMark:
        return self.writer.mark()

    def apply(self, rows: Sequence[CopyRow], mark: CopyMark, applied_seq: int, followed_seq: int) -> None:
        self.writer.apply(rows, mark, applied_seq, followed_seq)

    def guests(self) -> list[tuple[str, int]]:
        return [(guest.wallet, guest.told) for guest in self.writer.guests()]

    def take_guests(self, rows: Sequence[CopyRow], applied_seq: int, followed_seq: int) -> None:
        self.writer.take_guests(rows, applied_seq, followed_seq)

    def take(self, path: Path, copy: Copy) -> None:
        self.writer.close()
        self.path, self.key, self.taken = path, bytes.fromhex(copy.key), self.taken + 1
        self.writer = DirectoryWriter(path, self.key)

    def names(self) -> list[str]:
        reader = DirectoryReader(self.path, self.key)
        found = reader.by_name("张", 50)
        reader.close()
        return sorted(member.name for member in found)


class Chain:
    """A head office with members and a till with an empty directory."""

    def __init__(self, folder: Path) -> None:
        weather = Weather(Random(1))
        weather.clear_up()
        self.office = HeadOffice(folder, Random(2))
        self.till = Machine(folder / "T01", "T01", Line(weather, lambda: self.office.world), Random("T01"))
        assert self.office.enrol("T01")
        self.till.session.synchronise()
        self.folder, self.pulled = folder, 0
        self.office.world = replace(self.office.world, copies=folder / "copies")
        self.start_with(DirectoryMark(0, 0))

    def start_with(self, mark: DirectoryMark, *members: Member) -> None:
        path = self.folder / f"directory-{mark.cursor}.db"
        build_directory(path, KEY, mark, members)
        self.directory = Directory(path)
        fetch = CopyFetch(self.folder, self, lambda *_: None, lambda: False, lambda: False)
        self.copy_of_members = MemberCopy(self.till.store, self, lambda work: work(), self.directory, fetch)

    def pull(self) -> list[str]:
        self.copy_of_members.pull()
        return self.directory.names()

    def card(self, number: str) -> Card | None:
        reader = DirectoryReader(self.directory.path, self.directory.key)
        found = reader.card(CardNumber(number))
        reader.close()
        return found

    def register(self, *numbers: int, till: str = "T-old") -> None:
        def work(connection: object) -> None:
            for number in numbers:
                wallet = WalletId(f"w{number}")
                member = Member(MemberId(f"m{number}"), wallet, f"张{number}", f"138{number:08}")
                keep_registered(connection, Registered(member, "", TillId(till), 1))  # type: ignore[arg-type]
                keep_cards(connection, [Card(CardNumber(f"88{number:04}"), wallet, member.id)])  # type: ignore[arg-type]
            announce(connection, [WalletId(f"w{number}") for number in numbers])  # type: ignore[arg-type]

        self.office.world.database.write(work)

    def rows(self, message: Pull) -> Rows | TooFar:
        self.pulled += 1
        return FeedRows(self.office.world)(message.model_copy(update={"limit": min(message.limit, 3)}))

    def copy(self, message: AskCopy) -> Copy:
        try:
            return ServeCopies(self.office.world).tell(message)
        except CopyNotReadyError as error:
            raise BusyError(5) from error

    def chunk(self, message: AskChunk) -> Iterator[bytes]:
        yield ServeCopies(self.office.world).part(message)

    def find(self, message: Find) -> Found:
        return LookUpMember(self.office.world)(message)

    def build(self) -> None:
        assert BuildCopies(self.office.world)() == 1

    def close(self) -> None:
        self.directory.writer.close()
        self.till.close()
        self.office.close()


@pytest.fixture
def chain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Chain]:
    monkeypatch.setattr(feed_rows, "_FEW", 5)
    made = Chain(tmp_path)
    yield made
    made.close()


def test_a_few_members_come_by_the_stream_and_so_do_their_changes(chain: Chain) -> None:
    chain.register(1, 2, 3, 4)
    assert chain.pull() == ["张1", "张2", "张3", "张4"]
    assert chain.directory.taken == 0
    chain.office.world.database.write(lambda c: forget_registered(c, WalletId("w2")))
    chain.office.world.database.write(lambda c: keep_cards(c, [Card(CardNumber("880002"), WalletId("w1"), None)]))
    chain.office.world.database.write(lambda c: announce(c, [WalletId("w2")]))
    assert chain.pull() == ["张1", "张3", "张4"]


def test_too_many_come_as_a_file_and_the_rest_by_the_stream(chain: Chain) -> None:
    chain.register(*range(10, 20))
    with pytest.raises(BusyError):
        chain.pull()
    assert chain.directory.names() == [], "the till sells on with what it has"
    chain.build()
    chain.register(20)
    assert chain.pull() == [f"张{number}" for number in range(10, 21)]
    assert chain.directory.taken == 1
    chain.register(21)
    assert len(chain.pull()) == 12
    assert chain.directory.taken == 1


def test_a_copy_that_does_not_add_up_is_fetched_as_a_file(chain: Chain) -> None:
    chain.register(1, 2)
    chain.pull()
    mark = chain.directory.mark()
    stray = CopyRow("w9", 99, {"wallet": "w9", "member": "m9", "name": "张9"})
    chain.directory.apply([stray], mark, 0, 0)
    with pytest.raises(BusyError):
        chain.pull()
    chain.build()
    assert chain.pull() == ["张1", "张2"]


def test_after_a_restore_of_head_office_the_file_is_fetched_anew(chain: Chain) -> None:
    chain.register(1)
    TellMembers(chain.office.world)()
    backup = chain.office.back_up()
    chain.register(2)
    assert chain.pull() == ["张1", "张2"]
    chain.office.restore(backup)
    chain.office.world = replace(chain.office.world, copies=chain.folder / "copies")
    chain.till.session.synchronise()
    with pytest.raises(BusyError):
        chain.pull()
    chain.build()
    assert chain.pull() == ["张1"]


def test_another_region_is_another_file(chain: Chain) -> None:
    chain.register(1)
    chain.pull()
    SetShops(chain.office.world).put_into_region("shop", "east")
    with pytest.raises(BusyError):
        chain.pull()
    chain.build()
    assert chain.pull() == ["张1"]
    assert chain.directory.mark().stream == "members:east"


def test_a_directory_of_the_tills_own_stays_while_head_office_has_no_members(chain: Chain) -> None:
    chain.directory.writer.close()
    chain.start_with(DirectoryMark(1, 0), Member(MemberId("own"), WalletId("own"), "张三", "13800000000"))
    assert chain.pull() == ["张三"]
    chain.register(1)
    with pytest.raises(BusyError):
        chain.pull()
    chain.build()
    assert chain.pull() == ["张1"]


def test_somebody_of_elsewhere_is_found_and_is_no_part_of_the_copy(chain: Chain) -> None:
    chain.register(1)
    chain.pull()
    chain.register(2)
    total = chain.directory.mark().total
    assert chain.copy_of_members.find(card="880002")
    assert chain.directory.names() == ["张1", "张2"]
    assert chain.directory.mark().total == total
    assert not chain.copy_of_members.find(phone="0")
    assert chain.pull() == ["张1", "张2"]


def test_a_guest_is_told_again_when_they_are_another(chain: Chain) -> None:
    assert chain.office.enrol("T02", "far")
    for shop in ("shop", "far"):
        SetShops(chain.office.world).put_into_region(shop, f"round {shop}")
    chain.register(1, till="T02")
    assert chain.pull() == []
    assert chain.copy_of_members.find(card="880001")
    assert chain.directory.names() == ["张1"]
    assert not chain.copy_of_members.pull(), "nothing is new"
    stopped = Card(CardNumber("880001"), WalletId("w1"), MemberId("m1"), CardState.FROZEN)
    chain.office.world.database.write(lambda c: keep_cards(c, [stopped]))
    chain.office.world.database.write(lambda c: announce(c, [WalletId("w1")]))
    assert chain.copy_of_members.pull()
    assert chain.card("880001") == stopped
    chain.office.world.database.write(lambda c: forget_registered(c, WalletId("w1")))
    chain.office.world.database.write(lambda c: announce(c, [WalletId("w1")]))
    assert chain.pull() == []


def test_a_sum_that_is_never_right_ends_the_pull(chain: Chain) -> None:
    chain.register(1)
    chain.pull()
    BuildCopies(chain.office.world).build("members")
    chain.office.world.database.write(lambda c: c.execute(update(stream_heads).values(checkpoint="00000000000000ff")))
    with pytest.raises(Exception, match="add up"):
        chain.pull()
    assert chain.directory.names() == ["张1"]
