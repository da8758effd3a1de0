"""PINs: five wrong ones lock for a quarter of an hour, whatever is tried meanwhile."""

from app.domain.errors import Refused, Why
from app.domain.journal import Kind
from app.domain.staff import Approval, Permission
from tests.app.services.shop import AUDITOR, CASHIER, MANAGER, SUPERVISOR, Shop


def test_the_right_pin_signs_on(shop: Shop) -> None:
    assert shop.use.sign_on(CASHIER.id, "1111") == CASHIER
    assert {operator.id for operator in shop.use.sign_on.operators()} == {
        person.id for person in (CASHIER, SUPERVISOR, MANAGER, AUDITOR)
    }


def test_five_wrong_pins_lock_even_across_a_restart(shop: Shop) -> None:
    for left in (4, 3, 2, 1):
        assert shop.use.sign_on(CASHIER.id, "0000") == Refused(Why.PIN_WRONG, {"tries_left": left})
    assert shop.use.sign_on(CASHIER.id, "0000") == Refused(Why.PIN_LOCKED, {"minutes": 15})
    shop.reopen()
    assert shop.use.sign_on(CASHIER.id, "1111") == Refused(Why.PIN_LOCKED, {"minutes": 15})
    shop.clock.pass_ms(15 * 60_000)
    assert shop.use.sign_on(CASHIER.id, "1111") == CASHIER


def test_a_lock_set_under_a_clock_that_ran_ahead_does_not_hold_for_years(shop: Shop) -> None:
    ten_years_ms = 10 * 365 * 86_400_000
    shop.clock.wall += ten_years_ms
    shop.reopen()
    for _ in range(5):
        shop.use.sign_on(CASHIER.id, "0000")
    shop.clock.wall -= ten_years_ms
    assert shop.use.confirm_clock(MANAGER) is None
    assert shop.use.sign_on(CASHIER.id, "1111") == CASHIER


def test_setting_the_clock_back_does_not_unlock_and_a_good_pin_forgets_wrong_ones(shop: Shop) -> None:
    for _ in range(4):
        shop.use.sign_on(CASHIER.id, "0000")
    assert shop.use.sign_on(CASHIER.id, "1111") == CASHIER
    assert shop.use.sign_on(CASHIER.id, "0000") == Refused(Why.PIN_WRONG, {"tries_left": 4})


def test_an_override_names_both_people_and_the_reason(shop: Shop) -> None:
    asked = (Permission.PRICE_OVERRIDE, SUPERVISOR.id)
    assert isinstance(shop.use.approve(CASHIER, *asked, "0000", "临期"), Refused)
    approval = shop.use.approve(CASHIER, *asked, "2222", "临期")
    assert approval == Approval(Permission.PRICE_OVERRIDE, CASHIER.id, SUPERVISOR.id, "临期")
    refused = shop.use.approve(CASHIER, Permission.CONFIRM_CLOCK, SUPERVISOR.id, "2222", "x")
    assert refused == Refused(Why.NOT_PERMITTED, {"permission": "confirm_clock"})
    with shop.store.unit_of_work() as uow:
        assert uow.journal.head().seq >= 3
    assert Kind.OVERRIDE in _kinds(shop)


def _kinds(shop: Shop) -> list[str]:
    from app.storage.sqlcipher import connect_raw

    connection = connect_raw(shop.store.path, shop.key.for_till_db())
    try:
        return [row[0] for row in connection.execute("SELECT kind FROM event ORDER BY pos")]
    finally:
        connection.close()
