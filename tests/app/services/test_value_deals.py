"""Value bought, paid back and moved over the counter, on the real store; verify proves the books of each test."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.errors import Refused, Why
from app.domain.ids import CardNumber, EventId, OperatorId
from app.domain.lease import held
from app.domain.ledger import BONUS, POINTS, PRINCIPAL
from app.domain.member import CardState, MemberView
from app.domain.programme.model import Grant, TenderType, TopUpOffer, TopUpStep
from app.domain.staff import Approval, Permission
from app.domain.tender import Tendered
from app.domain.top_up_proof import read_proof
from app.domain.value.facts import CardStep, PrincipalRefund, TopUp, Transfer
from app.ports.store import SlipKind
from app.services.programme_in_force import ProgrammeInForce
from app.services.refund_principal import PayOut
from app.services.top_up_card import TopUpRequest
from app.storage.verify.run import verify_files
from tests.app.domain.builders import DEMO_PROGRAMME, cash
from tests.app.services.shop import (
    ANON,
    AUDITOR,
    CASHIER,
    FROZEN_CARD,
    LI,
    LI_CARD,
    SUPERVISOR,
    ZHANG,
    ZHANG_CARD,
    Shop,
)

STEPS = (
    TopUpStep(at_least_minor=50_000, bonus_minor=5_000, gives=(Grant(points=100),)),
    TopUpStep(at_least_minor=100_000, bonus_minor=15_000),
)
OFFER = TopUpOffer(id="autumn", names={"zh_CN": "充500送50", "en": "50 on top"}, steps=STEPS)
CASH = PayOut("cash")


def allowed(permission: Permission, reason: str = "顾客要求") -> Approval:
    return Approval(permission, CASHIER.id, SUPERVISOR.id, reason)


OUT, CHANGE, STOP = (allowed(each) for each in (Permission.REFUND_VALUE, Permission.CHANGE_CARD, Permission.STOP_CARD))


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop with an offer and an open shift, whose books are proved in the end."""
    shop = Shop(tmp_path / "till", replace(DEMO_PROGRAMME, top_up_offers=(OFFER,)))
    shop.use.open_shift(CASHIER, 20_000)
    yield shop
    shop.store.close()
    assert verify_files(shop.data_dir, shop.key) == []


def top_up(shop: Shop, paid: int = 50_000, *tendered: Tendered, view: MemberView | None = None) -> TopUp | Refused:
    view = view or shop.swipe(LI_CARD)
    quote = shop.use.top_up_card.quote(view, paid)
    bonus = 0 if isinstance(quote, Refused) else quote.total(BONUS)
    return shop.use.top_up_card(TopUpRequest(CASHIER, view, paid, tendered or (cash(paid),), bonus))


def holds(shop: Shop, card: CardNumber = LI_CARD) -> tuple[int, int, int]:
    """Principal, bonus and points that this till holds of a card's wallet."""
    view = shop.swipe(card)
    with shop.store.unit_of_work() as uow:
        leases = uow.ledger.leases(view.wallet)
    return tuple(held(leases, unit, "2026-11-22") for unit in (PRINCIPAL, BONUS, POINTS))  # type: ignore[return-value]


def slip(shop: Shop, about: str) -> str:
    page = shop.use.print_slips.preview(SlipKind.VALUE, about)
    return "\n".join(str(element) for element in page.elements)


def test_a_top_up_is_spendable_at_once_and_survives_a_restart(shop: Shop) -> None:
    before = shop.swipe(LI_CARD)
    made = top_up(shop)
    assert isinstance(made, TopUp)
    assert made.offers == ("autumn",)
    shop.reopen()
    after = shop.swipe(LI_CARD)
    assert after.usable(PRINCIPAL) == before.usable(PRINCIPAL) + 50_000
    assert after.total(PRINCIPAL) == before.total(PRINCIPAL) + 50_000
    assert (after.usable(BONUS), after.usable(POINTS)) == (5_000, 100)
    from_card = Tendered("stored_value", TenderType.STORED_VALUE, 16_980)
    assert not isinstance(shop.sell(from_card, card=LI_CARD), Refused)


def test_it_needs_no_line_and_stops_for_a_closed_till(shop: Shop) -> None:
    shop.says = Why.VALUE_FROZEN_BY_SILENCE
    assert isinstance(top_up(shop), TopUp)
    shop.says = Why.VALUE_FROZEN_BY_OFFICE
    assert top_up(shop) == Refused(Why.VALUE_FROZEN_BY_OFFICE)


def test_cash_and_card_pay_together_and_count_beside_the_sales(shop: Shop) -> None:
    made = top_up(shop, 50_000, Tendered("wechat", TenderType.EXTERNAL, 20_000, "4200"), cash(40_000))
    assert isinstance(made, TopUp)
    assert made.change_minor == 10_000
    shop.sell()
    figures = shop.use.report_till(SUPERVISOR)
    assert not isinstance(figures, Refused)
    day = figures[1]
    assert (day.value.top_up_count, day.value.topped_up_minor, day.value.cash_minor) == (1, 50_000, 30_000)
    assert day.value.tenders == {"wechat": 20_000, "cash": 30_000}
    assert day.tenders == {"cash": day.sales_minor}
    assert day.expected_cash_minor == 20_000 + 30_000 + day.sales_minor
    assert day.perpetual_minor == day.sales_minor
    closed = shop.use.close_shift(SUPERVISOR, day.expected_cash_minor)
    assert not isinstance(closed, Refused)
    assert closed[0].over_short_minor == 0


def test_stored_value_does_not_buy_stored_value(shop: Shop) -> None:
    assert top_up(shop, 1_000, Tendered("stored_value", TenderType.STORED_VALUE, 1_000)) == Refused(
        Why.VALUE_NOT_FOR_VALUE
    )


def test_where_nothing_could_be_paid_with_it_none_is_sold(shop: Shop) -> None:
    kinds = tuple(kind for kind in DEMO_PROGRAMME.tender_kinds if kind.type is not TenderType.STORED_VALUE)
    desk = replace(shop.use.top_up_card.desk, rules=ProgrammeInForce(replace(DEMO_PROGRAMME, tender_kinds=kinds)))
    quote = replace(shop.use.top_up_card, desk=desk).quote(shop.swipe(LI_CARD), 50_000)
    assert quote == Refused(Why.VALUE_NOT_SOLD)


@pytest.mark.parametrize(
    ("tendered", "why"),
    [
        ((cash(9_999),), Why.TENDER_SHORT),
        ((Tendered("shells", TenderType.CASH, 10_000),), Why.TENDER_UNKNOWN),
        ((Tendered("bank_card", TenderType.EXTERNAL, 10_000, "4111111111111111=29121011234"),), Why.BANK_CARD),
        ((Tendered("wechat", TenderType.EXTERNAL, 10_001),), Why.TENDER_TOO_MUCH),
    ],
)
def test_a_tender_that_cannot_be_is_refused(shop: Shop, tendered: tuple[Tendered, ...], why: Why) -> None:
    refused = top_up(shop, 10_000, *tendered)
    assert isinstance(refused, Refused)
    assert refused.why is why


def test_the_law_limits_what_a_card_holds(shop: Shop) -> None:
    held_minor = 50_000  # what the directory knows of 李四, more than lies here
    refused = top_up(shop, 450_001)
    assert refused == Refused(
        Why.VALUE_LIMIT, {"limit_minor": 500_000, "held_minor": held_minor, "room_minor": 450_000}
    )
    anonymous = MemberView(ANON, None, None, {})
    assert isinstance(top_up(shop, 100_000, view=anonymous), TopUp)
    over = top_up(shop, 1, view=anonymous)
    assert isinstance(over, Refused)
    assert over.why is Why.VALUE_LIMIT


def test_an_anonymous_cards_principal_ends_after_three_years(shop: Shop) -> None:
    made = top_up(shop, 10_000, view=MemberView(ANON, None, None, {}))
    assert isinstance(made, TopUp)
    assert made.credits[0].lot.expires_on == "2029-11-21"
    assert "2029-11-21" in slip(shop, made.id)


def test_what_is_over_the_cap_goes_on_to_head_office_and_stays_the_customers(shop: Shop) -> None:
    shop.cap_minor = 50_000
    before = shop.swipe(LI_CARD)
    made = top_up(shop, 100_000)
    assert isinstance(made, TopUp)
    assert sum(part.amount for part in made.returned) == before.usable(PRINCIPAL) + 100_000 - 50_000
    after = shop.swipe(LI_CARD)
    assert after.usable(PRINCIPAL) == 50_000
    assert after.total(PRINCIPAL) == before.total(PRINCIPAL) + 100_000


def test_a_promise_that_has_changed_is_refused(shop: Shop) -> None:
    request = TopUpRequest(CASHIER, shop.swipe(LI_CARD), 50_000, (cash(50_000),), bonus_minor=15_000)
    assert shop.use.top_up_card(request) == Refused(Why.OFFER_CHANGED)


def test_nobody_tops_up_without_a_shift_or_the_right_to(shop: Shop, tmp_path: Path) -> None:
    request = TopUpRequest(AUDITOR, shop.swipe(LI_CARD), 50_000, (cash(50_000),), 5_000)
    refused = shop.use.top_up_card(request)
    assert isinstance(refused, Refused)
    assert refused.why is Why.NOT_PERMITTED
    closed = Shop(tmp_path / "closed")
    assert top_up(closed) == Refused(Why.SHIFT_NOT_OPEN)
    closed.store.close()


def test_the_slip_carries_a_signed_proof_that_is_the_same_when_printed_again(shop: Shop) -> None:
    made = top_up(shop)
    assert isinstance(made, TopUp)
    first = slip(shop, made.id)
    code = next(part for part in first.replace("'", '"').split('"') if part.startswith("MTU1."))
    proof, facts, signature = read_proof(code)
    assert (proof.id, proof.wallet, proof.credits) == (made.id, LI, made.credits)
    assert len(code) < 600
    assert facts
    assert len(signature) == 64
    assert slip(shop, made.id) == first
    assert "李*" in first
    assert "李四" not in first


def test_a_wrong_top_up_is_undone_as_if_it_had_never_been(shop: Shop) -> None:
    before = holds(shop)
    made = top_up(shop)
    assert isinstance(made, TopUp)
    undone = shop.use.refund_principal.undo(shop.swipe(LI_CARD), made.id, CASH, OUT)
    assert isinstance(undone, PrincipalRefund)
    assert undone.amount_minor == 50_000
    assert holds(shop) == before
    again = shop.use.refund_principal.undo(shop.swipe(LI_CARD), made.id, CASH, OUT)
    assert again == Refused(Why.TOP_UP_USED)
    assert "充值撤销单" in slip(shop, undone.id)


def test_a_top_up_that_was_spent_or_is_anothers_is_not_undone(shop: Shop) -> None:
    made = top_up(shop)
    assert isinstance(made, TopUp)
    refund = shop.use.refund_principal
    assert refund.undo(shop.swipe(ZHANG_CARD), made.id, CASH, OUT) == Refused(Why.TOP_UP_UNKNOWN)
    assert refund.undo(shop.swipe(LI_CARD), EventId("0" * 32), CASH, OUT) == Refused(Why.TOP_UP_UNKNOWN)


def test_principal_is_paid_out_and_the_bonus_taken_back(shop: Shop) -> None:
    view = shop.swipe(ZHANG_CARD)
    preview = shop.use.refund_principal.preview(view, 50_000)
    assert not isinstance(preview, Refused)
    refund = shop.use.refund_principal(view, 50_000, CASH, OUT)
    assert isinstance(refund, PrincipalRefund)
    assert refund.taken == preview
    assert holds(shop, ZHANG_CARD) == (0, 0, 300)
    assert "老周" in slip(shop, refund.id)
    figures = shop.use.report_till(SUPERVISOR)
    assert not isinstance(figures, Refused)
    assert figures[1].expected_cash_minor == 20_000 - 50_000


def test_no_more_is_paid_out_than_lies_here(shop: Shop) -> None:
    refused = shop.use.refund_principal(shop.swipe(LI_CARD), 12_001, CASH, OUT)
    assert refused == Refused(Why.VALUE_ELSEWHERE, {"usable_minor": 12_000})


def test_paying_out_needs_somebody_who_may_and_a_reason(shop: Shop) -> None:
    view = shop.swipe(LI_CARD)
    own = Approval(Permission.REFUND_VALUE, CASHIER.id, CASHIER.id, "x")
    refused = shop.use.refund_principal(view, 100, CASH, own)
    assert isinstance(refused, Refused)
    assert refused.why is Why.NOT_PERMITTED
    assert shop.use.refund_principal(view, 100, CASH, allowed(Permission.REFUND_VALUE, " ")) == Refused(
        Why.REASON_MISSING
    )
    assert shop.use.refund_principal(view, 100, PayOut("stored_value"), OUT) == Refused(Why.VALUE_NOT_FOR_VALUE)
    shop.says = Why.VALUE_FROZEN_BY_SILENCE
    assert shop.use.refund_principal(view, 100, CASH, OUT) == Refused(Why.VALUE_FROZEN_BY_SILENCE)


def test_value_moves_from_card_to_card_lot_by_lot(shop: Shop) -> None:
    source, target = shop.swipe(ZHANG_CARD), shop.swipe(LI_CARD)
    deal = shop.use.transfer_value(CASHIER, source, target, 11_000)
    assert isinstance(deal, Transfer)
    assert holds(shop, ZHANG_CARD) == (40_000, 4_000, 300)
    assert holds(shop, LI_CARD) == (22_000, 1_000, 0)
    assert shop.swipe(LI_CARD).total(PRINCIPAL) == target.total(PRINCIPAL) + 10_000
    assert "转入" in slip(shop, deal.id)


def test_a_large_transfer_needs_approval_and_the_cap_sends_on(shop: Shop) -> None:
    shop.cap_minor = 30_000
    source, target = shop.swipe(ZHANG_CARD), shop.swipe(LI_CARD)
    assert shop.use.transfer_value.needs_approval(50_001)
    refused = shop.use.transfer_value(CASHIER, source, target, 55_000)
    assert isinstance(refused, Refused)
    assert refused.why is Why.NOT_PERMITTED
    done = shop.use.transfer_value(CASHIER, source, target, 55_000, allowed(Permission.TRANSFER_VALUE))
    assert isinstance(done, Transfer)
    assert holds(shop, LI_CARD)[0] == 30_000
    assert sum(part.amount for part in done.returned) == 12_000 + 50_000 - 30_000


def test_a_transfer_that_cannot_be_is_refused(shop: Shop) -> None:
    source, target = shop.swipe(ZHANG_CARD), shop.swipe(LI_CARD)
    transfer = shop.use.transfer_value
    assert transfer(CASHIER, source, source, 100) == Refused(Why.SAME_WALLET)
    assert transfer(CASHIER, source, target, 0) == Refused(Why.AMOUNT_NOT_POSITIVE)
    assert transfer(CASHIER, target, source, 12_001) == Refused(Why.VALUE_ELSEWHERE, {"usable_minor": 12_000})


def test_a_lost_card_opens_nothing_and_its_replacement_opens_the_same_wallet(shop: Shop) -> None:
    view = shop.swipe(LI_CARD)
    before = holds(shop)
    assert not isinstance(shop.use.change_card.mark(view, LI_CARD, CardStep.LOSE, STOP), Refused)
    assert shop.use.view_member.by_card(LI_CARD) == Refused(Why.CARD_LOST)
    assert shop.use.refund_principal(view, 100, CASH, OUT) == Refused(Why.CARD_LOST)
    assert top_up(shop, 1_000, view=view) == Refused(Why.CARD_LOST)
    new = CardNumber("880000000047")
    card = shop.use.change_card.replace(view, LI_CARD, new, CHANGE)
    assert not isinstance(card, Refused)
    shop.reopen()
    assert shop.swipe(new).wallet == LI
    assert holds(shop, new) == before
    assert shop.use.view_member.by_card(LI_CARD) == Refused(Why.CARD_REPLACED)
    profile = shop.use.view_member.profile(card.member, CASHIER)  # type: ignore[arg-type]
    assert not isinstance(profile, Refused)
    assert {each.number: each.state for each in profile.cards} == {
        LI_CARD: CardState.REPLACED,
        new: CardState.ACTIVE,
    }
    shop.directory.applied_seq = 10_000  # the feed has delivered it: the directory's copy counts again
    assert shop.swipe(LI_CARD).wallet == LI


def test_a_frozen_card_is_released_and_a_second_one_issued(shop: Shop) -> None:
    view = shop.swipe(ZHANG_CARD)
    change = shop.use.change_card
    assert not isinstance(change.mark(view, FROZEN_CARD, CardStep.RELEASE, CHANGE), Refused)
    assert shop.swipe(FROZEN_CARD).wallet == ZHANG
    assert not isinstance(change.issue(view, "880000000054", CHANGE), Refused)
    assert shop.swipe(CardNumber("880000000054")).member == view.member


@pytest.mark.parametrize(
    ("number", "why"),
    [("880000000021", Why.CARD_TAKEN), ("6901234567892", Why.CARD_NOT_OURS), ("880000000048", Why.CARD_NOT_OURS)],
)
def test_a_number_that_cannot_be_a_new_card_is_refused(shop: Shop, number: str, why: Why) -> None:
    assert shop.use.change_card.issue(shop.swipe(ZHANG_CARD), number, CHANGE) == Refused(why)


def test_cards_are_changed_by_who_may(shop: Shop) -> None:
    view = shop.swipe(ZHANG_CARD)
    own = Approval(Permission.CHANGE_CARD, CASHIER.id, CASHIER.id, "")
    nobody = Approval(Permission.STOP_CARD, OperatorId("?"), OperatorId("?"))
    for outcome in (
        shop.use.change_card.issue(view, "880000000054", own),
        shop.use.change_card.replace(view, ZHANG_CARD, "880000000054", own),
        shop.use.change_card.mark(view, FROZEN_CARD, CardStep.RELEASE, own),
        shop.use.change_card.mark(view, ZHANG_CARD, CardStep.LOSE, nobody),
    ):
        assert isinstance(outcome, Refused)
        assert outcome.why is Why.NOT_PERMITTED
    assert shop.use.change_card.mark(view, LI_CARD, CardStep.LOSE, STOP) == Refused(Why.CARD_UNKNOWN)
