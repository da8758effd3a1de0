"""Tenders always pay exactly what is due, and never more from a card than this till holds of it."""

from collections import Counter
from random import Random

import pytest

from app.cli.demo.tenders import choose_tenders
from app.domain.ids import WalletId
from app.domain.ledger import BONUS, PRINCIPAL
from app.domain.member import Holding, MemberView
from app.domain.programme.model import TenderType
from app.domain.tender import Settlement, settle


def member_with(usable: int) -> MemberView:
    holdings = {
        PRINCIPAL: Holding(PRINCIPAL, 90_000, usable - usable // 10),
        BONUS: Holding(BONUS, 5_000, usable // 10),
    }
    return MemberView(WalletId("w"), None, None, holdings)


@pytest.mark.parametrize("usable", [0, 1, 4_999, 5_000, 60_000])
def test_what_is_due_is_paid(usable: int) -> None:
    chance = Random(1)
    for _ in range(200):
        due = chance.randrange(1, 12_000)
        tendered = choose_tenders(chance, due, member_with(usable))
        settlement = settle(due, tendered)
        assert isinstance(settlement, Settlement)
        assert settlement.is_paid
        from_card = sum(tender.given_minor for tender in tendered if tender.type is TenderType.STORED_VALUE)
        assert from_card <= usable


def test_every_kind_of_tender_is_used() -> None:
    chance = Random(1)
    kinds = Counter(tender.kind for _ in range(500) for tender in choose_tenders(chance, 8_000, member_with(6_000)))
    assert set(kinds) == {"stored_value", "cash", "wechat", "alipay", "bank_card"}


def test_nothing_due_asks_for_nothing() -> None:
    assert choose_tenders(Random(1), 0, None) == ()
