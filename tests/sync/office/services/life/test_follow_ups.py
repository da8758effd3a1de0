"""Follow-ups at head office: from a sale to what tills are told, and ticked off at any till for all."""

import pytest

from app.domain.ids import MemberId, OperatorId, WalletId
from app.domain.journal import Kind
from app.domain.people.care import Care, CareStep, care_to_body
from sync.office.storage.announced import has_announced
from tests.sync.office.desk import Desk
from tests.sync.office.services.life.test_react import CLUB, Office, sale_of
from tests.sync.protocol.chains import WALLET

ASKING = (
    CLUB
    + """
[[follow_ups]]
id = "brewing"
name = { en = "How was the tea?" }
after_days = 3
goods = { categories = ["tea"] }
"""
)


@pytest.fixture
def office(desk: Desk) -> Office:
    return Office(desk, ASKING)


def asked(office: Office) -> list[str]:
    return [due.key for due in office.life().follow_ups]


def tick_off(office: Office, key: str, step: CareStep = CareStep.FOLLOWED_UP) -> None:
    before = office.till.head.seq
    noted = Care(MemberId(f"m-{WALLET}"), WalletId(WALLET), key, step, OperatorId("chen"), "很好")
    office.till.add(Kind.CARE, care_to_body(noted))
    office.desk.push(office.till, before)
    office.react()


def test_a_sale_is_to_be_asked_about_and_tills_are_told(office: Office) -> None:
    office.sell(sale_of(1, 10_000))
    office.react()
    assert asked(office) == ["brewing:sale1"]
    assert office.desk.database.read(has_announced)


def test_ticked_off_at_one_till_is_done_for_all(office: Office) -> None:
    office.sell(sale_of(1, 10_000))
    office.react()
    tick_off(office, "brewing:sale1")
    assert asked(office) == []


def test_a_complaint_changes_nothing_of_the_member(office: Office) -> None:
    office.sell(sale_of(1, 10_000))
    office.react()
    before = office.life().standing
    tick_off(office, "c1", CareStep.COMPLAINED)
    assert (office.life().standing, asked(office)) == (before, ["brewing:sale1"])
