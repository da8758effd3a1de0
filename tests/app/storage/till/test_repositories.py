"""Each repository against a real encrypted store."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.bookkeeping import entries_of_sale
from app.domain.catalogue import Measure, Product
from app.domain.errors import BrokenPromiseError
from app.domain.figures.till_day import till_day
from app.domain.ids import OperatorId, ProductId, SaleId, ShiftId, WalletId
from app.domain.journal import Event
from app.domain.lease import Grant, Lease
from app.domain.ledger import (
    ACCRUED,
    BONUS,
    OFFICE,
    POINTS,
    PRINCIPAL,
    REDEEMED,
    Entry,
    EntryKind,
    Lot,
    Place,
    lease_at,
    move,
)
from app.domain.programme.visits import Visits
from app.domain.shift import CashDirection, CashMovement
from app.domain.staff import Operator, PinRecord, Role
from app.ports.store import FedRow, SlipKind, SlipState
from tests.app.storage.shop import CASHIER, MERCHANT, PRODUCTS, SUPERVISOR, TILL, Shop, open_shop

WALLET = WalletId("w1")
TOP_UP = Lot("top_up")
HERE = lease_at(TILL)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with open_shop(tmp_path) as shop:
        yield shop


@pytest.fixture
def selling(shop: Shop) -> Shop:
    """A shop with an open shift and a member who owns WALLET."""
    shop.grant(WALLET)
    shop.begin_shift()
    return shop


def held(shop: Shop) -> dict[tuple[str, str], Lease]:
    """The leases of WALLET by unit and lot."""
    with shop.store.unit_of_work() as uow:
        return {(lease.unit, lease.lot.origin): lease for lease in uow.ledger.leases(WALLET)}


def post(shop: Shop, *entries: Entry) -> Event:
    """An event with these entries."""
    with shop.store.unit_of_work() as uow:
        event = uow.journal.append(shop.draft())
        uow.ledger.post(event, entries)
        uow.commit()
    return event


def spend(amount: int, target: Place = REDEEMED) -> Entry:
    """`amount` of the principal leaves the lease."""
    return move(
        EntryKind.REDEMPTION, WALLET, PRINCIPAL, [(TOP_UP, amount)], source=HERE, target=target, merchant=MERCHANT
    )


# --- ledger


def test_grants_merge_by_maximum(shop: Shop) -> None:
    for total in (50_000, 80_000, 60_000, 80_000):
        shop.grant(WALLET, principal=total)
    assert held(shop)[PRINCIPAL, "top_up"] == Lease(WALLET, PRINCIPAL, TOP_UP, granted=80_000)


def test_many_grants_in_one_event(shop: Shop) -> None:
    grants = [Grant(WalletId(f"w{number}"), POINTS, Lot("sale"), number) for number in range(1_234)]
    with shop.store.unit_of_work() as uow:
        uow.ledger.grant(uow.journal.append(shop.draft()), grants)
        uow.commit()
    with shop.store.unit_of_work() as uow:
        assert [lease.granted for lease in uow.ledger.leases(WalletId("w1233"))] == [1_233]
        assert uow.ledger.leases(WalletId("nobody")) == ()


def test_posting_moves_the_lease(shop: Shop) -> None:
    shop.grant(WALLET)
    post(shop, spend(700))
    post(shop, spend(300))
    credit = move(EntryKind.ACCRUAL, WALLET, POINTS, [(Lot("new"), 9)], source=ACCRUED, target=HERE, merchant=MERCHANT)
    post(shop, credit)
    assert held(shop)[PRINCIPAL, "top_up"] == Lease(WALLET, PRINCIPAL, TOP_UP, granted=50_000, spent=1_000)
    assert held(shop)[POINTS, "new"] == Lease(WALLET, POINTS, Lot("new"), credited=9)


def test_what_goes_back_to_head_office_is_returned_not_spent(shop: Shop) -> None:
    shop.grant(WALLET)
    post(shop, spend(50_000, target=OFFICE))
    assert held(shop)[PRINCIPAL, "top_up"] == Lease(WALLET, PRINCIPAL, TOP_UP, granted=50_000, returned=50_000)


def test_never_more_than_the_till_holds(shop: Shop) -> None:
    shop.grant(WALLET)
    head = shop.store.head
    with pytest.raises(BrokenPromiseError):
        post(shop, spend(50_001))
    with pytest.raises(BrokenPromiseError):
        post(shop, spend(30_000), spend(20_001))
    assert shop.store.head == head
    assert held(shop)[PRINCIPAL, "top_up"].held == 50_000


def test_a_refused_posting_leaves_nothing_behind_even_if_the_work_goes_on(shop: Shop) -> None:
    shop.grant(WALLET)
    with shop.store.unit_of_work() as uow:
        event = uow.journal.append(shop.draft())
        with pytest.raises(BrokenPromiseError):
            uow.ledger.post(event, [spend(30_000), spend(20_001)])
        uow.ledger.post(event, [spend(1)])
        uow.commit()
    assert held(shop)[PRINCIPAL, "top_up"].spent == 1


def test_the_database_refuses_it_too(shop: Shop) -> None:
    shop.grant(WALLET)
    for change in ("spent = 50001", "granted = -1", "credited = -5"):
        with pytest.raises(Exception, match=r"CHECK constraint|never falls"):
            shop.store._connection._raw.execute(f"UPDATE lease SET {change} WHERE unit = 'principal'")


def test_entries_balance(shop: Shop) -> None:
    shop.grant(WALLET)
    good = spend(100)
    lame = Entry(EntryKind.REDEMPTION, (good.postings[0], good.postings[1]._replace(amount=99)))
    for wrong in (lame, Entry(EntryKind.REDEMPTION, (good.postings[0]._replace(amount=0),))):
        with pytest.raises(BrokenPromiseError, match="balance"):
            post(shop, wrong)


def test_what_this_till_moved_since_an_event(shop: Shop) -> None:
    first = shop.grant(WALLET)
    second = post(shop, spend(700))
    post(shop, spend(50))
    with shop.store.unit_of_work() as uow:
        assert uow.ledger.moved_since(WALLET, 0) == {PRINCIPAL: -750}
        assert uow.ledger.moved_since(WALLET, first.seq) == {PRINCIPAL: -750}
        assert uow.ledger.moved_since(WALLET, second.seq) == {PRINCIPAL: -50}
        assert uow.ledger.moved_since(WALLET, 999) == {}
        assert uow.ledger.moved_since(WalletId("nobody"), 0) == {}


# --- sales

WRONG = ("", "T01-1-000009", "T02-1-000001", "T01-2-000001", "T01-1-x", "nonsense", "-", "1-1")
HUGE = f"T01-1-{2**63}"


def test_a_sale_comes_back_as_it_was_posted(selling: Shop) -> None:
    sale = selling.sell(*PRODUCTS[:3], member=selling.member(WALLET), from_card=900)
    with selling.store.unit_of_work() as uow:
        assert uow.sales.sale(sale.id) == sale
        assert uow.sales.find(sale.origin.receipt_number) == sale.id
        assert uow.sales.sale(SaleId("nobody")) is None
        assert uow.sales.refunds_of(sale.id) == []
        for wrong in (*WRONG, HUGE, f"T01-{HUGE}"):
            assert uow.sales.find(wrong) is None, wrong
        assert uow.state().last_receipt == 1
        assert uow.state().perpetual_minor == sale.total_minor


def test_stored_value_pays_and_points_are_credited(selling: Shop) -> None:
    sale = selling.sell(*PRODUCTS[:3], member=selling.member(WALLET), from_card=900)
    assert sum(lease.spent for (unit, _), lease in held(selling).items() if unit in {PRINCIPAL, BONUS}) == 900
    assert sum(lease.credited for (unit, _), lease in held(selling).items() if unit == POINTS) == sale.points > 0


def test_a_refund_comes_back_and_uses_the_sale_up(selling: Shop) -> None:
    sale = selling.sell(*PRODUCTS[:2], member=selling.member(WALLET), from_card=500)
    first, second = selling.refund(sale, n1=400), selling.refund(sale, n1=600, n2=1_000)
    with selling.store.unit_of_work() as uow:
        assert uow.sales.refund(first.id) == first
        assert uow.sales.refund(SaleId("nobody")) is None
        assert list(uow.sales.refunds_of(sale.id)) == [first, second]
        assert [summary.refunded_minor for summary in uow.sales.recent(9)] == [sale.total_minor]
        assert uow.state().perpetual_minor == 0
        assert uow.state().last_receipt == 3
    assert held(selling)[PRINCIPAL, "top_up"].held + held(selling)[BONUS, "top_up"].held == 55_000


def test_more_than_was_sold_cannot_go_back(selling: Shop) -> None:
    sale = selling.sell(PRODUCTS[0])
    refund = selling.refund(sale)
    again = replace(refund, id=SaleId("again"), origin=replace(refund.origin, receipt=3))
    for wrong in (again, replace(again, sale=SaleId("nobody"))):
        with pytest.raises(BrokenPromiseError), selling.store.unit_of_work() as uow:
            uow.sales.record_refund(uow.journal.append(selling.draft()), wrong)
    assert selling.store.state.last_receipt == 2


def test_receipt_numbers_have_no_gap(selling: Shop) -> None:
    sale = selling.sell(PRODUCTS[0])
    for receipt in (1, 3):
        later = replace(sale, id=SaleId("later"), origin=replace(sale.origin, receipt=receipt))
        with pytest.raises(BrokenPromiseError, match="receipt"), selling.store.unit_of_work() as uow:
            uow.sales.record_sale(uow.journal.append(selling.draft()), later)


def test_recent_sales_newest_first(selling: Shop) -> None:
    member = selling.member(WALLET)
    first, second = selling.sell(*PRODUCTS[:3], member=member), selling.sell(PRODUCTS[0])
    with selling.store.unit_of_work() as uow:
        assert [summary.id for summary in uow.sales.recent(9)] == [second.id, first.id]
        assert [summary.id for summary in uow.sales.recent(1)] == [second.id]
        (summary,) = uow.sales.recent_of(WALLET, 9)
    assert (summary.id, summary.member, summary.line_count) == (first.id, f"m-{WALLET}", 3)
    assert (summary.receipt_number, summary.total_minor) == (first.origin.receipt_number, first.total_minor)


def test_what_a_wallet_spent_since_an_event(selling: Shop) -> None:
    member = selling.member(WALLET)
    first = selling.sell(*PRODUCTS[:2], member=member)
    seq = selling.store.head.seq
    second = selling.sell(*PRODUCTS[2:5], member=member)
    refund = selling.refund(second)
    selling.sell(PRODUCTS[0])
    with selling.store.unit_of_work() as uow:
        [visit] = uow.sales.visits_since(WALLET, seq).visits
        assert (visit.total_minor, visit.refunded_minor) == (second.total_minor, refund.total_minor)
        assert len(uow.sales.visits_since(WALLET, 0).visits) == 2
    seq = selling.store.head.seq
    back = selling.refund(first)
    with selling.store.unit_of_work() as uow:
        assert uow.sales.visits_since(WALLET, seq) == Visits((), back.total_minor)


def test_the_rows_of_a_shift_add_up_to_its_figures(selling: Shop) -> None:
    with selling.store.unit_of_work() as uow:
        first_shift = uow.shifts.current()
    assert first_shift is not None
    sales = [selling.sell(*PRODUCTS[:3], member=selling.member(WALLET), from_card=900), selling.sell(PRODUCTS[5])]
    refund = selling.refund(sales[0], n2=1_000)
    selling.close_shift(SUPERVISOR, 0)
    second_shift = selling.begin_shift()
    selling.sell(PRODUCTS[1])
    with selling.store.unit_of_work() as uow:
        rows = uow.sales.rows_of_shift(first_shift.id)
        assert [row.receipt for row in rows] == [1, 2, 3]
        assert [row.receipt for row in uow.sales.rows_of_shift(second_shift.id)] == [4]
        assert uow.sales.rows_of_shift(ShiftId("none")) == []
    figures = till_day(rows, float_minor=0, cash_moves_minor=(), drawer_openings=0, perpetual_minor=0)
    assert figures.sales_minor == sum(sale.total_minor for sale in sales)
    assert figures.refunds_minor == refund.total_minor
    assert figures.saving_minor == sum(sale.saving_minor for sale in sales)
    assert sum(figures.tenders.values()) == figures.net_minor
    assert sum(gross for gross, _ in figures.taxes.values()) == figures.net_minor
    assert rows[0].taxes == ((1_300, sales[0].total_minor, sum(line.tax_minor for line in sales[0].lines)),)


# --- the drawer


def test_one_shift_at_a_time(shop: Shop) -> None:
    with shop.store.unit_of_work() as uow:
        assert uow.shifts.current() is None
    shift = shop.begin_shift()
    with shop.store.unit_of_work() as uow:
        assert uow.shifts.current() == shift
        assert uow.shifts.closed(shift.id) is None
    for number in (1, 2, 3):
        other = replace(shift, id=ShiftId("other"), number=number)
        with pytest.raises(BrokenPromiseError), shop.store.unit_of_work() as uow:
            uow.shifts.open(uow.journal.append(shop.draft()), other)


def test_a_closed_shift(shop: Shop) -> None:
    shift = shop.begin_shift()
    outcome = shop.close_shift(SUPERVISOR, 19_000)
    assert isinstance(outcome, tuple)
    with shop.store.unit_of_work() as uow:
        assert uow.shifts.current() is None
        assert uow.shifts.closed(shift.id) == outcome[0]
        assert outcome[0].shift == shift
        with pytest.raises(BrokenPromiseError):
            uow.shifts.close(uow.journal.append(shop.draft()), outcome[0])
    assert shop.begin_shift().number == 2


def test_cash_moved_and_the_drawer_opened(shop: Shop) -> None:
    shift = shop.begin_shift()
    shop.pay_in(5_000)
    shop.pay_in(70)
    shop.open_drawer()
    with shop.store.unit_of_work() as uow:
        assert list(uow.shifts.movements(shift.id)) == [
            CashMovement(CashDirection.PAID_IN, 5_000, CASHIER.id, "零钱"),
            CashMovement(CashDirection.PAID_IN, 70, CASHIER.id, "零钱"),
        ]
        assert uow.shifts.drawer_openings(shift.id) == 1
        assert uow.shifts.drawer_openings(ShiftId("none")) == 0
        with pytest.raises(BrokenPromiseError):
            uow.shifts.count_drawer_opening(ShiftId("none"))


# --- staff


def test_staff_come_back_and_wrong_tries_survive_a_restart(tmp_path: Path) -> None:
    record = PinRecord(SUPERVISOR, "$argon2id$x")
    with open_shop(tmp_path) as shop, shop.store.unit_of_work() as uow:
        uow.staff.put(record)
        uow.staff.put(PinRecord(CASHIER, "$argon2id$y"))
        uow.staff.save_tries(SUPERVISOR.id, 4, 1_000)
        uow.commit()
    with open_shop(tmp_path) as shop, shop.store.unit_of_work() as uow:
        assert uow.staff.pin_record(SUPERVISOR.id) == replace(record, failures=4, locked_until=1_000)
        assert list(uow.staff.operators()) == sorted([SUPERVISOR, CASHIER], key=lambda person: person.name)
        assert uow.staff.operator(CASHIER.id) == CASHIER
        assert uow.staff.operator(OperatorId("nobody")) is None
        assert uow.staff.pin_record(OperatorId("nobody")) is None
        changed = Operator(CASHIER.id, "陈", Role.SUPERVISOR)
        uow.staff.put(PinRecord(changed, "$argon2id$z"))
        assert uow.staff.operator(CASHIER.id) == changed


# --- products

MILK = Product(
    ProductId("p1"), "纯牛奶 250ml", 350, gtin="6901234567892", initials="cnn", quick_key=True, category="dairy"
)
RICE = Product(ProductId("p2"), "五常大米", 5_990, gtin="6909876543210", initials="wcdm", member_price_minor=5_500)
APPLE = Product(
    ProductId("p3"), "苹果", 1_280, measure=Measure.KILOGRAM, plu="00042", initials="pg", quick_key=True,
    tax_rate_basis_points=900,
)  # fmt: skip
GONE = Product(ProductId("p4"), "旧牛奶", 100, gtin="6900000000001", initials="jnn", quick_key=True, for_sale=False)
PERCENT = Product(ProductId("p5"), "100%果汁", 700, initials="gz")


@pytest.fixture
def catalogue(shop: Shop) -> Shop:
    with shop.store.unit_of_work() as uow:
        assert uow.products.version() == 0
        uow.products.replace_all([APPLE, MILK, RICE, GONE, PERCENT], 7)
        uow.commit()
    return shop


def test_products_come_back_by_their_codes(catalogue: Shop) -> None:
    with catalogue.store.unit_of_work() as uow:
        products = uow.products
        assert products.version() == 7
        assert products.by_gtin("6901234567892") == MILK
        assert products.by_plu("00042") == APPLE
        assert products.by_id(ProductId("p2")) == RICE
        assert products.by_gtin("6900000000001") == GONE
        for found in (products.by_gtin(""), products.by_plu(""), products.by_gtin("1"), products.by_id(ProductId("x"))):
            assert found is None
        assert list(products.quick_keys()) == [APPLE, MILK]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("牛奶", [MILK]), ("大米", [RICE]), ("五常", [RICE]), ("cnn", [MILK]), ("WCD", [RICE]), ("69", [MILK, RICE]),
        ("69012", [MILK]), ("00042", [APPLE]), ("p", [APPLE]), ("%", [PERCENT]), ("_", []), ("250ML", [MILK]),
        ("", []), ("  ", []), ("苹果汁", []), ("牛" * 20_000, []),
    ],
)  # fmt: skip
def test_products_are_found_by_what_is_typed(catalogue: Shop, typed: str, found: list[Product]) -> None:
    with catalogue.store.unit_of_work() as uow:
        assert sorted(product.id for product in uow.products.search(typed, 20)) == sorted(item.id for item in found)


def test_a_search_says_the_likeliest_first_and_not_too_many(catalogue: Shop) -> None:
    goods = [
        Product(ProductId(f"n{number}"), name, 100, initials=initials)
        for number, (name, initials) in enumerate([("大奶糖", "dnt"), ("奶糖", "nt"), ("奶茶", "nc")])
    ]
    with catalogue.store.unit_of_work() as uow:
        uow.products.replace_all(goods, 8)
        assert [product.name for product in uow.products.search("奶", 20)] == ["奶糖", "奶茶", "大奶糖"]
        assert len(uow.products.search("奶", 2)) == 2


def test_a_new_catalogue_takes_the_place_of_the_old(catalogue: Shop) -> None:
    with catalogue.store.unit_of_work() as uow:
        uow.products.replace_all([RICE], 8)
        uow.commit()
    with catalogue.store.unit_of_work() as uow:
        assert (uow.products.version(), uow.products.by_id(MILK.id), uow.products.by_id(RICE.id)) == (8, None, RICE)


def test_no_code_twice_in_a_catalogue(shop: Shop) -> None:
    with pytest.raises(BrokenPromiseError), shop.store.unit_of_work() as uow:
        uow.products.replace_all([MILK, replace(RICE, gtin=MILK.gtin)], 1)


def test_goods_that_change_take_codes_from_each_other_in_whatever_order(catalogue: Shop) -> None:
    swapped = [replace(MILK, gtin=RICE.gtin), replace(RICE, gtin=MILK.gtin, price_minor=1)]
    new = [replace(PERCENT, gtin=GONE.gtin), replace(APPLE, id=ProductId("p6"), gtin=GONE.gtin, quick_key=False)]
    with catalogue.store.unit_of_work() as uow:
        uow.products.put([])
        uow.products.put([*swapped, *new])
        uow.commit()
    with catalogue.store.unit_of_work() as uow:
        products = uow.products
        assert [products.by_id(item.id) for item in swapped] == swapped
        assert products.by_id(GONE.id) == replace(GONE, gtin="")
        assert products.by_id(PERCENT.id) == PERCENT, "of two that come with a code the later one has it"
        assert products.by_gtin(GONE.gtin) == new[1] == products.by_plu(APPLE.plu)
        assert list(products.quick_keys()) == [replace(APPLE, plu=""), swapped[0]], "each stays in its place"


def test_rows_of_head_office_are_kept_and_found_by_name(shop: Shop) -> None:
    with shop.store.unit_of_work() as uow:
        uow.fed.put("catalogue", {"A": FedRow(1, "a"), "B": FedRow(2, "b")})
        uow.fed.put("staff", {"A": FedRow(1, "other")})
        uow.fed.put("catalogue", {"B": FedRow(3, "c")})
        assert uow.fed.named("catalogue", ["B", "A", "no", '"']) == {"A": FedRow(1, "a"), "B": FedRow(3, "c")}
        assert uow.fed.named("catalogue", []) == {}


# --- work at hand


def test_slips_wait_in_their_order_and_survive_a_restart(tmp_path: Path) -> None:
    with open_shop(tmp_path) as shop, shop.store.unit_of_work() as uow:
        assert uow.spool.next() is None
        first = uow.spool.add(SlipKind.SALE, "sale1", kick_drawer=True)
        second = uow.spool.add(SlipKind.X_REPORT, "shift1", is_reprint=True, content={"总额": 1})
        uow.spool.mark(first, SlipState.BEGUN)
        uow.commit()
    with open_shop(tmp_path) as shop, shop.store.unit_of_work() as uow:
        slip = uow.spool.next()
        assert slip is not None
        assert (slip.id, slip.kind, slip.state, slip.attempts) == (first, SlipKind.SALE, SlipState.BEGUN, 1)
        assert (slip.kick_drawer, slip.is_reprint, slip.content) == (True, False, None)
        assert [waiting.id for waiting in uow.spool.waiting()] == [first, second]
        uow.spool.mark(first, SlipState.PRINTED)
        slip = uow.spool.next()
        assert slip is not None
        assert (slip.id, slip.is_reprint, slip.content, slip.attempts) == (second, True, {"总额": 1}, 0)
        uow.spool.mark(second, SlipState.DROPPED)
        assert uow.spool.next() is None
        assert uow.spool.add(SlipKind.TEST, "") > second


def test_held_baskets_are_taken_out_once(shop: Shop) -> None:
    with shop.store.unit_of_work() as uow:
        first = uow.held.hold("红衣女士", 1_000, CASHIER.id, {"lines": [["p1", 1_000]]})
        second = uow.held.hold("", 2_000, CASHIER.id, {})
        assert [basket.id for basket in uow.held.all()] == [first, second]
        taken = uow.held.take(first)
        assert taken is not None
        assert (taken.label, taken.held_at, taken.operator) == ("红衣女士", 1_000, CASHIER.id)
        assert taken.content == {"lines": [["p1", 1_000]]}
        assert uow.held.take(first) is None
        assert [basket.id for basket in uow.held.all()] == [second]


def test_texts_with_names(shop: Shop) -> None:
    with shop.store.unit_of_work() as uow:
        assert uow.config.get("shop.name") is None
        uow.config.put("shop.name", "小店")
        uow.config.put("shop.name", "大店")
        assert uow.config.get("shop.name") == "大店"


def test_a_sale_without_a_member_posts_nothing(selling: Shop) -> None:
    sale = selling.sell(PRODUCTS[0])
    assert entries_of_sale(sale, MERCHANT) == ()
    assert selling.store._connection._raw.execute("SELECT count(*) FROM posting").fetchone() == (0,)
