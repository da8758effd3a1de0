"""Caps, principal refunds, undoing: which lots move."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.bookkeeping import deal_event_body, entries_of_deal
from app.domain.ids import CardNumber, EventId, MerchantId, OperatorId, WalletId
from app.domain.journal import Kind
from app.domain.lease import Lease, Take, after_posting
from app.domain.ledger import BONUS, OFFICE, POINTS, PRINCIPAL, Entry, Lot, Place, Unit, imbalance, lease_at
from app.domain.member import Card, CardState
from app.domain.programme.model import TenderType
from app.domain.programme.top_up import TopUpOffer, TopUpStep, quote_top_up
from app.domain.sale.facts import SaleTender
from app.domain.staff import Approval, Permission
from app.domain.value.body import card_change_from_body, card_change_to_body, deal_from_body
from app.domain.value.facts import CardChange, CardStep, Holder, PrincipalRefund, TopUp, Transfer, ValueDeal
from app.domain.value.rules import BonusBack, over_cap, paid_out, undone, whole
from tests.app.domain.builders import TILL, WALLET, origin

SHOP = MerchantId("shop")
HERE = lease_at(TILL)
TIMES = Unit("right:a:life:")
NOW, LATER = Lot("topup:t1"), Lot("topup:t1", "2026-12-22")
HOLDER = Holder(WALLET)
ALLOWED = Approval(Permission.REFUND, OperatorId("chen"), OperatorId("zhou"), "顾客退卡")


def lease(unit: Unit, lot: Lot, amount: int) -> Lease:
    return Lease(WALLET, unit, lot, granted=amount)


def top_up(
    credited: tuple[Take, ...], *, returned: tuple[Take, ...] = (), rights: tuple[Take, ...] = (), paid: int = 50_000
) -> TopUp:
    tenders = (SaleTender("cash", TenderType.CASH, paid, paid),)
    return TopUp(EventId("t1"), origin(), "CNY", HOLDER, tenders, 0, credited, rights, returned, ("autumn",))


def refund_of(taken: tuple[Take, ...], **more: object) -> PrincipalRefund:
    tender = SaleTender("cash", TenderType.CASH, 1, 1)
    return PrincipalRefund(EventId("r1"), origin(2), "CNY", HOLDER, tender, taken, ALLOWED, **more)  # type: ignore[arg-type]


def moved(entries: tuple[Entry, ...]) -> dict[tuple[str, Unit, Place], int]:
    sums: dict[tuple[str, Unit, Place], int] = {}
    for entry in entries:
        assert not imbalance(entry)
        for p in entry.postings:
            sums[p.wallet, p.unit, p.place] = sums.get((p.wallet, p.unit, p.place), 0) + p.amount
    return {account: amount for account, amount in sums.items() if amount}


def after(leases: dict[tuple[Unit, Lot], Lease], entries: tuple[Entry, ...]) -> dict[tuple[Unit, Lot], Lease]:
    held = dict(leases)
    for entry in entries:
        is_return = any(p.place == OFFICE for p in entry.postings)
        for p in entry.postings:
            if p.place == HERE:
                before = held.get((p.unit, p.lot)) or Lease(WALLET, p.unit, p.lot)
                held[p.unit, p.lot] = after_posting(before, p.amount, is_return=is_return)
    return held


def test_without_a_cap_everything_stays() -> None:
    assert over_cap((), (Take(PRINCIPAL, NOW, 10**6),), None) == ()


def test_what_is_over_the_cap_goes_home_what_is_spendable_last_first() -> None:
    coming = (Take(PRINCIPAL, NOW, 70_000), Take(BONUS, NOW, 40_000), Take(BONUS, LATER, 40_000))
    held = (lease(PRINCIPAL, Lot("old"), 10_000), lease(BONUS, Lot("old"), 5_000))
    back = over_cap(held, coming, 50_000)
    assert back == (Take(PRINCIPAL, NOW, 30_000), Take(BONUS, LATER, 35_000))


@given(st.integers(0, 80_000), st.integers(1, 80_000), st.integers(0, 60_000))
def test_nothing_over_the_cap_stays_and_nothing_under_it_goes(before: int, paid: int, cap: int) -> None:
    back = sum(part.amount for part in over_cap((lease(PRINCIPAL, NOW, before),), (Take(PRINCIPAL, NOW, paid),), cap))
    assert 0 <= back <= paid
    assert back == min(paid, max(0, before + paid - cap))


def test_all_of_the_bonus_or_its_share_is_taken_back() -> None:
    held = (lease(PRINCIPAL, NOW, 40_000), lease(BONUS, NOW, 3_000), lease(BONUS, LATER, 3_000))
    assert paid_out(held, 10_000, BonusBack.ALL) == (
        Take(PRINCIPAL, NOW, 10_000),
        Take(BONUS, NOW, 3_000),
        Take(BONUS, LATER, 3_000),
    )
    assert paid_out(held, 10_000, BonusBack.NONE) == (Take(PRINCIPAL, NOW, 10_000),)
    assert paid_out(held, 10_000, BonusBack.PROPORTIONAL) == (
        Take(PRINCIPAL, NOW, 10_000),
        Take(BONUS, NOW, 750),
        Take(BONUS, LATER, 750),
    )


def test_no_more_is_paid_out_than_the_till_holds() -> None:
    held = (lease(PRINCIPAL, NOW, 40_000), lease(POINTS, NOW, 99))
    assert paid_out(held, 40_001, BonusBack.ALL) is None
    assert paid_out(held, 0, BonusBack.ALL) is None
    assert whole(held, PRINCIPAL) == 40_000


@given(
    paid=st.integers(1, 1_000_000),
    bonus=st.integers(0, 300_000),
    points=st.integers(0, 500),
    parts=st.integers(1, 12),
    cap=st.one_of(st.none(), st.just(10**9)),
)
def test_a_top_up_and_its_undoing_move_nothing(paid: int, bonus: int, points: int, parts: int, cap: int | None) -> None:
    offer = TopUpOffer("a", {}, (TopUpStep(1, bonus_minor=bonus, points=points),), instalments=parts, limits=(TIMES,))
    right = lease(TIMES, Lot("right"), 1)
    before = {(TIMES, Lot("right")): right}
    made = quote_top_up(paid, (offer,), day="2026-11-22", number="t1", leases=(right,))
    bought = top_up(made.credits, rights=made.rights, returned=over_cap((), made.credits, cap), paid=paid)
    bought_entries = entries_of_deal(bought, SHOP)
    held = after(before, bought_entries)
    taken = undone(tuple(held.values()), bought)
    assert taken == made.credits
    undoing = entries_of_deal(refund_of(taken, undoes=bought.id, rights_back=bought.rights), SHOP)
    assert moved((*bought_entries, *undoing)) == {}
    assert {account: each.held for account, each in after(held, undoing).items() if each.held} == {
        (TIMES, Lot("right")): 1
    }


def test_a_top_up_of_which_something_was_spent_is_not_undone() -> None:
    bought = top_up((Take(PRINCIPAL, NOW, 50_000), Take(BONUS, NOW, 5_000)))
    assert undone((lease(PRINCIPAL, NOW, 50_000), lease(BONUS, NOW, 4_999)), bought) is None


def test_what_is_over_the_cap_is_returned_in_the_same_event() -> None:
    credited = (Take(PRINCIPAL, NOW, 70_000),)
    entries = entries_of_deal(top_up(credited, returned=(Take(PRINCIPAL, NOW, 20_000),), paid=70_000), SHOP)
    sums = moved(entries)
    assert sums[WALLET, PRINCIPAL, HERE] == 50_000
    assert sums[WALLET, PRINCIPAL, OFFICE] == 20_000


def test_a_transfer_balances_in_each_wallet() -> None:
    other = Holder(WalletId("w-li"))
    deal = Transfer(
        EventId("x1"), origin(3), "CNY", HOLDER, other, (Take(PRINCIPAL, NOW, 9_000),), (Take(PRINCIPAL, NOW, 2_000),)
    )
    sums = moved(entries_of_deal(deal, SHOP))
    assert sums[WALLET, PRINCIPAL, HERE] == -9_000
    assert sums["w-li", PRINCIPAL, HERE] == 7_000
    assert sums["w-li", PRINCIPAL, OFFICE] == 2_000
    assert sum(amount for (wallet, _, _), amount in sums.items() if wallet == "w-li") == 0


def test_bodies_say_everything() -> None:
    top = top_up((Take(PRINCIPAL, NOW, 50_000),), returned=(Take(PRINCIPAL, NOW, 1),), rights=(Take(TIMES, NOW, 1),))
    deals: dict[Kind, ValueDeal] = {
        Kind.TOP_UP: top,
        Kind.PRINCIPAL_REFUND: refund_of((Take(PRINCIPAL, NOW, 1),), undoes=top.id),
        Kind.TRANSFER: Transfer(EventId("x1"), origin(), "CNY", HOLDER, HOLDER, (), (), ALLOWED),
    }
    for kind, deal in deals.items():
        assert deal_from_body(kind, deal_event_body(deal, entries_of_deal(deal, SHOP))) == deal
    change = CardChange(
        CardStep.REPLACE,
        (Card(CardNumber("880000000013"), WALLET, None, CardState.REPLACED),),
        ALLOWED,
    )
    assert card_change_from_body(card_change_to_body(change)) == change
