"""Changing one's own PIN: the current one is asked for, wrong tries count, the event holds no PIN."""

import json
from collections.abc import Sequence

from app.domain.errors import Refused, Why
from app.domain.journal import Event, Kind
from tests.app.services.shop import CASHIER, Shop


def events(shop: Shop) -> Sequence[Event]:
    with shop.store.unit_of_work() as uow:
        return uow.outbox.after(0, 100)


def test_the_new_pin_signs_on_and_the_old_one_does_not(shop: Shop) -> None:
    assert shop.use.change_pin(CASHIER, "1111", "73915") == CASHIER
    assert shop.use.sign_on(CASHIER.id, "73915") == CASHIER
    assert shop.use.sign_on(CASHIER.id, "1111") == Refused(Why.PIN_WRONG, {"tries_left": 4})


def test_the_event_names_the_person_and_no_pin(shop: Shop) -> None:
    shop.use.change_pin(CASHIER, "1111", "73915")
    event = events(shop)[-1]
    assert event.kind is Kind.STAFF_CHANGED
    assert json.loads(event.payload)["body"] == {"operator": CASHIER.id, "person": CASHIER.id, "role": "cashier"}


def test_a_wrong_current_pin_counts_and_changes_nothing(shop: Shop) -> None:
    for left in (4, 3, 2, 1):
        assert shop.use.change_pin(CASHIER, "0000", "73915") == Refused(Why.PIN_WRONG, {"tries_left": left})
    assert shop.use.change_pin(CASHIER, "0000", "73915") == Refused(Why.PIN_LOCKED, {"minutes": 15})
    assert shop.use.sign_on(CASHIER.id, "1111") == Refused(Why.PIN_LOCKED, {"minutes": 15})


def test_short_or_unchanged_pins_are_refused_without_a_try(shop: Shop) -> None:
    before = len(events(shop))
    assert shop.use.change_pin(CASHIER, "1111", "123") == Refused(Why.PIN_TOO_SHORT, {"digits": 4})
    assert shop.use.change_pin(CASHIER, "1111", "12a4") == Refused(Why.PIN_TOO_SHORT, {"digits": 4})
    assert shop.use.change_pin(CASHIER, "1111", "1111") == Refused(Why.PIN_AS_BEFORE)
    assert len(events(shop)) == before
