"""A day of trade: plausible, the same for the same seed, and in order to the last cent."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.demo.day import DayOfTrade, DayWentWrongError
from app.domain.sale.facts import Sale
from tests.app.cli.demo.demo_till import TODAY, DemoTill, build, opened

SALES = 150


@pytest.fixture(scope="module")
def till(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoTill]:
    place = tmp_path_factory.mktemp("demo") / "shop"
    build(place)
    with opened(place) as opened_till:
        yield opened_till


@pytest.fixture(scope="module")
def day(till: DemoTill) -> DayOfTrade:
    return till.trade(SALES)


def essence(sale: Sale) -> tuple[object, ...]:
    lines = [(line.product, line.quantity_milli, line.net_minor) for line in sale.lines]
    return (sale.origin.at, lines, [(tender.kind, tender.amount_minor) for tender in sale.tenders], sale.points)


def test_there_are_as_many_sales_as_asked_for_and_receipts_have_no_gap(day: DayOfTrade) -> None:
    assert len(day.sales) == SALES
    numbers = sorted([sale.origin.receipt for sale in day.sales] + [back.origin.receipt for back in day.refunds])
    assert numbers == list(range(1, SALES + len(day.refunds) + 1))


def test_they_are_sold_in_order_between_opening_and_closing(till: DemoTill, day: DayOfTrade) -> None:
    times = [till.clock.local_time(sale.origin.at) for sale in day.sales]
    assert times == sorted(times)
    assert f"{TODAY} 08:00:00" <= times[0] < times[-1] <= f"{TODAY} 21:30:00"
    assert {sale.origin.business_date for sale in day.sales} == {TODAY}


def test_members_and_strangers_pay_in_every_way(day: DayOfTrade) -> None:
    assert 0.3 < sum(sale.member is not None for sale in day.sales) / SALES < 0.8
    kinds = Counter(tender.kind for sale in day.sales for tender in sale.tenders)
    assert set(kinds) == {"stored_value", "cash", "wechat", "alipay", "bank_card"}
    assert any(len(sale.tenders) > 1 for sale in day.sales)


def test_something_is_refunded(day: DayOfTrade) -> None:
    assert 0 < len(day.refunds) < SALES // 10
    assert {refund.sale for refund in day.refunds} <= {sale.id for sale in day.sales}


def test_the_drawer_is_counted_and_nearly_right(day: DayOfTrade) -> None:
    cash = sum(t.amount_minor for sale in day.sales for t in sale.tenders if t.kind == "cash")
    back = sum(t.amount_minor for refund in day.refunds for t in refund.tenders if t.kind == "cash")
    taken = 50_000 + cash - back - day.closed.expected_minor
    assert taken % 100_000 == 0
    assert abs(day.closed.over_short_minor) <= 1_000


def test_no_slip_is_left_waiting_and_no_shift_open(till: DemoTill, day: DayOfTrade) -> None:
    assert till.use_cases.print_slips.waiting() == []
    assert till.use_cases.open_shift.current() is None
    assert day.closed.shift.number == 1


def test_the_same_seed_trades_the_same_day(tmp_path: Path, day: DayOfTrade) -> None:
    build(tmp_path / "shop")
    with opened(tmp_path / "shop") as other:
        again = other.trade(SALES)
    assert [essence(sale) for sale in again.sales] == [essence(sale) for sale in day.sales]


def test_a_day_follows_a_day(till: DemoTill, day: DayOfTrade) -> None:
    following = till.trade(10, "2026-11-23")
    assert following.closed.shift.number == day.closed.shift.number + 1
    assert {sale.origin.business_date for sale in following.sales} == {"2026-11-23"}
    assert not till.store.state.leases_frozen


def test_a_refusal_is_not_passed_over(tmp_path: Path) -> None:
    build(tmp_path / "shop")
    with opened(tmp_path / "shop") as other:
        with other.store.unit_of_work() as uow:
            uow.products.replace_all((), 2)
            uow.commit()
        with pytest.raises(DayWentWrongError, match="no product of this shop"):
            other.trade(3)
