"""PULL of the streams of rows, on both engines."""

from typing import Any

import pytest

from app.domain.ids import CardNumber, MemberId, TillId, WalletId
from app.domain.member import Card, Member
from app.domain.programme.publishing import Publication
from app.domain.value.facts import CardStep
from sync.office.services.people.look_up_member import LookUpMember
from sync.office.services.people.members_by_hand import MembersByHand
from sync.office.services.programmes import Programmes
from sync.office.services.streams import feed_rows
from sync.office.services.streams.feed_rows import FeedRows
from sync.office.services.streams.import_catalogue import ImportCatalogue
from sync.office.services.streams.set_shops import SetShops
from sync.office.services.streams.tidy_streams import KEPT_MS, TidyStreams
from sync.office.services.tills.enrol import EnrolTill, MakeCode
from sync.office.storage.announced import announce, note_moved
from sync.office.storage.cards import keep_cards
from sync.office.storage.people import Registered, keep_registered
from sync.office.storage.streams import bury_tombstones
from sync.protocol.messages import Enrol, Pull
from sync.protocol.streams import Find, Rows, TooFar
from tests.sync.office.desk import Desk
from tests.sync.office.services.programme.test_publish import LIMITS
from tests.sync.protocol.chains import Chain

GOODS = b"id,name,price\nA,apple,1.20\nB,bread,3\nC,cream,4.5\n"


def pull(
    desk: Desk, chain: Chain, stream: str, cursor: int = 0, limit: int = 500, epoch: str = "", guests: Any = ()
) -> Any:
    return FeedRows(desk.world)(
        Pull(
            till=chain.head.till,
            epoch=chain.head.epoch,
            server_epoch=epoch or desk.server_epoch,
            stream=stream,  # type: ignore[arg-type]  # a name of the list
            cursor=cursor,
            limit=limit,
            guests=guests,
        )
    )


def register(desk: Desk, wallet: str, till: str, name: str = "张三") -> None:
    member = Member(MemberId(f"m-{wallet}"), WalletId(wallet), name, "13800000000")
    one = Registered(member, "", TillId(till), desk.clock.now)
    desk.database.write(lambda c: keep_registered(c, one))
    desk.database.write(lambda c: keep_cards(c, [Card(CardNumber(f"88-{wallet}"), member.wallet, member.id)]))
    desk.database.write(lambda c: announce(c, [member.wallet]))


def test_the_catalogue_comes_in_pages_and_later_only_what_changed(desk: Desk) -> None:
    chain = desk.newcomer()
    ImportCatalogue(desk.world)(GOODS)
    first = pull(desk, chain, "catalogue", limit=2)
    assert [row.id for row in first.rows] == ["A", "B"]
    assert first.rows[0].content == {"initials": "apple", "name": "apple", "price_minor": 120}
    assert first.more
    rest = pull(desk, chain, "catalogue", first.cursor)
    assert ([row.id for row in rest.rows], rest.more) == (["C"], False)
    ImportCatalogue(desk.world)(b"id,name,price\nA,apple,1.20\nB,bread,3.50\n", is_whole=True)
    news = pull(desk, chain, "catalogue", rest.cursor)
    assert {row.id: row.content and row.content["price_minor"] for row in news.rows} == {"B": 350, "C": None}


def test_programmes_and_settings_come_as_rows(desk: Desk) -> None:
    chain = desk.newcomer()
    made = Programmes(desk.world).publish(LIMITS, "2026-01-01 00:00", "chen")
    SetShops(desk.world).set("receipt_footer", "谢谢", "人民路店")
    (row,) = pull(desk, chain, "programmes").rows
    assert Publication(n=int(row.id), **row.content) == made
    (row,) = pull(desk, chain, "config").rows
    assert row.content == {"name": "receipt_footer", "shop": "人民路店", "value": "谢谢"}


def test_another_epoch_gets_nothing_but_its_name(desk: Desk) -> None:
    chain = desk.newcomer()
    ImportCatalogue(desk.world)(GOODS)
    answer = pull(desk, chain, "catalogue", 7_000, epoch="older")
    assert (answer.rows, answer.cursor, answer.server_epoch) == ((), 7_000, desk.server_epoch)


def test_a_cursor_below_the_buried_or_of_another_history_is_too_far(desk: Desk) -> None:
    chain = desk.newcomer()
    ImportCatalogue(desk.world)(GOODS)
    ImportCatalogue(desk.world)(b"id,name,price\nA,apple,1\n", is_whole=True)
    desk.database.write(lambda c: bury_tombstones(c, "catalogue", desk.clock.now + 1))
    assert isinstance(pull(desk, chain, "catalogue", 3), TooFar)
    assert isinstance(pull(desk, chain, "catalogue", 900), TooFar)
    assert [row.id for row in pull(desk, chain, "catalogue", 0).rows] == ["A"]


def test_a_member_is_told_as_they_are_when_asked(desk: Desk) -> None:
    chain = desk.newcomer()
    register(desk, "w1", "T-old")
    answer = pull(desk, chain, "members")
    assert answer.stream == "members"
    (row,) = answer.rows
    assert row.content["name"] == "张三"
    assert row.content["cards"] == (("88-w1", "active"),)
    assert pull(desk, chain, "members", answer.cursor).rows == ()


def test_a_region_carries_its_own_members(desk: Desk) -> None:
    east, west = desk.newcomer("T-east"), desk.newcomer("T-west")
    shops = SetShops(desk.world)
    shops.put_into_region("人民路店", "east")
    register(desk, "w1", "T-east")
    register(desk, "w2", "nowhere")
    answer = pull(desk, east, "members")
    assert (answer.stream, [row.id for row in answer.rows]) == ("members:east", ["w1", "w2"])
    shops.put_into_region("人民路店", "west")
    moved = pull(desk, west, "members")
    assert (moved.stream, [row.id for row in moved.rows]) == ("members:west", ["w1", "w2"])
    shops.put_into_region("人民路店", "")
    assert [row.id for row in pull(desk, west, "members").rows] == ["w1", "w2"]


def test_who_is_forgotten_is_nobody_also_where_they_were_a_guest(desk: Desk) -> None:
    west = desk.newcomer("T-west")
    EnrolTill(desk.world)(Enrol(code=MakeCode(desk.world)("东店"), till="T-east", epoch=1, public_key="00" * 32))
    for shop, region in (("人民路店", "west"), ("东店", "east")):
        SetShops(desk.world).put_into_region(shop, region)
    register(desk, "w1", "T-east")
    assert pull(desk, west, "members").rows == ()
    MembersByHand(desk.world).forget("w1")
    (row,) = pull(desk, west, "members").rows
    assert row.content == {"wallet": "w1", "cards": (("88-w1", "active"),)}


def test_whom_a_till_has_looked_up_it_is_told_of_when_they_change(desk: Desk) -> None:
    west = desk.newcomer("T-west")
    EnrolTill(desk.world)(Enrol(code=MakeCode(desk.world)("东店"), till="T-east", epoch=1, public_key="00" * 32))
    for shop, region in (("人民路店", "west"), ("东店", "east")):
        SetShops(desk.world).put_into_region(shop, region)
    register(desk, "w1", "T-east")
    assert pull(desk, west, "members").rows == ()
    find = Find(till="T-west", epoch=1, server_epoch=desk.server_epoch, card="88-w1")
    (guest,) = LookUpMember(desk.world)(find).rows
    assert pull(desk, west, "members", guests=[(guest.id, guest.n)]).guests == ()
    MembersByHand(desk.world).mark("88-w1", CardStep.FREEZE, "lost", "wang")
    (told,) = pull(desk, west, "members", guests=[(guest.id, guest.n), ("w9", 0)]).guests[:1]
    assert (told.id, told.content["cards"]) == ("w1", (("88-w1", "frozen"),))
    (nobody,) = pull(desk, west, "members", guests=[(told.id, told.n), ("w9", 0)]).guests
    assert (nobody.id, nobody.content) == ("w9", None)
    assert pull(desk, west, "members", epoch="older", guests=[(guest.id, guest.n)]).guests == ()


def test_balances_are_told_with_the_night_and_not_for_every_sale(desk: Desk) -> None:
    chain = desk.newcomer()
    register(desk, "w1", "T-old")
    cursor = pull(desk, chain, "members").cursor
    desk.database.write(lambda c: note_moved(c, [WalletId("w1")]))
    assert pull(desk, chain, "members", cursor).rows == ()
    TidyStreams(desk.world)()
    (row,) = pull(desk, chain, "members", cursor).rows
    assert row.id == "w1"
    TidyStreams(desk.world)()
    assert pull(desk, chain, "members", row.n).rows == ()


def test_a_wallet_that_ended_before_it_was_told_is_told_as_gone(desk: Desk) -> None:
    chain = desk.newcomer()
    desk.database.write(lambda c: announce(c, [WalletId("w1")]))
    (row,) = pull(desk, chain, "members").rows
    assert (row.id, row.content) == ("w1", None), "the till that made it holds it for a member still"
    desk.database.write(lambda c: announce(c, [WalletId("w1")]))
    assert pull(desk, chain, "members", row.n).rows == ()


def test_what_was_gone_for_half_a_year_is_forgotten(desk: Desk) -> None:
    chain = desk.newcomer()
    ImportCatalogue(desk.world)(GOODS)
    ImportCatalogue(desk.world)(b"id,name,price\nA,apple,1\n", is_whole=True)
    desk.clock.now += KEPT_MS
    TidyStreams(desk.world)()
    assert isinstance(pull(desk, chain, "catalogue", 4), Rows)
    desk.clock.now += 1
    TidyStreams(desk.world)()
    assert isinstance(pull(desk, chain, "catalogue", 4), TooFar)


def test_members_too_far_behind_are_to_be_taken_as_a_file(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed_rows, "_FEW", 2)
    chain = desk.newcomer()
    for number in range(3):
        register(desk, f"w{number}", "T-old")
    assert isinstance(pull(desk, chain, "members"), TooFar)
    assert isinstance(pull(desk, chain, "members", 1), Rows)
