"""The open door: what is told from outside counts once, by the same engine, and what goes back goes back."""

import pytest
from sqlalchemy import Connection, func, select

from app.domain.ids import MemberId, TillId, WalletId
from app.domain.ledger import POINTS, POINTS_DEBT
from app.domain.member import Member
from sync.office.services.door.answer_call import AnswerCall
from sync.office.services.door.calls import Call, CallRefusedError, Refusal
from sync.office.services.door.open_tokens import CloseToken, MakeToken, TokenNameTakenError
from sync.office.services.life.decide import DecideByHand
from sync.office.services.life.lives import Lives
from sync.office.services.programme.publish import PublishProgramme
from sync.office.storage.life import Life
from sync.office.storage.open_door import Token, all_tokens, find_token
from sync.office.storage.people import Registered, claim_phone, keep_registered
from sync.office.storage.schema import open_calls, postings
from sync.protocol.messages import RecallChange
from sync.protocol.open_door import (
    ActionDone,
    ActionUndone,
    BackLine,
    Done,
    FriendBrought,
    OrderedLine,
    OrderPaid,
    OrderReturned,
    PaidPart,
    Who,
)
from tests.sync.office.desk import Desk
from tests.sync.office.services.life.test_react import CLUB, COUPON

ZHANG, LI = Who(phone="13800000001"), Who(phone="13800000002")
CLUB_ONLINE = (
    CLUB
    + """
[[tender_kinds]]
id = "stored"
type = "stored_value"
name = { en = "Stored" }

[[accruals]]
id = "points"
name = { en = "Points" }
unit = "points"
amount = 1
per = "1.00"

[[accruals]]
id = "online"
name = { en = "Online" }
unit = "points"
amount = 1
per = "1.00"
when = { channels = ["online"] }

[[actions]]
id = "review"
name = { en = "Review" }
brings = [{ unit = "points", amount = 20 }, { unit = "growth", amount = 30 }]
limits = [{ count = 2, per = "day", of = "member" }]

[[referrals]]
id = "friend"
name = { en = "Bring a friend" }
gives = [{ points = 50 }]
friend_gives = [{ points = 30 }]
"""
)

_OF_ZHANG = select(postings).where(postings.c.wallet == "w-1")


class Door:
    """Head office under the club's programme, two members in its register, and a web shop's token."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        PublishProgramme(desk.world)(CLUB_ONLINE, "2025-01-01 00:00", "chen")
        desk.database.write(self._register)
        MakeToken(desk.world)("web", ("actions", "orders"), 30, "web-ltd")
        token = desk.database.read(lambda connection: find_token(connection, "web"))
        assert token is not None
        self.token: Token = token

    def tell(self, call: Call) -> Done:
        return AnswerCall(self.desk.world)(self.token, call)

    def refused(self, call: Call) -> Refusal:
        """Why; and nothing was written."""
        before = self.desk.database.read(_rows)
        with pytest.raises(CallRefusedError) as refusal:
            self.tell(call)
        assert self.desk.database.read(_rows) == before
        return refusal.value.why

    def life(self, wallet: str = "w-1") -> Life:
        return self.desk.database.read(
            lambda connection: Lives(connection, self.desk.world, [WalletId(wallet)]).life(WalletId(wallet))
        )

    def points(self, wallet: str = "w-1") -> int:
        return self.life(wallet).standing.total(POINTS)

    def _register(self, connection: Connection) -> None:
        for number in ("1", "2"):
            wallet, phone = WalletId(f"w-{number}"), f"1380000000{number}"
            who = Member(MemberId(f"m-{number}"), wallet, f"会员{number}", phone, joined_on="2025-01-01")
            keep_registered(connection, Registered(who, "", TillId("T-01"), 0))
            claim_phone(connection, phone, wallet)


def _rows(connection: Connection) -> tuple[int, ...]:
    return tuple(
        connection.execute(select(func.count()).select_from(table)).scalar_one() for table in (postings, open_calls)
    )


@pytest.fixture
def door(desk: Desk) -> Door:
    return Door(desk)


def action(call: str = "a1", **changes: object) -> ActionDone:
    return ActionDone.model_validate({"id": call, "who": ZHANG, "action": "review"} | changes)


def order(call: str = "o1", net: int = 10_000, **changes: object) -> OrderPaid:
    lines = (OrderedLine(product="p1", list_minor=net, net_minor=net),)
    values = {"id": call, "who": ZHANG, "lines": lines, "paid": (PaidPart(kind="cash", amount_minor=net),)}
    return OrderPaid.model_validate(values | changes)


def test_an_action_told_three_times_counts_once(door: Door) -> None:
    answers = [door.tell(action()) for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]
    assert answers[0].points == 20 == door.points()
    assert {move.unit: move.amount for move in answers[0].moved}["points"] == 20


def test_another_call_under_the_same_id_is_refused(door: Door) -> None:
    door.tell(action())
    assert door.refused(action(who=LI)) is Refusal.ID_REUSED
    assert door.refused(order("a1")) is Refusal.ID_REUSED
    assert door.points() == 20


def test_a_limit_holds_and_the_answer_says_what_gave_nothing(door: Door) -> None:
    assert not door.tell(action("a1")).withheld
    assert not door.tell(action("a2")).withheld
    assert door.tell(action("a3")).withheld == ("review",)
    assert door.points() == 40


def test_a_deleted_review_takes_back_what_it_brought_once(door: Door) -> None:
    door.tell(action())
    done = door.tell(ActionUndone(id="u1", who=ZHANG, undoes="a1"))
    assert done.points == 0 == door.points()
    assert done.growth == 0
    door.tell(ActionUndone(id="u2", who=ZHANG, undoes="a1"))
    assert door.points() == 0
    assert door.life().standing.total(POINTS_DEBT) == 0
    assert door.refused(ActionUndone(id="u3", who=ZHANG, undoes="u1")) is Refusal.UNKNOWN_CALL
    assert door.refused(ActionUndone(id="u3", who=LI, undoes="a1")) is Refusal.UNKNOWN_CALL


def test_an_online_order_earns_as_the_programme_says_of_its_channel(door: Door) -> None:
    assert door.tell(order("o1")).points == 200  # 1 a yuan, and 1 more online
    assert door.tell(order("o2", channel="shop")).points == 300
    assert door.life().standing.history[0].moment.channel == "online"


def test_an_order_makes_a_tier_and_its_return_unmakes_it_and_what_it_earned(door: Door) -> None:
    assert door.tell(order(net=60_000)).tiers == {"main": "gold"}
    back = OrderReturned(id="r1", who=ZHANG, order="o1", lines=(BackLine(index=0, amount_minor=20_000),))
    assert door.tell(back).points == 800
    rest = OrderReturned(id="r2", who=ZHANG, order="o1", lines=(BackLine(index=0, amount_minor=40_000),))
    done = door.tell(rest)
    assert (done.points, done.growth, done.tiers.get("main", "basic")) == (0, 0, "basic")
    more = OrderReturned(id="r3", who=ZHANG, order="o1", lines=(BackLine(index=0, amount_minor=1),))
    assert door.refused(more) is Refusal.MORE_THAN_BOUGHT
    assert door.refused(more.model_copy(update={"order": "o9"})) is Refusal.UNKNOWN_CALL
    beyond = OrderReturned(id="r4", who=ZHANG, order="o1", lines=(BackLine(index=7, amount_minor=1),))
    assert door.refused(beyond) is Refusal.MORE_THAN_BOUGHT


def test_a_friend_brings_both_something_and_counts_once(door: Door) -> None:
    door.tell(FriendBrought(id="f1", who=ZHANG, friend=LI, referral="friend"))
    assert (door.points("w-1"), door.points("w-2")) == (50, 30)
    door.tell(FriendBrought(id="f2", who=ZHANG, friend=LI, referral="friend"))
    assert (door.points("w-1"), door.points("w-2")) == (50, 30)
    assert door.refused(FriendBrought(id="f3", who=ZHANG, friend=ZHANG, referral="friend")) is Refusal.SAME_MEMBER


def test_points_and_coupons_an_order_uses_are_taken_and_never_more_than_there_are(door: Door) -> None:
    door.tell(order("o1", net=60_000))  # gold: two coupons
    door.tell(order("o2", net=1_000, coupons=("thanks",), points=700))
    assert door.life().standing.total(COUPON) == 1
    assert door.points() == 1_200 + 20 - 700
    assert door.refused(order("o3", net=1_000, coupons=("thanks", "thanks"))) is Refusal.NOT_ENOUGH
    assert door.refused(order("o3", net=1_000, points=521)) is Refusal.NOT_ENOUGH
    assert door.refused(order("o3", net=1_000, coupons=("never",))) is Refusal.UNKNOWN_COUPON


def test_what_a_till_holds_is_asked_back_and_the_call_told_to_come_again(door: Door) -> None:
    door.tell(order("o1", net=10_000))
    till = door.desk.newcomer()
    door.desk.lease(till, 200, wallet=WalletId("w-1"), unit=POINTS)
    assert door.refused(order("o2", net=1_000, points=100)) is Refusal.LENT_OUT
    assert [change for change in door.desk.pull(till).changes if isinstance(change, RecallChange)]


@pytest.mark.parametrize(
    ("call", "why"),
    [
        (action(action="dance"), Refusal.UNKNOWN_ACTION),
        (action(who=Who(phone="13900000000")), Refusal.UNKNOWN_MEMBER),
        (action(who=Who(card="880000000013")), Refusal.UNKNOWN_MEMBER),
        (action(at=1), Refusal.TIME),
        (action(at=1_764_000_000_000 + 3_600_000), Refusal.TIME),
        (FriendBrought(id="f", who=ZHANG, friend=LI, referral="foe"), Refusal.UNKNOWN_REFERRAL),
        (order(paid=(PaidPart(kind="stored", amount_minor=10_000),)), Refusal.UNKNOWN_TENDER),
    ],
)
def test_what_the_programme_or_the_register_does_not_know_is_refused_and_nothing_kept(
    door: Door, call: Call, why: Refusal
) -> None:
    assert door.refused(call) is why


def test_a_programme_is_needed(desk: Desk) -> None:
    desk.database.write(lambda connection: Door._register(Door.__new__(Door), connection))
    with pytest.raises(CallRefusedError) as refusal:
        AnswerCall(desk.world)(Token("web", b"", frozenset(), "", 0, 0), action())
    assert refusal.value.why is Refusal.NO_PROGRAMME


def test_each_posting_names_the_callers_merchant_and_all_sum_to_nothing(door: Door) -> None:
    door.tell(order("o1"))
    door.tell(action())

    def work(connection: Connection) -> list[tuple[str, int]]:
        return [(row.merchant, row.amount) for row in connection.execute(_OF_ZHANG)]

    rows = door.desk.database.read(work)
    assert {merchant for merchant, _ in rows} == {"web-ltd"}
    assert sum(amount for _, amount in rows) == 0


def test_a_token_is_made_once_listed_and_closed(door: Door) -> None:
    with pytest.raises(TokenNameTakenError):
        MakeToken(door.desk.world)("web", ("actions",), 1)
    assert CloseToken(door.desk.world)("web")
    assert not CloseToken(door.desk.world)("web")
    (token,) = door.desk.database.read(all_tokens)
    assert not token.is_good(door.desk.clock.now)


def test_a_correction_by_hand_and_a_call_meet_in_one_life(door: Door) -> None:
    door.tell(action())
    DecideByHand(door.desk.world).adjust("m-1", "points", -5, "wrong", "wang")
    assert door.points() == 15
