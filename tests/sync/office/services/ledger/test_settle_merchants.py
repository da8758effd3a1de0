"""Merchants on one wallet: what one issued and another took is settled by period, and sums to zero."""

import pytest

from app.domain.ids import MemberId, MerchantId, WalletId
from app.domain.ledger import POINTS
from sync.office.services.door.open_tokens import MakeToken
from sync.office.services.ledger.settle_merchants import NoProgrammeError, Settlement, SettleMerchants
from sync.office.services.people.register import Register
from sync.office.services.programme.publish import PublishProgramme
from sync.office.storage.open_door import find_token
from tests.sync.office.desk import Desk
from tests.sync.office.services.door.test_answer_call import CLUB_ONLINE, LI, Door, order

DAY = "2025-11-24"
ALLIANCE = (
    CLUB_ONLINE.replace("version = 1", "version = 2", 1)
    + """
[points_off]
points = 100
worth = "1.00"

[[partners]]
id = "gym"
name = { en = "Gym" }
settles_percent = 95
"""
)


class Alliance(Door):
    """Two merchants beside each other: the web shop, and a gym that takes its points at 95 per cent."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        PublishProgramme(desk.world)(ALLIANCE, "2025-01-01 00:01", "chen")
        self.web = self.token
        MakeToken(desk.world)("gym", ("orders",), 30, "gym")
        gym = desk.database.read(lambda connection: find_token(connection, "gym"))
        assert gym is not None
        self.gym = gym

    def settled(self, first: str = DAY, last: str = DAY) -> Settlement:
        return SettleMerchants(self.desk.world)(first, last)

    def at_gym(self, points: int, **changes: object) -> None:
        # An order for nothing: it earns nothing, so that no lot has two issuers.
        self.token = self.gym
        self.tell(order(f"g{points}", net=0, points=points, **changes))
        self.token = self.web


@pytest.fixture
def alliance(desk: Desk) -> Alliance:
    return Alliance(desk)


def test_points_of_the_one_taken_by_the_other_are_settled(alliance: Alliance) -> None:
    alliance.tell(order("o1", net=50_000))  # 1 000 points
    alliance.at_gym(600)
    found = alliance.settled()
    (debt,) = [debt for debt in found.debts if debt.unit == POINTS]
    assert (debt.issuer, debt.taker, debt.amount, debt.minor) == ("web-ltd", "gym", 600, 570)
    assert found.net == {"gym": 570, "web-ltd": -570}
    issued = {(total.merchant, total.unit): (total.issued, total.taken) for total in found.totals}
    assert issued[MerchantId("web-ltd"), POINTS] == (1_000, 0)
    assert issued[MerchantId("gym"), POINTS] == (0, 600)


def test_a_day_later_it_is_another_period(alliance: Alliance) -> None:
    alliance.tell(order("o1", net=50_000))
    alliance.at_gym(600)
    alliance.desk.clock.now += 86_400_000
    alliance.at_gym(100)
    assert alliance.settled("2025-11-25", "2025-11-25").net == {"gym": 95, "web-ltd": -95}
    assert alliance.settled("2025-11-24", "2025-11-25").net == {"gym": 665, "web-ltd": -665}
    assert alliance.settled("2025-11-26", "2025-11-26").net == {}


def test_members_that_became_one_keep_who_issued(alliance: Alliance) -> None:
    alliance.tell(order("o1", net=50_000))
    gone, kept = (MemberId("m-1"), WalletId("w-1")), WalletId("w-2")
    world = alliance.desk.world
    alliance.desk.database.write(lambda connection: Register(connection, world).merge(gone, kept, "the same person"))
    alliance.at_gym(600, who=LI)
    assert alliance.settled().net == {"gym": 570, "web-ltd": -570}


def test_without_a_programme_there_is_nothing_to_settle_by(desk: Desk) -> None:
    with pytest.raises(NoProgrammeError):
        SettleMerchants(desk.world)(DAY, DAY)
