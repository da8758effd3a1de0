"""A grant comes out of what lies at head office, as a total, once per id."""

import threading
from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from app.domain.ledger import BONUS, OFFICE, POINTS, PRINCIPAL, Lot, Unit, lease_at
from sync.office.services.errors import IdReusedError
from sync.office.services.world import DEFAULT_POLICY
from sync.office.storage import ledger
from sync.office.storage.engines import Database
from sync.protocol.messages import Denied, GrantChange, Granted, RecallChange
from tests.sync.office.desk import Desk
from tests.sync.protocol.chains import LOT, TILL

EARLY, LATE = Lot("gift", "", "2026-12-31"), Lot("gift", "", "2027-12-31")


def test_a_grant_moves_value_into_the_lease_and_names_the_total(desk: Desk) -> None:
    desk.give(10_000)
    chain = desk.newcomer()
    first, second = desk.lease(chain, 3_000), desk.lease(chain, 2_000)
    assert isinstance(first, Granted)
    assert isinstance(second, Granted)
    assert (first.lots, second.lots) == (((LOT.key, 3_000),), ((LOT.key, 5_000),))
    assert (desk.at_office, desk.held_by(chain)) == (5_000, 5_000)
    desk.check()


def test_the_same_id_is_answered_alike_and_moves_nothing_more(desk: Desk) -> None:
    desk.give(10_000)
    chain = desk.newcomer()
    answers = {desk.lease(chain, 3_000, request_id="a").model_dump_json() for _ in range(3)}
    assert len(answers) == 1
    assert desk.held_by(chain) == 3_000
    with pytest.raises(IdReusedError):
        desk.lease(chain, 4_000, request_id="a")


def test_a_refusal_stands_for_its_id_even_when_there_is_more_later(desk: Desk) -> None:
    chain = desk.newcomer()
    assert isinstance(desk.lease(chain, 3_000, request_id="a"), Denied)
    desk.give(10_000)
    late = desk.lease(chain, 3_000, request_id="a")
    assert isinstance(late, Denied)
    assert late.why == "short"
    assert isinstance(desk.lease(chain, 3_000, request_id="b"), Granted)


def test_less_than_wanted_is_granted_less_than_the_least_is_not(desk: Desk) -> None:
    desk.give(1_000)
    chain = desk.newcomer()
    assert isinstance(desk.lease(chain, 3_000, least=2_000), Denied)
    part = desk.lease(chain, 3_000, least=500)
    assert isinstance(part, Granted)
    assert part.lots == ((LOT.key, 1_000),)


def test_the_lot_that_expires_first_goes_first_and_a_past_one_not_at_all(desk: Desk) -> None:
    for lot in (LATE, EARLY, Lot("gift", "", "2026-11-21")):
        desk.give(100, unit=BONUS, lot=lot)
    chain = desk.newcomer()
    answer = desk.lease(chain, 150, unit=BONUS)
    assert isinstance(answer, Granted)
    assert dict(answer.lots) == {EARLY.key: 100, LATE.key: 50}
    most = desk.lease(chain, 1_000, unit=BONUS)
    assert isinstance(most, Granted)
    assert dict(most.lots) == {LATE.key: 100}
    desk.check()


def test_a_card_and_a_till_have_their_caps(database: Database) -> None:
    desk = Desk(database, DEFAULT_POLICY.model_copy(update={"wallet_cap": 500, "till_cap": 800}))
    desk.give(10_000)
    desk.give(10_000, wallet="w-li")
    desk.give(10_000, unit=POINTS)
    chain = desk.newcomer()
    first = desk.lease(chain, 600)
    assert isinstance(first, Granted)
    assert first.lots == ((LOT.key, 500),)
    full = desk.lease(chain, 1)
    assert isinstance(full, Denied)
    assert full.why == "cap"
    other = desk.lease(chain, 600, wallet="w-li")
    assert isinstance(other, Granted)
    assert other.lots == ((LOT.key, 300),)
    points = desk.lease(chain, 5_000, unit=POINTS)
    assert isinstance(points, Granted)
    assert points.lots == ((LOT.key, 5_000),)
    desk.check()


def test_no_lease_for_a_fenced_till_or_another_epoch_and_nothing_is_kept_of_it(desk: Desk) -> None:
    desk.give(1_000)
    chain = desk.newcomer()
    other = desk.lease(chain, 1, request_id="a", server_epoch="an-old-one")
    assert isinstance(other, Denied)
    assert other.why == "other_epoch"
    assert isinstance(desk.lease(chain, 1, request_id="a"), Granted)
    desk.fence(TILL, 1, "stolen")
    fenced = desk.lease(chain, 1, request_id="a")
    assert isinstance(fenced, Denied)
    assert fenced.why == "fenced"


def test_the_feed_says_every_grant_again(desk: Desk) -> None:
    desk.give(1_000)
    chain = desk.newcomer()
    desk.lease(chain, 300)
    desk.lease(chain, 200)
    first = desk.pull(chain, limit=1)
    assert (first.more, first.cursor) == (True, 1)
    rest = desk.pull(chain, first.cursor)
    assert rest.changes == (GrantChange(wallet="w-zhang", unit=PRINCIPAL, lot=LOT.key, total=500),)
    assert (rest.more, rest.cursor) == (False, 2)
    assert desk.pull(chain, 2).changes == ()


def test_a_shortage_recalls_what_other_tills_hold(desk: Desk) -> None:
    desk.give(1_000)
    one, two = desk.newcomer("T01"), desk.newcomer("T02")
    desk.lease(one, 1_000)
    assert isinstance(desk.lease(two, 400), Denied)
    assert desk.pull(one).changes[-1] == RecallChange(wallet="w-zhang", unit=PRINCIPAL, lot=LOT.key, keep=0)
    one.give_back(1_000)
    desk.push(one)
    assert isinstance(desk.lease(two, 400), Granted)
    assert (desk.held_by(one), desk.held_by(two), desk.at_office) == (0, 400, 600)
    desk.check()


def run_sixteen_writers(desk: Desk) -> tuple[int, list[BaseException]]:
    """Sixteen tills ask for one wallet at once: how often they were granted something, and what went wrong."""
    desk.give(1_000)
    desk.give(1_000, lot=LATE)
    tills = [desk.newcomer(f"T{number:02d}") for number in range(16)]
    epoch, granted, failures = desk.server_epoch, [0] * 16, list[BaseException]()

    def ask(number: int) -> None:
        try:
            for turn in range(12):
                answer = desk.lease(
                    tills[number], 37, request_id=f"{number}-{turn}", server_epoch=epoch, least=turn % 2
                )
                if isinstance(answer, Granted):
                    granted[number] += 1
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    held = sum(desk.balance(lease_at(till.head.till), lot=lot) for till in tills for lot in (LOT, LATE))
    assert held <= 2_000
    return sum(granted), failures


def test_sixteen_writers_together_are_granted_no_more_than_there_is(desk: Desk) -> None:
    granted, failures = run_sixteen_writers(desk)
    assert failures == []
    assert granted >= 2_000 // 37
    assert desk.at_office == desk.balance(OFFICE, lot=LATE) == 0
    desk.check()


def test_without_the_guard_in_the_statement_sixteen_writers_meet_the_databases_own(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A planted bug: the look before the debit is all there is. On one writer at a time it would never show.
    monkeypatch.setattr(ledger, "COVERED", "{d} = {d}")
    _, failures = run_sixteen_writers(Desk(postgres_database))
    assert failures
    assert {type(failure) for failure in failures} == {IntegrityError}


def test_each_kind_of_unit_has_its_own_cap(desk: Desk) -> None:
    desk.world = replace(desk.world, unit_caps={"coupon": 3})
    desk.give(10, unit=Unit("coupon:birthday"))
    desk.give(10, unit=Unit("right:x"))
    till = desk.newcomer("T01")
    lent = desk.lease(till, 9, unit="coupon:birthday")
    assert isinstance(lent, Granted)
    assert lent.lots[0][1] == 3
    refused = desk.lease(till, 1, unit="coupon:birthday")
    assert isinstance(refused, Denied)
    assert refused.why == "cap"
    # What is not named has none.
    assert isinstance(desk.lease(till, 10, least=10, unit="right:x"), Granted)


def test_what_all_members_share_is_lent_from_a_wallet_that_is_nobodys(desk: Desk) -> None:
    wallet, unit = "programme:beauty", Unit("right:gold-card:life:all")
    desk.give(30, wallet=wallet, unit=unit)
    one, two = desk.newcomer("T01"), desk.newcomer("T02")
    for till, want in ((one, 20), (two, 20)):
        assert isinstance(desk.lease(till, want, wallet=wallet, unit=unit), Granted)
    assert isinstance(desk.lease(one, 1, wallet=wallet, unit=unit), Denied)
    held = [desk.balance(lease_at(till.head.till), wallet=wallet, unit=unit) for till in (one, two)]
    assert held == [20, 10]
    desk.check()
