"""Every event a till writes has its model, and the model knows the fields that are written."""

import json
from dataclasses import replace
from typing import Any

import pytest

from app.domain.bookkeeping import (
    deal_event_body,
    entries_of_deal,
    entries_of_opening,
    entries_of_refund,
    entries_of_sale,
    entries_to_json,
    refund_event_body,
    sale_event_body,
)
from app.domain.ids import CardNumber, EventId, MemberId, MerchantId, OperatorId, PaymentId, SaleId, WalletId
from app.domain.journal import GENESIS_HASH, Head, Json, Kind, next_epoch_body
from app.domain.lease import Take
from app.domain.ledger import POINTS, PRINCIPAL, Lot, Unit
from app.domain.member import Consent
from app.domain.payback import Payback, Return, payback_settled_body, payback_started_body
from app.domain.payment import Outcome, Payment, reversed_body, settled_body, started_body
from app.domain.people.body import kind_of_people_fact, people_fact_from_body, people_fact_to_body
from app.domain.people.care import Care, CareStep, care_to_body
from app.domain.people.facts import ConsentChange, Erasure, Merge, PeopleFact, ProfileChange, Registration
from app.domain.people.sealing import KEY_BYTES, PERSONAL, seal_words
from app.domain.programme.model import TenderType
from app.domain.sale.body import approval_to_json, refund_to_body, sale_to_body
from app.domain.sale.elsewhere import sale_taken_over, sale_taken_over_body
from app.domain.sale.facts import Refund, Sale, SaleTender
from app.domain.sale.refund import build_refund, refundable
from app.domain.value.body import SERVICE_KINDS
from app.domain.value.facts import Holder, PrincipalRefund, ServiceDeal, TopUp, Transfer, ValueDeal
from sync.protocol.facts import facts_of
from sync.protocol.kinds import BODIES, read_body
from tests.app.domain.builders import (
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
    weighed,
)
from tests.sync.protocol.chains import MERCHANT, TILL, Chain

PAYMENT = Payment(PaymentId("pay1"), "wechat", 5_900)
PAYBACK = Payback(PaymentId("back1"), "wechat", 1_280, "4200001", "r1")


def a_sale() -> Sale:
    basket = basket_of(product(1), product(2, 2_500), weighed(), member=member_view())
    total = priced(basket).total_minor
    return sale_of(priced(basket), stored_value(1_000), cash(total))


def a_refund() -> Refund:
    sale = a_sale()
    refund = build_refund(
        replace(refundable(sale, ()), leases=leases()),
        {1: 1_000},
        refund_id=SaleId("r1"),
        origin=origin(2),
        approval=approval(),
    )
    assert isinstance(refund, Refund)
    return refund


def deals() -> dict[Kind, ValueDeal]:
    """Value bought, paid back and moved, with every field filled."""
    holder = Holder(WalletId("w-zhang"), MemberId("m-zhang"), CardNumber("880000000013"))
    lots = (Take(PRINCIPAL, Lot("topup:t1"), 50_000),)
    paid, allowed = SaleTender("cash", TenderType.CASH, 50_000, 50_000), approval()
    return {
        Kind.TOP_UP: TopUp(EventId("t1"), origin(), "CNY", holder, (paid,), 0, lots, lots, lots, ("autumn",)),
        Kind.PRINCIPAL_REFUND: PrincipalRefund(
            EventId("r1"), origin(), "CNY", holder, paid, lots, allowed, EventId("t1"), lots
        ),
        Kind.TRANSFER: Transfer(EventId("x1"), origin(), "CNY", holder, holder, lots, lots, allowed),
        **{kind: service(holder, kind) for kind in SERVICE_KINDS.values()},
    }


def service(holder: Holder, kind: Kind) -> ServiceDeal:
    """A service of that kind, every field filled."""
    what = next(each for each, its in SERVICE_KINDS.items() if its is kind)
    lots, paid = (Take(POINTS, Lot("sale"), 50),), SaleTender("cash", TenderType.CASH, 990, 990)
    prizes = (Take(Unit("quota:wheel:suite"), Lot("quota"), 1),)
    return ServiceDeal(
        EventId("s1"), origin(), "CNY", holder, what, "wheel", "shop", 3, (paid,), lots, lots, prizes, "suite", True
    )


def people_facts() -> tuple[PeopleFact, ...]:
    """What happens to members, every field filled."""
    member, wallet, chen = MemberId("m-zhang"), WalletId("w-zhang"), OperatorId("chen")
    return (
        Registration(
            member, wallet, "张三", "13800001234", chen, "1990-02-13", "male", "person", {"occupation": "teacher"},
            {Consent.MESSAGES: True}, MemberId("m-li"), "wang",
        ),
        ProfileChange(member, wallet, chen, {"phone": "13800001235"}, {"occupation": "nurse"}),
        ConsentChange(member, wallet, chen, Consent.MESSAGES, given=False, over="e1"),
        Merge((member, wallet), (MemberId("m-2"), WalletId("w-2")), approval()),
        Erasure(member, wallet, approval()),
    )  # fmt: skip


def bodies() -> dict[Kind, dict[str, Any]]:
    """A body of each kind, built by the till's own code where it has a builder."""
    sale, refund, merchant = a_sale(), a_refund(), MerchantId("shop")
    allowed = approval_to_json(approval())
    there, elsewhere = (Take(PRINCIPAL, Lot("top_up"), amount) for amount in (50_000, 38_000))
    opening = entries_of_opening(TILL, WalletId("w-zhang"), [there], [elsewhere], merchant)
    return {
        Kind.TILL_ENROLLED: dict(next_epoch_body(MERCHANT, Head(TILL, 1, 812, GENESIS_HASH))),
        Kind.LEASE_GRANTED: {"grants": [["w-zhang", "principal", "top_up||", 20_000]]},
        Kind.LEASE_RETURNED: dict(json.loads(Chain().give_back(500).payload)["body"]),
        Kind.SHIFT_OPENED: {"shift": "s1", "number": 1, "operator": "chen", "float": 30_000},
        Kind.SHIFT_CLOSED: {
            "shift": "s1",
            "number": 1,
            "opened": [0, "chen"],
            "operator": "chen",
            "counted": 1,
            "figures": {"sales": [3, 12_800], "tenders": {"cash": 12_800}},
        },
        Kind.SALE: sale_event_body(sale, entries_of_sale(sale, merchant)),
        Kind.REFUND: refund_event_body(refund, entries_of_refund(refund, merchant)),
        Kind.SALE_TAKEN_OVER: sale_taken_over_body(sale_to_body(sale), [refund_to_body(refund)]),
        **{kind: deal_event_body(deal, entries_of_deal(deal, merchant)) for kind, deal in deals().items()},
        Kind.ADJUSTMENT: {"reason": "opening", "entries": entries_to_json(opening)},
        Kind.CARD_CHANGED: {
            "step": "replace",
            "cards": [["880000000013", "w-zhang", "m-zhang", "replaced"], ["880000000021", "w-zhang", None, "active"]],
            "approval": allowed,
        },
        **{kind_of_people_fact(fact): people_fact_to_body(fact) for fact in people_facts()},
        Kind.BASKET_VOIDED: {"operator": "chen", "lines": [["p1", 1_000]], "total": 500},
        Kind.CASH_MOVEMENT: {
            "shift": "s1",
            "direction": "paid_out",
            "amount": 500,
            "approval": allowed,
            "receipt": "T09-1-000042",
        },
        Kind.DRAWER_OPENED: {"shift": "s1", "approval": allowed},
        Kind.PAYMENT_STARTED: {**started_body(PAYMENT, "s1", "chen")},
        Kind.PAYMENT_SETTLED: {**settled_body(PAYMENT, Outcome.PAID, "4200001", approval())},
        Kind.PAYMENT_REVERSED: {**reversed_body(PAYMENT, "chen", approval())},
        Kind.PAYBACK_STARTED: {**payback_started_body(PAYBACK, "chen")},
        Kind.PAYBACK_SETTLED: {**payback_settled_body(PAYBACK, Return.OTHERWISE, approval())},
        Kind.OVERRIDE: {"approval": allowed},
        Kind.WALLET_PIN_SET: {"wallet": "w-zhang", "approval": allowed},
        Kind.CARE: care_to_body(
            Care(MemberId("m-zhang"), WalletId("w-zhang"), "call:s1", CareStep.FOLLOWED_UP, OperatorId("chen"), "好了")
        ),
        Kind.PROFILE_VIEWED: {"member": "m-zhang", "operator": "chen"},
        Kind.STAFF_CHANGED: {"operator": "zhou", "person": "chen", "role": "cashier"},
        Kind.CLOCK_JUMP: {"wall": 1, "high_water": 2, "ahead": False},
        Kind.CLOCK_CONFIRMED: {"operator": "zhou", "wall": 1, "high_water": 2},
    }


def sealed_bodies() -> dict[Kind, Json]:
    """The same as a till writes them: what they say of a person is in a box."""
    return {
        kind: seal_words(kind, body, bytes(KEY_BYTES)) if kind in PERSONAL else body for kind, body in bodies().items()
    }


def test_every_kind_has_its_model() -> None:
    assert set(BODIES) == set(Kind) == set(bodies())


@pytest.mark.parametrize("kind", list(Kind))
def test_a_body_of_the_till_is_read(kind: Kind) -> None:
    body = json.loads(json.dumps(sealed_bodies()[kind]))
    assert read_body(kind, body).model_dump(mode="json", exclude_unset=True, by_alias=True) == body


@pytest.mark.parametrize("kind", list(Kind))
def test_a_field_of_a_newer_till_is_let_through(kind: Kind) -> None:
    read_body(kind, {**sealed_bodies()[kind], "from_the_future": [1, {"a": 2}]})


@pytest.mark.parametrize("kind", list(Kind))
def test_an_empty_body_is_none_of_the_kind(kind: Kind) -> None:
    with pytest.raises(ValueError, match="validation error"):
        read_body(kind, {})


@pytest.mark.parametrize("kind", list(Kind))
def test_head_office_posts_what_the_till_wrote(kind: Kind) -> None:
    event = Chain().add(kind, bodies()[kind])
    facts = facts_of(event.payload, event.till, event.epoch, event.seq)
    assert facts.fault is None
    assert facts.kind == kind
    assert bool(facts.entries) is (kind in {Kind.SALE, Kind.REFUND, Kind.LEASE_RETURNED, Kind.ADJUSTMENT, *deals()})


@pytest.mark.parametrize("fact", people_facts(), ids=lambda fact: type(fact).__name__)
def test_a_fact_about_a_member_is_read_back_as_it_was(fact: PeopleFact) -> None:
    assert people_fact_from_body(kind_of_people_fact(fact), json.loads(json.dumps(people_fact_to_body(fact)))) == fact


def test_a_sale_taken_over_is_read_back_as_it_was() -> None:
    body = json.loads(json.dumps(bodies()[Kind.SALE_TAKEN_OVER]))
    assert sale_taken_over(body) == (a_sale(), (a_refund(),))


def test_the_merchant_of_the_builders_is_the_one_of_the_chains() -> None:
    assert MERCHANT == "shop"
