"""A sale and its refunds: books balance, and what goes back is exactly what was paid."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.bookkeeping import entries_of_body, entries_of_refund, entries_of_sale, sale_event_body
from app.domain.errors import Refused, Why
from app.domain.ids import MerchantId, SaleId
from app.domain.lease import Lease, after_posting
from app.domain.ledger import BONUS, POINTS, POINTS_DEBT, PRINCIPAL, imbalance, is_members
from app.domain.sale.body import refund_from_body, refund_to_body, sale_from_body, sale_to_body
from app.domain.sale.facts import Refund, Sale
from app.domain.sale.refund import DEBT_LOT, build_refund, refundable
from tests.app.domain.builders import (
    WALLET,
    approval,
    basket_of,
    cash,
    leases,
    member_view,
    origin,
    priced,
    product,
    sale_of,
    stored_value,
)

SHOP = MerchantId("xiaoman")


def card_and_cash_sale(total_minor: int = 20_000, from_card: int = 12_000) -> Sale:
    """Two lines, paid from the card and with cash."""
    first = total_minor // 3
    basket = basket_of(product(1, first), product(2, total_minor - first), member=member_view())
    result = priced(basket)
    from_card = min(from_card, result.total_minor)
    rest = result.total_minor - from_card
    return sale_of(result, stored_value(from_card), *([cash(rest + 500)] if rest else []))


def refund(sale: Sale, earlier: list[Refund], quantities: dict[int, int], held: tuple[Lease, ...]) -> Refund | Refused:
    """A refund of `quantities` after `earlier` ones."""
    return build_refund(
        replace(refundable(sale, earlier), leases=held),
        quantities,
        refund_id=SaleId(f"refund{len(earlier)}"),
        origin=origin(2 + len(earlier)),
        approval=approval(),
    )


def test_a_sale_moves_value_out_and_points_in() -> None:
    sale = card_and_cash_sale()
    entries = entries_of_sale(sale, SHOP)
    assert not any(imbalance(entry) for entry in entries)
    moved = {(p.unit, is_members(p.place)): p.amount for entry in entries for p in entry.postings}
    assert moved[PRINCIPAL, True] == -12_000
    assert moved[POINTS, True] == sale.points == 175
    assert sale.change_minor == 500


@given(total=st.integers(1, 90_000), from_card=st.integers(1, 55_000))
def test_bodies_read_back_as_the_same_facts(total: int, from_card: int) -> None:
    sale = card_and_cash_sale(max(total, 3), from_card)
    assert sale_from_body(sale_to_body(sale)) == sale
    entries = entries_of_sale(sale, SHOP)
    assert entries_of_body(sale_event_body(sale, entries)) == entries


@given(
    total=st.integers(3, 90_000),
    from_card=st.integers(1, 55_000),
    pieces=st.lists(st.tuples(st.sampled_from([1, 2]), st.integers(1, 1_000)), max_size=8),
)
def test_refunds_in_any_pieces_pay_back_exactly_what_was_paid(
    total: int, from_card: int, pieces: list[tuple[int, int]]
) -> None:
    sale = card_and_cash_sale(total, from_card)
    held = _after(leases(), entries_of_sale(sale, SHOP))
    refunds: list[Refund] = []
    for number, quantity in [*pieces, (1, 1_000), (2, 1_000)]:
        left = {line.number: line.quantity_milli for line in refundable(sale, refunds).lines}
        wanted = min(quantity, left[number])
        outcome = refund(sale, refunds, {number: wanted}, held)
        if not wanted:
            assert isinstance(outcome, Refused)
            assert outcome.why is Why.REFUND_NOTHING
            continue
        assert isinstance(outcome, Refund)
        assert refund_from_body(refund_to_body(outcome)) == outcome
        entries = entries_of_refund(outcome, SHOP)
        assert not any(imbalance(entry) for entry in entries)
        held = _after(held, entries)
        refunds.append(outcome)
    assert sum(r.total_minor for r in refunds) == sale.total_minor
    for index, tender in enumerate(sale.tenders):
        assert sum(r.tenders[index].amount_minor for r in refunds) == tender.amount_minor
    assert sum(r.points for r in refunds) == sale.points
    by_unit = {unit: sum(lease.held for lease in held if lease.unit == unit) for unit in (PRINCIPAL, BONUS, POINTS)}
    assert by_unit == {PRINCIPAL: 50_000, BONUS: 5_000, POINTS: 300}


def test_points_already_spent_become_a_debt_that_the_next_points_pay() -> None:
    sale = card_and_cash_sale()
    outcome = refund(sale, [], {1: 1_000, 2: 1_000}, leases(points=0))
    assert isinstance(outcome, Refund)
    assert (outcome.points_back, sum(take.amount for take in outcome.debt)) == ((), sale.points)
    owing = (*leases(points=0), Lease(WALLET, POINTS_DEBT, DEBT_LOT, credited=100))
    result = priced(basket_of(product(1, 15_000), member=member_view()))
    later = sale_of(result, cash(result.total_minor), held=owing)
    assert sum(take.amount for take in later.debt_paid) == 100
    assert sum(take.amount for take in later.accrued) == later.points - 100


def test_more_than_was_sold_never_goes_back() -> None:
    sale = card_and_cash_sale()
    assert refund(sale, [], {1: 2_000}, leases()) == Refused(Why.REFUND_TOO_MUCH, {"line": 1})
    assert refund(sale, [], {9: 1_000}, leases()) == Refused(Why.REFUND_TOO_MUCH, {"line": 9})
    first = refund(sale, [], {1: 1_000}, leases())
    assert isinstance(first, Refund)
    assert refund(sale, [first], {1: 1}, leases()) == Refused(Why.REFUND_TOO_MUCH, {"line": 1})


def _after(held: tuple[Lease, ...], entries: tuple) -> tuple[Lease, ...]:  # type: ignore[type-arg]
    state = {(lease.unit, lease.lot): lease for lease in held}
    for entry in entries:
        for posting in entry.postings:
            if is_members(posting.place):
                key = (posting.unit, posting.lot)
                state[key] = after_posting(state.get(key, Lease(WALLET, *key)), posting.amount)
    return tuple(state.values())
