"""The ready-made file of members: built, told of, sent in parts, and what it leads to."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.checkpoint import written
from app.domain.ids import CardNumber, MemberId
from app.storage.directory.reader import DirectoryReader
from app.storage.directory.writer import DirectoryWriter
from sync.office.services.errors import CopyGoneError, CopyNotReadyError
from sync.office.services.people.enlist import EnlistMembers
from sync.office.services.people.look_up_member import LookUpMember
from sync.office.services.streams import feed_rows
from sync.office.services.streams.build_copies import BuildCopies
from sync.office.services.streams.serve_copies import ServeCopies
from sync.office.services.tills.restore import enter_recovery
from sync.office.services.upkeep.follow import Follow
from sync.office.storage.streams import head_of_rows
from sync.protocol.streams import AskChunk, AskCopy, Copy, Find
from tests.sync.office.desk import Desk
from tests.sync.office.services.streams.test_feed_rows import pull, register
from tests.sync.protocol.chains import Chain

MEMBERS = 7


@pytest.fixture
def busy_desk(desk: Desk, tmp_path: Path) -> Desk:
    """A head office that builds files, with some members."""
    desk.world = replace(desk.world, copies=tmp_path / "copies")
    for number in range(MEMBERS):
        register(desk, f"w{number}", "T-old", f"张{number}")
    return desk


def ask(desk: Desk, chain: Chain) -> Copy:
    message = AskCopy(till=chain.head.till, epoch=chain.head.epoch, server_epoch=desk.server_epoch)
    return ServeCopies(desk.world).tell(message)


def fetched(desk: Desk, chain: Chain, copy: Copy, part: int = 10_000) -> bytes:
    sent = b""
    while len(sent) < copy.size:
        message = AskChunk(
            till=chain.head.till,
            epoch=chain.head.epoch,
            stream=copy.stream,
            cursor=copy.cursor,
            offset=len(sent),
            length=part,
        )
        sent += ServeCopies(desk.world).part(message)
    return sent


def test_a_file_that_is_wanted_is_built_and_leads_to_the_feed(busy_desk: Desk, tmp_path: Path) -> None:
    chain = busy_desk.newcomer()
    with pytest.raises(CopyNotReadyError):
        ask(busy_desk, chain)
    assert BuildCopies(busy_desk.world)() == 1
    assert BuildCopies(busy_desk.world)() == 0, "one file for all who waited"
    copy = ask(busy_desk, chain)
    data = fetched(busy_desk, chain, copy)
    assert [hashlib.sha256(data).hexdigest()] == list(copy.chunks)
    (tmp_path / "copy.db").write_bytes(data)
    writer = DirectoryWriter(tmp_path / "copy.db", bytes.fromhex(copy.key))
    mark = writer.mark()
    writer.close()
    head = busy_desk.database.read(lambda c: head_of_rows(c, "members"))
    assert (mark.stream, mark.server_epoch, mark.cursor) == ("members", busy_desk.server_epoch, head.n)
    assert written(mark.total) == head.checkpoint
    reader = DirectoryReader(tmp_path / "copy.db", bytes.fromhex(copy.key))
    member, card = reader.member(MemberId("m-w3")), reader.card(CardNumber("88-w3"))
    reader.close()
    assert member is not None
    assert (member.name, member.phone) == ("张3", "13800000000")
    assert card is not None
    assert pull(busy_desk, chain, "members", copy.cursor).rows == ()


def test_the_file_before_stays_for_who_is_in_the_middle_of_it(busy_desk: Desk) -> None:
    assert busy_desk.world.copies is not None
    chain = busy_desk.newcomer()
    build = BuildCopies(busy_desk.world).build
    first = build("members")
    register(busy_desk, "w9", "T-old")
    build("members")
    assert (busy_desk.world.copies / first.file).exists()
    copy = ask(busy_desk, chain)
    assert copy.cursor > first.cursor
    with pytest.raises(CopyGoneError):
        fetched(busy_desk, chain, copy.model_copy(update={"cursor": first.cursor}))
    build("members")
    assert not (busy_desk.world.copies / first.file).exists()


def test_a_file_says_how_far_each_till_is_in_it(busy_desk: Desk) -> None:
    chain = busy_desk.newcomer()
    chain.credit(500)
    busy_desk.push(chain)
    BuildCopies(busy_desk.world).build("members")
    assert ask(busy_desk, chain).applied_seq == 0, "posted, and not yet looked through for members"
    EnlistMembers(busy_desk.world)()
    BuildCopies(busy_desk.world).build("members")
    assert ask(busy_desk, chain).applied_seq == 1
    assert ask(busy_desk, busy_desk.newcomer("T-new")).applied_seq == 0


def test_a_night_builds_what_a_new_till_would_wait_for(busy_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    copies, follow = busy_desk.world.copies, Follow(busy_desk.world, hour=0)
    assert copies is not None
    follow.once("")
    assert not copies.exists(), "so few come by the feed"
    monkeypatch.setattr(feed_rows, "_FEW", MEMBERS - 1)
    follow.once("9999-12-31")
    assert not copies.exists(), "it is no night"
    follow.once("")
    chain = busy_desk.newcomer()
    first = ask(busy_desk, chain)
    follow.once("")
    assert ask(busy_desk, chain) == first, "nothing has changed"
    for number in range(MEMBERS):
        register(busy_desk, f"w{number}", "T-old", f"李{number}")
    follow.once("")
    second = ask(busy_desk, chain)
    assert second.cursor > first.cursor
    for file in copies.glob("*.db"):
        file.unlink()
    follow.once("")
    assert ask(busy_desk, chain).chunks != second.chunks
    enter_recovery(busy_desk.world)
    assert BuildCopies(busy_desk.world).renew() == 1, "of another server epoch"


def test_without_a_folder_no_file_is_built(desk: Desk) -> None:
    register(desk, "w1", "T-old")
    assert BuildCopies(desk.world)() == BuildCopies(desk.world).renew() == 0


def test_a_member_is_looked_up_by_card_phone_or_wallet(busy_desk: Desk) -> None:
    chain = busy_desk.newcomer()

    def found(card: str = "", phone: str = "", wallet: str = "") -> list[str]:
        epoch = busy_desk.server_epoch
        message = Find(till=chain.head.till, epoch=1, server_epoch=epoch, card=card, phone=phone, wallet=wallet)
        return [row.id for row in LookUpMember(busy_desk.world)(message).rows]

    assert found(card="88-w2") == ["w2"]
    assert found(wallet="w3") == ["w3"]
    assert found(card="nobody's") == found(phone="1") == found(wallet="no") == found() == []
