"""What head office tells of members: figures, what is owed, messages in words, and the whole file for the member."""

import json

import pytest

from app.domain.ids import MemberId, OperatorId, WalletId
from app.domain.journal import Kind
from app.domain.people.body import people_fact_to_body
from app.domain.people.facts import Registration
from sync.office.services.life.decide import UnknownMemberError
from sync.office.services.life.write_messages import WriteMessages
from sync.office.services.people.enlist import EnlistMembers
from sync.office.services.people.member_file import MemberFile
from sync.office.services.people.member_report import MemberReport
from tests.sync.office.desk import Desk
from tests.sync.office.services.life.test_react import CLUB, Office, sale_of

PHONE, WALLET, STRANGER = "13800001234", "w-zhang", "w-li"
TALKING = CLUB.replace(
    'text = { en = "Your coupon ends soon" }',
    'text = { zh_CN = "{name}，{coupon} {expires_on} 到期，您是{tier}", en = "{name}: {coupon} ends {expires_on}" }',
)


@pytest.fixture
def office(desk: Desk) -> Office:
    office = Office(desk, TALKING)
    before = office.till.head.seq
    joined = Registration(MemberId(f"m-{WALLET}"), WalletId(WALLET), "张三", PHONE, OperatorId("chen"))
    office.till.add(Kind.MEMBER_REGISTERED, people_fact_to_body(joined))
    office.desk.push(office.till, before)
    EnlistMembers(office.desk.world)()
    office.sell(sale_of(1, 60_000, WALLET), sale_of(2, 1_000, WALLET), sale_of(3, 5_000, STRANGER))
    office.react()
    return office


def test_counts_and_rates(office: Office) -> None:
    figures = MemberReport(office.desk.world).members("2020-01-01")
    assert (figures.members, figures.active, figures.repeating) == (1, 2, 1)
    assert (figures.sales, figures.conversion_percent, figures.repeat_percent) == (3, 100, 50)
    assert figures.average_order_minor == 22_000
    nothing = MemberReport(office.desk.world).members("2099-01-01")
    assert (nothing.sales, nothing.conversion_percent, nothing.average_order_minor) == (0, 0, 0)


def test_what_is_owed_by_unit(office: Office) -> None:
    owed = {each.unit: (each.amount, each.wallets) for each in MemberReport(office.desk.world).liabilities()}
    assert owed["coupon:thanks"] == (2, 1)
    assert not any(unit.startswith("right:") for unit in owed)


def test_messages_are_written_with_the_members_facts_and_the_way_out(office: Office) -> None:
    life = office.life(WALLET)
    ends = max(lot.expires_on for (unit, lot), _ in life.standing.lots.items() if unit == "coupon:thanks")
    office.nights(ends)
    write = WriteMessages(office.desk.world)
    (written,) = write.waiting()
    assert written.phone == PHONE
    assert written.text == f"张三，Thanks {ends} 到期，您是Gold 退订回T"
    assert write.waiting("en")[0].text == f"张三: Thanks ends {ends} Reply T to stop"
    write.sent([written])
    assert write.waiting() == []


def test_a_member_gets_everything_that_is_known(office: Office) -> None:
    told = MemberFile(office.desk.world)(PHONE)
    assert json.loads(json.dumps(told)) == told
    assert (told["wallet"], told["person"]["name"], told["person"]["phone"]) == (WALLET, "张三", PHONE)
    assert [each["what"] for each in told["history"]] == ["Joined", "Bought", "Bought"]
    assert ["coupon:thanks", 2] in [[unit, amount] for unit, _, amount in told["holds"]]
    assert told["tiers"]["main"]["tier"] == "gold"


def test_nobody_has_no_file(office: Office) -> None:
    with pytest.raises(UnknownMemberError):
        MemberFile(office.desk.world)("nobody")
