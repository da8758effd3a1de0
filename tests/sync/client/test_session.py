"""The till's conversation: the shipped store and services at one end, the shipped office at the other."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from app.domain.ids import WalletId
from app.domain.lease import Take
from app.domain.ledger import PRINCIPAL
from sync.client.office import UnreachableError
from sync.client.session import Outcome
from sync.protocol.messages import Denied, Granted
from tests.simulation.headoffice import FORTUNE, LATE, WALLETS, HeadOffice
from tests.simulation.machine import Machine
from tests.simulation.wire import Line, Weather

WALLET = WALLETS[0]
PRINCIPAL_FORTUNE = sum(amount for unit, _, amount in FORTUNE if unit == PRINCIPAL)


class Pair:
    """A till and a head office on a sunny day."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.weather = Weather(Random(1))
        self.weather.clear_up()
        self.office = HeadOffice(folder, Random(2))
        self.till = self.machine("T01")

    def machine(self, name: str) -> Machine:
        made = Machine(self.folder / name, name, Line(self.weather, lambda: self.office.world), Random(name))
        assert self.office.enrol(name)
        return made


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = Pair(tmp_path)
    yield made
    made.till.close()
    made.office.close()


def held(machine: Machine, wallet: WalletId = WALLET) -> int:
    return sum(now for (of, unit, _), (_, now) in machine.totals().items() if (of, unit) == (wallet, PRINCIPAL))


def test_a_new_till_joins_is_lent_value_sells_and_uploads(pair: Pair) -> None:
    till = pair.till
    assert till.session.synchronise() is Outcome.DONE
    assert isinstance(till.session.ask(WALLET, PRINCIPAL, 2_000), Granted)
    assert till.leases(WALLET) == 2_000
    assert till.sell(WALLET, 500, 500) is not None
    assert till.session.push()
    state = till.session.state()
    assert (state.acked, state.asked, state.fenced) == (till.store.head.seq, (), "")


def test_head_office_gone_is_told_and_nothing_is_lost(pair: Pair) -> None:
    till = pair.till
    till.session.synchronise()
    pair.weather.drop = 100
    with pytest.raises(UnreachableError):
        till.session.ask(WALLET, PRINCIPAL, 2_000)
    pair.weather.drop = 0
    assert len(till.session.state().asked) == 1
    assert till.session.synchronise() is Outcome.DONE
    assert till.session.state().asked == ()
    assert till.leases(WALLET) == 2_000


def test_a_lost_answer_is_made_up_for_and_granted_once(pair: Pair) -> None:
    till = pair.till
    till.session.synchronise()
    pair.weather.lose_answer = 100
    with pytest.raises(UnreachableError):
        till.session.ask(WALLET, PRINCIPAL, 2_000)
    pair.weather.lose_answer = 0
    till.session.synchronise()
    till.session.synchronise()
    assert till.leases(WALLET) == 2_000


def test_a_recall_is_returned_before_head_office_has_it(pair: Pair) -> None:
    till, other = pair.till, pair.machine("T02")
    till.session.synchronise()
    other.session.synchronise()
    till.session.ask(WALLET, PRINCIPAL, PRINCIPAL_FORTUNE)
    assert isinstance(other.session.ask(WALLET, PRINCIPAL, 100), Denied)
    till.session.synchronise()
    assert held(till) == 0
    assert isinstance(other.session.ask(WALLET, PRINCIPAL, 100), Granted)
    other.close()


def test_together_two_tills_cut_off_take_no_more_than_the_card_holds(pair: Pair) -> None:
    till, other = pair.till, pair.machine("T02")
    for box, want in ((till, 5_000), (other, 9_000)):
        box.session.synchronise()
        box.session.ask(WALLET, PRINCIPAL, want)
    taken = 0
    for box in (till, other):
        while (part := min(900, box.leases(WALLET))) and box.sell(WALLET, part, part):
            taken += part
        assert box.sell(WALLET, 1, 1) is None
    assert taken <= PRINCIPAL_FORTUNE
    other.close()


def test_value_is_given_back_in_part_and_in_whole(pair: Pair) -> None:
    till = pair.till
    till.session.synchronise()
    till.session.ask(WALLET, PRINCIPAL, PRINCIPAL_FORTUNE)
    till.session.give_back([(WALLET, Take(PRINCIPAL, LATE, 1_000))], "idle")
    assert held(till) == PRINCIPAL_FORTUNE - 1_000
    assert till.session.give_everything_back("shift") == 2
    assert held(till) == 0
    assert till.session.give_everything_back("shift") == 0
    till.session.synchronise()
    assert isinstance(till.session.ask(WALLET, PRINCIPAL, PRINCIPAL_FORTUNE, PRINCIPAL_FORTUNE), Granted)


def test_after_a_restore_of_head_office_the_till_sends_again_what_was_lost(pair: Pair) -> None:
    till = pair.till
    till.session.synchronise()
    backup = pair.office.back_up()
    till.session.ask(WALLET, PRINCIPAL, 2_000)
    till.sell(WALLET, 700, 700)
    till.session.synchronise()
    before = till.session.state()
    pair.office.restore(backup)
    assert not pair.office.is_normal()
    assert till.session.synchronise() is Outcome.DONE
    after = till.session.state()
    assert after.server_epoch != before.server_epoch
    assert after.acked == till.store.head.seq
    assert pair.office.is_normal()
    assert held(till) == 1_300


def test_a_written_off_till_goes_on_uploading(pair: Pair) -> None:
    till = pair.till
    till.session.synchronise()
    till.session.ask(WALLET, PRINCIPAL, 2_000)
    pair.office.write_off("T01")
    till.sell(WALLET, 300, 300)
    assert till.session.synchronise() is Outcome.FENCED
    state = till.session.state()
    assert (state.fenced, state.acked) == ("written_off", till.store.head.seq)
    assert isinstance(till.session.ask(WALLET, PRINCIPAL, 100), Denied)


def test_a_till_put_back_from_an_image_is_fenced_and_uploads_its_branch(pair: Pair) -> None:
    till = pair.till
    till.session.synchronise()
    image = pair.folder / "image"
    till.copy_to(image)
    till.sell(WALLET, 100, 0)
    till.session.synchronise()
    till.replace_by(image)
    till.sell(WALLET, 200, 0)
    assert till.session.synchronise() is Outcome.FENCED
    assert till.session.synchronise() is Outcome.FENCED
    assert till.session.state().acked == till.store.head.seq


def test_a_copy_that_is_ahead_learns_from_its_push_that_it_is_fenced(pair: Pair) -> None:
    till = pair.till
    till.session.synchronise()
    assert isinstance(till.session.ask(WALLET, PRINCIPAL, 2_000), Granted)
    till.session.synchronise()
    till.copy_to(pair.folder / "copy")
    copy = Machine(pair.folder / "copy", "T01", Line(pair.weather, lambda: pair.office.world), Random("copy"))
    assert till.sell(WALLET, 500, 500) is not None
    assert till.session.synchronise() is Outcome.DONE
    for _ in range(3):
        assert copy.sell(WALLET, 300, 300) is not None
    # HELLO finds nothing wrong with a till that has more than head office; what it sends is another branch.
    assert copy.session.synchronise() is Outcome.FENCED
    assert copy.session.state().acked == copy.store.head.seq
    copy.close()


def test_leases_are_stale_when_head_office_was_silent_for_a_week(pair: Pair) -> None:
    till = pair.till
    assert not till.session.state().is_stale(2**50)
    till.session.synchronise()
    state = till.session.state()
    assert not state.is_stale(state.heard_at + state.soft_expiry_ms)
    assert state.is_stale(state.heard_at + state.soft_expiry_ms + 1)


def test_the_key_of_the_codes_on_phones_comes_with_hello_and_can_change(pair: Pair) -> None:
    for key in ("03" * 32, "ab" * 32):
        world = pair.office.world
        policy = world.policy.model_copy(update={"member_code_key": key})
        pair.office.world = replace(world, policy=policy)
        assert pair.till.session.synchronise() is Outcome.DONE
        assert pair.till.session.state().member_code_key == key
