"""Clocks decide nothing: a till or a head office that believes it is 1970 or 2099 loses no event and no cent."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from app.domain.ids import TillId
from app.domain.ledger import PRINCIPAL
from app.services.confirm_clock import ConfirmClock
from sync.client.session import Outcome, Session
from sync.office.storage.engines import open_sqlite
from sync.protocol.messages import Granted
from tests.simulation.headoffice import WALLETS
from tests.simulation.machine import Machine
from tests.simulation.wire import Line, Weather
from tests.sync.office.conftest import KEY
from tests.sync.office.desk import Desk
from tests.sync.office.web.running import Running, running
from tests.sync.protocol.chains import Chain

WALLET = WALLETS[0]
IN_1970, IN_2099 = 0, 4_070_908_800_000
RIGHT = 1_764_000_000_000


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Running]:
    desk = Desk(open_sqlite(tmp_path / "office.db", KEY))
    desk.give(10_000, wallet=WALLET)
    with running(desk, tmp_path) as served:
        yield served
    desk.check()
    assert desk.rules_broken() == []
    desk.database.close()


class Till:
    """The simulation's till with a real line."""

    def __init__(self, office: Running, folder: Path) -> None:
        line = Line(Weather(Random(1)), lambda: office.desk.world)
        self.machine = Machine(folder, "T01", line, Random(1))
        self.transport = office.enrolled(Chain(TillId("T01")))
        self.session = Session(self.machine.store, self.machine.session.recorder, self.transport, lambda work: work())

    def ask(self, amount: int) -> bool:
        return isinstance(self.session.ask(WALLET, PRINCIPAL, amount), Granted)


@pytest.fixture
def till(office: Running, tmp_path: Path) -> Iterator[Till]:
    made = Till(office, tmp_path / "till")
    assert made.session.synchronise() is Outcome.DONE
    yield made
    made.transport.close()
    made.machine.close()


@pytest.mark.parametrize("wall", [IN_1970, IN_2099])
def test_a_till_with_a_wrong_clock_uploads_is_lent_value_and_sells_for_cash(
    office: Running, till: Till, wall: int
) -> None:
    assert till.ask(2_000)
    machine = till.machine
    machine.clock.wall = wall
    assert machine.sell(WALLET, 500, 500) is None  # stored value rests while the clock is in doubt
    assert machine.sell(WALLET, 500, 0) is not None
    assert till.session.synchronise() is Outcome.DONE
    assert till.ask(1_000)
    assert till.session.push()
    assert till.session.state().acked == machine.store.head.seq
    # The clock is set right, and head office's time says that it is.
    confirm = ConfirmClock(machine.store, machine.post_sale.recorder)
    assert not confirm.by_head_office(office.desk.clock.now)
    machine.clock.wall = office.desk.clock.now
    assert confirm.by_head_office(office.desk.clock.now)
    assert machine.sell(WALLET, 500, 500) is not None
    assert till.session.synchronise() is Outcome.DONE


@pytest.mark.parametrize("wall", [IN_1970, IN_2099])
def test_a_till_that_is_switched_on_in_another_year_loses_nothing(office: Running, till: Till, wall: int) -> None:
    assert till.ask(2_000)
    machine = till.machine
    machine.clock.wall = wall
    machine.reopen()
    session = Session(machine.store, machine.session.recorder, till.transport, lambda work: work())
    assert machine.sell(WALLET, 700, 0) is not None
    assert session.synchronise() is Outcome.DONE
    assert isinstance(session.ask(WALLET, PRINCIPAL, 1_000), Granted)
    assert session.push()
    assert session.state().acked == machine.store.head.seq


@pytest.mark.parametrize("now", [IN_1970, IN_2099])
def test_a_head_office_with_a_wrong_clock_still_takes_everything(office: Running, till: Till, now: int) -> None:
    assert till.ask(2_000)
    assert till.machine.sell(WALLET, 500, 500) is not None
    # The nonce the till has is of another time: it is told a new one and signs again.
    office.desk.clock.now = now
    assert till.session.synchronise() is Outcome.DONE
    assert till.machine.sell(WALLET, 300, 300) is not None
    office.desk.clock.now = RIGHT
    assert till.session.synchronise() is Outcome.DONE
    assert till.session.state().acked == till.machine.store.head.seq
    assert till.ask(100)
    office.enrolled(Chain(TillId("T02"))).close()
