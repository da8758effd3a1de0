"""A sale of another till is refunded here once the right to do so lies here; and no longer where it was given away."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.bookkeeping import entries_to_json
from app.domain.errors import Refused, Why
from app.domain.ids import EventId, SaleId, TillId, uuid7
from app.domain.journal import Draft, Kind
from app.domain.lease import Grant
from app.domain.ledger import OFFICE, EntryKind, lease_at, move
from app.domain.sale.body import refund_to_body, sale_to_body
from app.domain.sale.elsewhere import REFUND_RIGHT, RIGHT_LOT, right_wallet
from app.domain.sale.facts import Refund, RefundLine, Sale, SaleLine
from app.domain.sale.refund import Refundable
from app.domain.staff import Approval, Permission
from app.services.change_settings import CONFIG_NAME
from app.settings import ShopSettings
from app.storage.verify.run import verify_files
from tests.app.domain.builders import origin
from tests.app.services.shop import CASHIER, MANAGER, MERCHANT, SUPERVISOR, TILL, Shop

ALLOWED = Approval(Permission.REFUND, CASHIER.id, SUPERVISOR.id, "质量问题")
FAR = TillId("T09")


def sold_elsewhere(shop: Shop) -> Sale:
    """A sale as till T09 made it."""
    sale = shop.sell()
    assert isinstance(sale, Sale)
    return replace(sale, id=SaleId("far"), origin=replace(origin(42), till=FAR))


def part_back(sale: Sale) -> dict[str, Any]:
    """One of its first line went back at T09."""
    line = sale.lines[0]
    tenders = tuple(replace(tender, amount_minor=line.net_minor) for tender in sale.tenders)
    made = Refund(
        SaleId("back1"), sale.id, sale.origin.receipt_number, replace(origin(43), till=FAR), "CNY",
        (RefundLine(1, line.quantity_milli, line.net_minor),), tenders, ALLOWED, None,
    )  # fmt: skip
    return refund_to_body(made)


def lend(shop: Shop, sale: Sale) -> None:
    """Head office lends the right, as the till's client writes it down."""
    wallet = right_wallet(sale.origin.till, sale.id)
    with shop.store.unit_of_work() as uow:
        grants = [Grant(wallet, REFUND_RIGHT, RIGHT_LOT, 1)]
        body = {"grants": [[wallet, REFUND_RIGHT, RIGHT_LOT.key, 1]]}
        event = uow.journal.append(draft(shop, Kind.LEASE_GRANTED, body))
        uow.ledger.grant(event, grants)
        uow.commit()


def give_back(shop: Shop, sale: Sale) -> None:
    """The right goes back to head office, as a RECALL asks for."""
    wallet = right_wallet(sale.origin.till, sale.id)
    with shop.store.unit_of_work() as uow:
        entry = move(
            EntryKind.LEASE_RETURN, wallet, REFUND_RIGHT, [(RIGHT_LOT, 1)],
            source=lease_at(TILL), target=OFFICE, merchant=MERCHANT,
        )  # fmt: skip
        body = {"entries": entries_to_json([entry]), "reason": "recall"}
        uow.ledger.post(uow.journal.append(draft(shop, Kind.LEASE_RETURNED, body)), [entry])
        uow.commit()


def draft(shop: Shop, kind: Kind, body: dict[str, Any]) -> Draft:
    now = shop.clock.now_ms()
    return Draft(EventId(uuid7(now, shop.randomness.bytes(10))), kind, now, "2026-11-22", body)


def found(shop: Shop, number: str) -> Refundable:
    left = shop.use.refund_sale.find(number)
    assert isinstance(left, Refundable), left
    return left


def test_what_is_left_of_it_is_refunded_here_to_the_cent(open_shop: Shop) -> None:
    shop, sale = open_shop, sold_elsewhere(open_shop)
    number = sale.origin.receipt_number
    assert number == "T09-1-000042"
    assert shop.use.refund_sale.find(number) == Refused(Why.SALE_UNKNOWN)
    lend(shop, sale)
    assert shop.use.refund_sale.holds_right(FAR, sale.id)
    shop.use.refund_sale.take_over(sale_to_body(sale), [part_back(sale)])
    shop.reopen()
    left = found(shop, number.lower())
    assert [line.quantity_milli for line in left.lines] == [0, sale.lines[1].quantity_milli]
    refund = shop.use.refund_sale(sale.id, {2: 1_000}, ALLOWED)
    assert isinstance(refund, Refund)
    assert refund.total_minor == sale.lines[1].net_minor
    assert refund.sale_receipt_number == number
    again = shop.use.refund_sale(sale.id, {2: 1_000}, ALLOWED)
    assert isinstance(again, Refused)
    assert again.why is Why.REFUND_TOO_MUCH
    assert found(shop, number).total_minor == 0
    assert verify_files(shop.data_dir, shop.key) == []


@pytest.mark.parametrize("is_lent", [True, False])
def test_only_who_holds_the_right_refunds(open_shop: Shop, *, is_lent: bool) -> None:
    shop, sale = open_shop, sold_elsewhere(open_shop)
    if is_lent:
        lend(shop, sale)
    shop.use.refund_sale.take_over(sale_to_body(sale), [])
    if is_lent:
        give_back(shop, sale)
    assert not shop.use.refund_sale.holds_right(FAR, sale.id)
    refused = Refused(Why.REFUND_ELSEWHERE, {"receipt": sale.origin.receipt_number})
    assert shop.use.refund_sale.find(sale.origin.receipt_number) == refused
    assert shop.use.refund_sale(sale.id, {1: 1_000}, ALLOWED) == refused


def test_the_till_that_sold_gives_the_right_away_and_gets_it_back_with_what_happened(open_shop: Shop) -> None:
    shop = open_shop
    sale = shop.sell()
    assert isinstance(sale, Sale)
    number = sale.origin.receipt_number
    assert isinstance(shop.use.refund_sale(sale.id, {1: 1_000}, ALLOWED), Refund)
    own = found(shop, number)
    lend(shop, sale)
    assert found(shop, number) == own
    give_back(shop, sale)
    assert shop.use.refund_sale.find(number) == Refused(Why.REFUND_ELSEWHERE, {"receipt": number})
    # It comes back with the refunds that head office knows: the one made here, and one of another till.
    with shop.store.unit_of_work() as uow:
        (mine,) = uow.sales.refunds_of(sale.id)
    theirs = replace(mine, id=SaleId("theirs"), lines=(RefundLine(2, 1_000, sale.lines[1].net_minor),))
    theirs = replace(theirs, tenders=(replace(mine.tenders[0], amount_minor=sale.lines[1].net_minor),))
    with shop.store.unit_of_work() as uow:
        wallet = right_wallet(TILL, sale.id)
        event = uow.journal.append(
            draft(shop, Kind.LEASE_GRANTED, {"grants": [[wallet, REFUND_RIGHT, RIGHT_LOT.key, 2]]})
        )
        uow.ledger.grant(event, [Grant(wallet, REFUND_RIGHT, RIGHT_LOT, 2)])
        uow.commit()
    shop.use.refund_sale.take_over(sale_to_body(sale), [refund_to_body(mine), refund_to_body(theirs)])
    assert found(shop, number).total_minor == 0
    assert verify_files(shop.data_dir, shop.key) == []


RISKED = Approval(Permission.REFUND_AT_RISK, CASHIER.id, MANAGER.id, "那台机器关了")


def test_without_the_right_a_manager_answers_up_to_a_cap(open_shop: Shop) -> None:
    shop, sale = open_shop, sold_elsewhere(open_shop)
    shop.use.refund_sale.take_over(sale_to_body(sale), [])
    number = sale.origin.receipt_number
    assert isinstance(shop.use.refund_sale.find(number, at_risk=True), Refundable)
    supervisor = replace(RISKED, approved_by=SUPERVISOR.id)
    refused = shop.use.refund_sale(sale.id, {1: 1_000}, supervisor)
    assert isinstance(refused, Refused)
    assert refused.why is Why.NOT_PERMITTED
    small, dear = (min(sale.lines, key=net_of), max(sale.lines, key=net_of))
    with shop.store.unit_of_work() as uow:
        leases = ShopSettings().leases.model_copy(update={"refund_at_risk_minor": dear.net_minor})
        uow.config.put(CONFIG_NAME, ShopSettings(leases=leases).model_dump_json())
        uow.commit()
    assert isinstance(shop.use.refund_sale(sale.id, {small.number: 1_000}, RISKED), Refund)
    # The cap is over all that went back of this sale at risk.
    capped = shop.use.refund_sale(sale.id, {dear.number: 1_000}, RISKED)
    assert capped == Refused(Why.REFUND_CAPPED, {"amount_minor": dear.net_minor})
    assert verify_files(shop.data_dir, shop.key) == []


def net_of(line: SaleLine) -> int:
    return line.net_minor
