"""Leases given back when idle, rested when head office was silent, and a clock that head office confirms."""

import pytest

from app.domain.errors import Refused, Why
from app.domain.journal import Kind
from app.domain.ledger import POINTS, PRINCIPAL
from app.domain.member import MemberView
from app.ports.store import Config
from app.services.confirm_clock import HEAD_OFFICE
from app.services.find_idle_leases import FindIdleLeases
from app.services.view_member import ViewMember
from tests.app.services.shop import LI, ZHANG, ZHANG_CARD, Shop

DAY_MS = 24 * 60 * 60 * 1000


def test_what_nobody_used_for_a_week_is_found_and_nothing_younger(open_shop: Shop) -> None:
    find = FindIdleLeases(open_shop.store, open_shop.use.confirm_clock.recorder)
    assert find(7) == ()
    open_shop.clock.pass_ms(4 * DAY_MS)
    assert not isinstance(open_shop.sell(card=ZHANG_CARD), Refused)
    assert find(7) == ()
    open_shop.clock.pass_ms(4 * DAY_MS)
    assert {lease.wallet for lease in find(7)} == {LI}
    open_shop.clock.pass_ms(4 * DAY_MS)
    assert ZHANG in {lease.wallet for lease in find(7)}


def test_what_is_lent_is_summed_by_unit(shop: Shop) -> None:
    with shop.store.unit_of_work() as uow:
        lent = {each.unit: each.amount for each in uow.ledger.lent()}
        held = [lease for wallet in (ZHANG, LI) for lease in uow.ledger.leases(wallet)]
    assert lent[PRINCIPAL] == sum(lease.held for lease in held if lease.unit == PRINCIPAL)


@pytest.mark.parametrize("why", [Why.VALUE_FROZEN_BY_SILENCE, Why.VALUE_FROZEN_BY_OFFICE])
def test_while_value_rests_the_cashier_sees_that_it_is_there_and_not_usable(shop: Shop, why: Why) -> None:
    def guard(config: Config, now_ms: int) -> Why | None:
        return why

    card = shop.swipe().card
    assert card is not None
    resting = ViewMember(shop.store, shop.directory, shop.use.confirm_clock.recorder, guard)
    view = resting.by_card(card.number)
    assert isinstance(view, MemberView)
    for unit in (PRINCIPAL, POINTS):
        assert view.usable(unit) == 0
        assert view.total(unit) == shop.swipe().total(unit) > 0


@pytest.mark.parametrize(("off_by_ms", "is_confirmed"), [(1_000, True), (10 * 60 * 1000, False)])
def test_head_offices_time_confirms_a_clock_that_is_right(shop: Shop, off_by_ms: int, is_confirmed: bool) -> None:
    shop.clock.wall += 3 * DAY_MS  # it jumps ahead: nobody knows yet whether it is right now
    assert shop.use.confirm_clock.in_doubt()
    assert shop.use.confirm_clock.by_head_office(shop.clock.now_ms() - off_by_ms) is is_confirmed
    assert shop.use.confirm_clock.in_doubt() is not is_confirmed
    with shop.store.unit_of_work() as uow:
        last = uow.outbox.after(uow.journal.head().seq - 1, 1)[0]
    assert (last.kind is Kind.CLOCK_CONFIRMED) is is_confirmed
    if is_confirmed:
        assert last.body()["operator"] == HEAD_OFFICE
