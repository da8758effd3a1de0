"""Facts are posted whatever they say; a member's account never goes below 0 and every source balances."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import MerchantId, TillId, WalletId
from app.domain.lease import Take
from app.domain.lease.office import (
    LARGEST_AMOUNT,
    Account,
    Fact,
    Known,
    Outcome,
    Rule,
    Standing,
    fault_in,
    granted,
    members_accounts,
    post,
    shares,
    written_off,
)
from app.domain.ledger import (
    ACCRUED,
    DISPUTED,
    OFFICE,
    PRINCIPAL,
    REDEEMED,
    RESERVE,
    TOPPED_UP,
    Entry,
    EntryKind,
    Lot,
    Place,
    Posting,
    is_members,
    lease_at,
    move,
    suspense_of,
)

TILL = TillId("T01")
WALLET = WalletId("w")
MERCHANT = MerchantId("shop")
LOT = Lot("top_up")
HERE = lease_at(TILL)


def moved(kind: EntryKind, source: Place, target: Place, amount: int) -> Entry:
    return move(kind, WALLET, PRINCIPAL, [(LOT, amount)], source=source, target=target, merchant=MERCHANT)


def spend(amount: int) -> Entry:
    return moved(EntryKind.REDEMPTION, HERE, REDEEMED, amount)


def credit(amount: int) -> Entry:
    return moved(EntryKind.ACCRUAL, ACCRUED, HERE, amount)


def returned(amount: int) -> Entry:
    return moved(EntryKind.LEASE_RETURN, HERE, OFFICE, amount)


def fact(*entries: Entry, seq: int = 1, standing: Standing = Standing.ACTIVE) -> Fact:
    return Fact(f"T01:1:{seq}", TILL, 1, seq, standing, entries, fault_in(entries, TILL))


def at(place: Place) -> Account:
    return (WALLET, PRINCIPAL, LOT.key, place)


def posted(*facts: Fact, lease: int = 0, office: int = 0, known: tuple[Known, ...] = ()) -> Outcome:
    balances = {at(HERE): lease, at(OFFICE): office}
    assert members_accounts(facts, known) <= set(balances)
    return post(facts, balances, merchant=MERCHANT, settlement="s", known=known)


def test_a_covered_spend_leaves_the_lease_and_nothing_else() -> None:
    outcome = posted(fact(spend(60)), lease=100)
    assert outcome.changes == {at(HERE): -60, at(REDEEMED): 60}
    assert outcome.alerts == []


def test_what_a_lease_does_not_hold_is_covered_by_suspense_and_told() -> None:
    outcome = posted(fact(spend(60)), lease=50)
    assert outcome.changes == {at(HERE): -50, at(suspense_of(TILL)): -10, at(REDEEMED): 60}
    assert [(alert.rule, alert.amount) for alert in outcome.alerts] == [(Rule.OVERDRAWN, 10)]


def test_a_credit_may_be_spent_by_the_next_event() -> None:
    outcome = posted(fact(credit(30)), fact(spend(80), seq=2), lease=50)
    assert outcome.alerts == []
    assert outcome.changes[at(HERE)] == -50


def test_what_a_lease_must_have_held_is_what_was_spent_at_the_lowest_point() -> None:
    outcome = post(
        [fact(credit(30)), fact(spend(80), seq=2), fact(credit(70), seq=3)], None, merchant=MERCHANT, settlement="s"
    )
    assert outcome.needed == {at(HERE): 50}
    assert outcome.changes[at(HERE)] == 20


@given(
    steps=st.lists(
        st.builds(lambda kind, amount: kind(amount), st.sampled_from([spend, credit, returned]), st.integers(1, 40))
    ),
    lease=st.integers(0, 60),
)
def test_without_a_look_the_same_is_posted_wherever_the_lease_covers_it(steps: list[Entry], lease: int) -> None:
    facts = [fact(step, seq=number) for number, step in enumerate(steps, start=1)]
    seen, unseen = posted(*facts, lease=lease), post(facts, None, merchant=MERCHANT, settlement="s")
    assert (unseen.needed.get(at(HERE), 0) <= lease) is not any(alert.rule is Rule.OVERDRAWN for alert in seen.alerts)
    if not seen.alerts:
        assert (unseen.lines, unseen.changes, unseen.alerts) == (seen.lines, seen.changes, [])


def test_one_bad_event_does_not_stop_the_ones_behind_it() -> None:
    lopsided = Entry(EntryKind.ACCRUAL, (Posting(WALLET, PRINCIPAL, LOT, HERE, 5, MERCHANT),) * 2)
    outcome = posted(fact(lopsided), fact(spend(5), seq=2), lease=5)
    assert [alert.rule for alert in outcome.alerts] == [Rule.UNBALANCED]
    assert outcome.changes == {at(HERE): -5, at(REDEEMED): 5}


def test_a_till_posts_at_its_own_lease_and_at_house_rows_only() -> None:
    elsewhere = lease_at(TillId("T02"))
    assert fault_in([moved(EntryKind.REDEMPTION, elsewhere, REDEEMED, 5)], TILL) is Rule.FOREIGN_PLACE
    assert fault_in([moved(EntryKind.REDEMPTION, OFFICE, HERE, 5)], TILL) is Rule.FOREIGN_PLACE
    assert fault_in([moved(EntryKind.ACCRUAL, RESERVE, HERE, 5)], TILL) is Rule.FOREIGN_PLACE
    assert fault_in([moved(EntryKind.LEASE_RETURN, OFFICE, HERE, 5)], TILL) is Rule.FOREIGN_PLACE
    assert fault_in([returned(5)], TILL) is None
    assert fault_in([spend(LARGEST_AMOUNT + 1)], TILL) is Rule.AMOUNT_OUT_OF_RANGE


def test_a_lost_tills_lease_is_made_good_and_its_late_spends_are_the_houses_loss() -> None:
    gone = written_off([(at(HERE), 100)], MERCHANT, "w")
    assert gone.changes == {at(HERE): -100, at(DISPUTED): 100, at(RESERVE): -100, at(OFFICE): 100}
    late = posted(fact(spend(60), standing=Standing.WRITTEN_OFF), office=100)
    assert late.changes == {at(DISPUTED): -60, at(REDEEMED): 60}
    assert [alert.rule for alert in late.alerts] == [Rule.LATE_SPEND]


def test_a_late_return_refills_the_reserve_and_a_late_credit_is_the_members() -> None:
    late = posted(fact(returned(40), credit(7), standing=Standing.WRITTEN_OFF), office=100)
    assert late.changes == {at(DISPUTED): -40, at(RESERVE): 40, at(ACCRUED): -7, at(OFFICE): 7}


def test_a_stray_branch_touches_no_members_account() -> None:
    outcome = posted(fact(spend(60), credit(5), returned(3), standing=Standing.STRAY), lease=100)
    assert not [account for account in outcome.changes if is_members(account[3])]


def test_what_a_stray_branch_has_told_of_a_member_or_was_paid_for_is_told_to_a_person() -> None:
    paid = moved(EntryKind.TOP_UP, TOPPED_UP, HERE, 40)
    told = fact(standing=Standing.STRAY, seq=2)._replace(is_word=True)
    outcome = posted(fact(paid, credit(5), standing=Standing.STRAY), told)
    assert [(alert.seq, alert.rule, alert.amount) for alert in outcome.alerts] == [
        (1, Rule.STRAY_WORD, 40),
        (2, Rule.STRAY_WORD, 0),
    ]
    assert posted(fact(paid)).alerts == []


def test_a_forgotten_grant_is_paid_from_available_and_then_from_the_reserve() -> None:
    known = (Known(TILL, WALLET, PRINCIPAL, LOT, 80),)
    outcome = posted(fact(spend(70)), office=50, known=known)
    assert outcome.changes == {at(OFFICE): -50, at(HERE): 10, at(REDEEMED): 70, at(RESERVE): -30}
    assert [(alert.rule, alert.amount) for alert in outcome.alerts] == [(Rule.SHORTFALL, 30)]


def test_a_return_that_comes_with_the_settlement_pays_for_it() -> None:
    known = (Known(TILL, WALLET, PRINCIPAL, LOT, 80),)
    outcome = posted(fact(returned(80)), office=0, known=known)
    assert outcome.alerts == []
    assert {account: change for account, change in outcome.changes.items() if change} == {}


def test_a_grant_takes_from_what_lies_at_head_office() -> None:
    outcome = granted(TILL, WALLET, [Take(PRINCIPAL, LOT, 20)], MERCHANT, "g")
    assert outcome.changes == {at(OFFICE): -20, at(HERE): 20}


def test_shares_take_the_oldest_lot_first_within_want_stock_and_room() -> None:
    early, late, past = Lot("a", "", "2026-12-31"), Lot("b", "", "2027-12-31"), Lot("c", "", "2026-01-01")
    stock = {late: 100, early: 30, past: 50, Lot("d", "2027-01-01"): 50}
    assert list(shares(80, stock, 1_000, "2026-11-22")) == [(early, 30), (late, 50)]
    assert list(shares(80, stock, 20, "2026-11-22")) == [(early, 20)]
    assert list(shares(80, stock, -5, "2026-11-22")) == []


moves = st.lists(
    st.tuples(st.sampled_from([spend, credit, returned]), st.integers(1, 100), st.sampled_from(list(Standing))),
    max_size=20,
)


@given(moves=moves, lease=st.integers(0, 200), office=st.integers(0, 200), forgotten=st.integers(0, 300))
def test_whatever_comes_no_member_goes_below_nothing_and_every_source_balances(
    moves: list[tuple[object, int, Standing]], lease: int, office: int, forgotten: int
) -> None:
    facts = [fact(make(amount), seq=n, standing=how) for n, (make, amount, how) in enumerate(moves, 1)]  # type: ignore[operator]
    known = (Known(TILL, WALLET, PRINCIPAL, LOT, forgotten),) if forgotten else ()
    outcome = posted(*facts, lease=lease, office=office, known=known)
    assert lease + outcome.changes.get(at(HERE), 0) >= 0
    assert office + outcome.changes.get(at(OFFICE), 0) >= 0
    sums: defaultdict[str, int] = defaultdict(int)
    for line in outcome.lines:
        sums[line.source] += line.posting.amount
    assert not any(sums.values())
