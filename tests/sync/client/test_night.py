"""The night's audit between the shipped till and the shipped head office: equal if and only if it is."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TypeVar, cast

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select, update

from app.bootstrap.night_books import NightBooks
from app.domain.ledger import PRINCIPAL, lease_at
from app.domain.night.summary import answered_part, signed_part, summary_in
from app.domain.night.verdict import Difference, Verdict
from app.services.close_shift import CloseShift
from app.services.open_shift import OpenShift
from sync.client.night import KeptNight, NightAudit, last_night, night_in
from sync.client.office import AnswerUnreadableError, Office
from sync.client.session import Outcome
from sync.office.services.errors import UnsignedSummaryError
from sync.office.services.ledger.verify import verify
from sync.office.services.night.audit_night import AuditNight
from sync.office.services.night.list_nights import ListNights
from sync.office.services.night.sign_night import NightSigner
from sync.office.storage.schema import accounts, nights
from sync.protocol.messages import Audit, AuditAgain, Audited
from sync.protocol.signed import is_signed
from tests.simulation.headoffice import PUBLIC_KEY, TILL_KEY, WALLETS, HeadOffice
from tests.simulation.machine import CASHIER, Machine
from tests.simulation.wire import Line, Weather

T = TypeVar("T")
WALLET, NIGHT = WALLETS[0], "2026-11-22"
OFFICE_KEY = NightSigner(bytes(range(32)))


@dataclass
class Carried:
    """The line, with what went over it; `bend` changes an answer on its way."""

    line: Line
    said: list[Audit] = field(default_factory=list)
    bend: str = ""

    def audit(self, message: Audit) -> Audited | AuditAgain:
        self.said.append(message)
        answer = self.line.audit(message)
        if self.bend and isinstance(answer, Audited):
            return answer.model_copy(update={"verdict": answer.verdict.replace('"at":1', self.bend)})
        return answer


class Pair:
    """A till that has sold, and its head office; everything has arrived."""

    def __init__(self, folder: Path) -> None:
        weather = Weather(Random(1))
        weather.clear_up()
        self.office = HeadOffice(folder, Random(2))
        object.__setattr__(self.office.world, "signer", OFFICE_KEY)
        self.till = Machine(folder / "T01", "T01", Line(weather, lambda: self.office.world), Random(3))
        assert self.office.enrol("T01")
        self.wire = Carried(self.till.line)
        self.sync()
        self.till.session.ask(WALLET, PRINCIPAL, 2_000)
        assert self.till.sell(WALLET, 700, 500) is not None
        self.till.refund_last()
        self.sync()

    def sync(self) -> None:
        assert self.till.session.synchronise() is Outcome.DONE

    def audit(self, night: str = NIGHT) -> Verdict | None:
        # The simulated office has a clock of its own; both show the same time here.
        def now() -> int:
            return self.office.world.clock.now_ms()

        store, line = self.till.store, cast("Office", self.wire)
        return NightAudit(store, line, lambda work: work(), NightBooks(), TILL_KEY.sign, now)(night)

    def kinds(self) -> list[Difference]:
        verdict = self.audit()
        assert verdict is not None
        return [found.kind for found in verdict.findings]

    def last(self) -> KeptNight:
        with self.till.store.unit_of_work() as uow:
            return last_night(uow.config)

    def close_shift(self) -> None:
        recorder = self.till.post_sale.recorder
        CloseShift(self.till.store, recorder)(CASHIER, 0)
        OpenShift(self.till.store, recorder)(CASHIER, 0)

    def on_till(self, sql: str) -> None:
        """Somebody changes the till's rows behind its back, and takes the guards away first."""
        raw = self.till.store._connection._raw
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute(sql)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = Pair(tmp_path)
    with closing(made.till), closing(made.office):
        yield made


def test_equal_is_said_signed_and_kept_on_both_sides(pair: Pair) -> None:
    pair.close_shift()
    pair.sync()
    verdict = pair.audit()
    assert verdict is not None
    assert verdict.is_equal, verdict
    kept = pair.last()
    said = summary_in(kept.summary)
    assert [(each.number, each.is_open, each.totals.sales, each.totals.refunds) for each in said.shifts] == [
        (1, False, 1, 1),
        (2, True, 0, 0),
    ]
    assert said.shifts[0].totals.by_tender == {}, "what was paid went back"
    [report] = [each for each in ListNights(pair.office.world)() if each.till == "T01"]
    [(theirs, _)] = report.nights
    assert (theirs.summary, theirs.signature) == (kept.summary, kept.signature)
    assert (theirs.verdict, theirs.answer_signature) == (kept.verdict, kept.answer_signature)
    assert is_signed(signed_part(kept.summary), kept.signature, PUBLIC_KEY)
    assert is_signed(answered_part(kept.verdict), kept.answer_signature, OFFICE_KEY.key)


def test_a_changed_summary_or_verdict_is_not_what_was_signed(pair: Pair) -> None:
    pair.audit()
    kept = pair.last()
    other = kept.summary.replace('"night":"2026-11-22"', '"night":"2026-11-23"')
    assert not is_signed(signed_part(other), kept.signature, PUBLIC_KEY)
    assert not is_signed(answered_part(kept.verdict + " "), kept.answer_signature, OFFICE_KEY.key)
    assert not is_signed(signed_part(kept.summary), kept.signature, OFFICE_KEY.key)
    assert not is_signed(answered_part(kept.summary), kept.signature, PUBLIC_KEY), "one is not taken for the other"
    message = pair.wire.said[0]
    stranger = Ed25519PrivateKey.from_private_bytes(bytes(31) + b"\1")
    for forged in (
        message.model_copy(update={"summary": other}),
        message.model_copy(update={"night": "2026-11-23"}),
        message.model_copy(update={"signature": stranger.sign(signed_part(message.summary)).hex()}),
    ):
        with pytest.raises(UnsignedSummaryError):
            AuditNight(pair.office.world)(forged)


def test_what_somebody_changes_at_head_office_shows_in_verify(pair: Pair) -> None:
    pair.audit()
    assert verify(pair.office.world) == []
    for column in ("summary", "verdict"):
        with pair.office.world.database.writer.begin() as connection:
            connection.exec_driver_sql(f"UPDATE nights SET {column} = replace({column}, '2026', '2027')")
        assert f"its {column} is not what" in verify(pair.office.world)[-1]


def test_an_answer_that_was_changed_on_its_way_is_not_kept(pair: Pair) -> None:
    pair.wire.bend = '"at":2'
    with pytest.raises(AnswerUnreadableError):
        pair.audit()
    assert pair.last() == KeptNight()


def test_a_shift_whose_rows_were_changed_is_found(pair: Pair) -> None:
    pair.close_shift()
    pair.sync()
    pair.on_till("UPDATE refund SET total_minor = total_minor - 1")
    verdict = pair.audit()
    assert verdict is not None
    [found] = verdict.findings
    assert found.kind is Difference.Z_DIFFERS
    assert found.facts["what"] == "refunds_minor"
    assert int(found.facts["till"]) == int(found.facts["office"]) - 1
    assert pair.last().equal_seq == 0, "it is looked at again"


def test_a_shift_that_was_equal_is_not_told_again(pair: Pair) -> None:
    pair.close_shift()
    pair.sync()
    pair.audit()
    pair.audit("2026-11-23")
    told = [[each.number for each in summary_in(said.summary).shifts] for said in pair.wire.said]
    assert told == [[1, 2], [2]]
    with pair.till.store.unit_of_work() as uow:
        first, second = night_in(uow.config, NIGHT), night_in(uow.config, "2026-11-23")
    assert first is not None
    assert second == pair.last()


def test_a_lot_that_differs_is_named(pair: Pair) -> None:
    def cheat() -> None:
        here = (accounts.c.wallet == WALLET, accounts.c.place == lease_at(pair.till.store.state.till))
        with pair.office.world.database.writer.begin() as connection:
            lot = connection.execute(select(accounts).where(*here, accounts.c.balance > 1)).first()
            assert lot is not None
            where = [column == getattr(lot, column.name) for column in accounts.primary_key.columns]
            connection.execute(update(accounts).where(*where).values(balance=lot.balance - 1))

    cheat()
    verdict = pair.audit()
    assert verdict is not None
    [found] = verdict.findings
    assert found.kind is Difference.LEASE_DIFFERS
    assert (found.facts["wallet"], found.facts["count"]) == (WALLET, 1)
    assert int(found.facts["till"]) == int(found.facts["office"]) + 1
    assert [bool(said.lots) for said in pair.wire.said] == [False, True], "lots are told only where they are asked for"


def test_what_was_not_pushed_is_told_and_then_is_not(pair: Pair) -> None:
    pair.till.sell(WALLET, 300, 0)
    assert pair.kinds() == [Difference.NOT_ALL_PUSHED]
    pair.sync()
    assert pair.kinds() == []


def test_a_summary_that_was_long_on_its_way_changes_nothing(pair: Pair) -> None:
    pair.audit()
    late = pair.wire.said[0]
    pair.till.sell(WALLET, 300, 0)
    pair.sync()
    pair.audit("2026-11-23")
    assert isinstance(AuditNight(pair.office.world)(late), AuditAgain)
    with pair.office.world.database.reader.begin() as connection:
        assert len(connection.execute(select(nights)).all()) == 2


def test_a_repeated_audit_is_one_night(pair: Pair) -> None:
    assert pair.kinds() == pair.kinds() == []
    with pair.office.world.database.reader.begin() as connection:
        assert len(connection.execute(select(nights)).all()) == 1


def test_a_fenced_till_hears_why(pair: Pair) -> None:
    pair.office.write_off("T01")
    assert pair.till.session.synchronise() is Outcome.FENCED
    assert pair.kinds() == [Difference.FENCED]


def test_a_till_that_sells_without_a_break_is_not_compared(pair: Pair) -> None:
    sold: list[int] = []

    def run(work: Callable[[], T], /) -> T:
        outcome = work()
        if len(sold) < 30:
            sold.append(1)
            pair.till.sell(WALLET, 300, 0)
        return outcome

    line = cast("Office", pair.wire)
    audit = NightAudit(pair.till.store, line, run, NightBooks(), TILL_KEY.sign, pair.till.clock.now_ms)
    assert audit(NIGHT) is None
    assert pair.wire.said == []
