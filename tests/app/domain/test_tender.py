"""Paying: what is applied, what remains, what change is given."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused, Why
from app.domain.programme.model import TenderKind, TenderType
from app.domain.tender import Settlement, Tendered, quick_amounts, settle, why_not_combined
from tests.app.domain.builders import DEMO_PROGRAMME, cash, stored_value


@given(due=st.integers(0, 10**7), given_amounts=st.lists(st.integers(1, 10**7), max_size=5))
def test_applied_plus_remaining_is_due_and_change_comes_from_cash(due: int, given_amounts: list[int]) -> None:
    outcome = settle(due, [cash(amount) for amount in given_amounts])
    if isinstance(outcome, Refused):
        assert outcome.why is Why.TENDER_TOO_MUCH
        return
    assert sum(outcome.applied_minor) + outcome.remaining_minor == due
    assert sum(given_amounts) - sum(outcome.applied_minor) == outcome.change_minor
    assert outcome.change_minor == 0 or outcome.remaining_minor == 0


def test_only_cash_gives_change() -> None:
    assert settle(1_000, [stored_value(1_001)]) == Refused(Why.TENDER_TOO_MUCH, {"remaining_minor": 1_000})
    bank = Tendered("bank_card", TenderType.EXTERNAL, 1_001, "123456")
    assert settle(1_000, [bank]) == Refused(Why.TENDER_TOO_MUCH, {"remaining_minor": 1_000})
    mixed = settle(1_000, [stored_value(600), cash(500)])
    assert isinstance(mixed, Settlement)
    assert (mixed.applied_minor, mixed.change_minor, mixed.is_paid) == ((600, 400), 100, True)


def test_nothing_given_is_no_tender() -> None:
    assert settle(1_000, [cash(0)]) == Refused(Why.AMOUNT_NOT_POSITIVE)


@given(due=st.integers(1, 10**7))
def test_quick_amounts_cover_the_sum(due: int) -> None:
    amounts = quick_amounts(due)
    assert amounts[0] == due
    assert list(amounts) == sorted(set(amounts))


def test_what_does_not_combine_pays_alone_and_goods_without_offers() -> None:
    voucher = TenderKind(id="voucher", names={"zh_CN": "团购券"}, type=TenderType.EXTERNAL, combines=False)
    programme = replace(DEMO_PROGRAMME, tender_kinds=(*DEMO_PROGRAMME.tender_kinds, voucher))
    assert why_not_combined(["cash", "bank_card"], programme, with_offers=True) is None
    assert why_not_combined(["voucher", "cash"], programme, with_offers=False) is Why.TENDER_ALONE
    assert why_not_combined(["voucher"], programme, with_offers=True) is Why.TENDER_WITHOUT_OFFERS
    assert why_not_combined(["voucher", "voucher"], programme, with_offers=False) is None
