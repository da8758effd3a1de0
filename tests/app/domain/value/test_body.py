"""Bodies of value deals: read back as they were, and short where nothing is special."""

import json

from hypothesis import given

from app.domain.ids import EventId, WalletId
from app.domain.lease import Take
from app.domain.ledger import PRINCIPAL, Lot
from app.domain.programme.model import TenderType
from app.domain.sale.facts import SaleTender
from app.domain.value.body import deal_from_body, deal_to_body, kind_of_deal
from app.domain.value.facts import Holder, Service, ServiceDeal, TopUp, Transfer, ValueDeal
from tests.app.domain.builders import origin
from tests.app.domain.deals import DEALS

ZHANG, LI = Holder(WalletId("w-zhang")), Holder(WalletId("w-li"))
LOTS, ROWS = (Take(PRINCIPAL, Lot("top_up"), 500),), [["principal", "top_up||", 500]]
OPENING = {"id": "e1", "origin": deal_to_body(Transfer(EventId("e1"), origin(), "CNY", ZHANG, LI, ()))["origin"]}


@given(DEALS)
def test_a_deal_is_read_back_as_it_was(deal: ValueDeal) -> None:
    assert deal_from_body(kind_of_deal(deal), json.loads(json.dumps(deal_to_body(deal)))) == deal


def test_a_plain_deal_says_nothing_that_goes_without_saying() -> None:
    event, here = EventId("e1"), origin()
    paid = SaleTender("cash", TenderType.CASH, 500, 500)
    assert deal_to_body(TopUp(event, here, "CNY", ZHANG, (paid,), 0, LOTS)) == {
        **OPENING,
        "currency": "CNY",
        "holder": {"wallet": "w-zhang"},
        "tenders": [{"kind": "cash", "amount": 500}],
        "credits": ROWS,
    }
    assert deal_to_body(Transfer(event, here, "CNY", ZHANG, LI, LOTS)) == {
        **OPENING,
        "currency": "CNY",
        "source": {"wallet": "w-zhang"},
        "target": {"wallet": "w-li"},
        "moved": ROWS,
    }
    assert deal_to_body(ServiceDeal(event, here, "CNY", ZHANG, Service.PASS_USE, "year", "shop", 3)) == {
        **OPENING,
        "currency": "CNY",
        "holder": {"wallet": "w-zhang"},
        "service": "pass_use",
        "about": "year",
        "programme": ["shop", 3],
    }
