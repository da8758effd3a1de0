"""Bodies of sales and refunds: read back as they were, short where all is usual, and refused where they are none."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import BrokenPromiseError
from app.domain.ids import OperatorId, ProductId, SaleId, ShiftId, TillId
from app.domain.programme.model import TenderType
from app.domain.programme.reasons import Reason, ReasonCode
from app.domain.programme.scene import Moment
from app.domain.sale.basis import Basis, LineBasis
from app.domain.sale.body import refund_from_body, refund_to_body, sale_from_body, sale_to_body
from app.domain.sale.facts import Origin, Refund, Sale, SaleLine, SaleTender
from tests.app.domain.deals import REFUNDS, SALES

JUNK = st.sampled_from((None, 5, "x", [], [5], {}, {"x": 5}))

PLAIN = Sale(
    id=SaleId("s1"),
    origin=Origin(TillId("T01"), 1, 42, ShiftId("shift1"), OperatorId("chen"), "2026-11-22", 1_700, 1_700),
    currency="CNY",
    engine=5,
    programme="shop",
    programme_version=3,
    catalogue_version=7,
    lines=(
        SaleLine(1, ProductId("p1"), "鸡蛋", "", "", "regular", "piece", 1_000, 3_280, 3_280, 3_280, 0),
        SaleLine(
            2, ProductId("p2"), "面包", "6900000000001", "bakery", "regular", "piece", 2_000, 500, 1_000, 900, 1_300,
            (Reason(ReasonCode.PROMOTION, "bread", 1, -100),),
        ),
    ),
    tenders=(SaleTender("cash", TenderType.CASH, 4_180, 4_180),),
    change_minor=0,
    basis=Basis(Moment("2026-11-22", "16:48"), lines=(LineBasis(2, 480),)),
)  # fmt: skip


def said(body: Any) -> Any:
    """The body as it comes back from its JSON."""
    return json.loads(json.dumps(body))


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every container and key inside."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else []
    return [(value, key) for key in keys] + [place for key in keys for place in places(value[key])]


def test_a_plain_sale_says_nothing_that_goes_without_saying() -> None:
    assert sale_to_body(PLAIN) == {
        "sale": "s1",
        "origin": {
            "till": "T01",
            "epoch": 1,
            "receipt": 42,
            "shift": "shift1",
            "operator": "chen",
            "business_date": "2026-11-22",
            "at": 1_700,
        },
        "currency": "CNY",
        "engine": 5,
        "programme": ["shop", 3],
        "catalogue": 7,
        "lines": [
            {"product": "p1", "name": "鸡蛋", "unit_price": 3_280, "net": 3_280},
            {
                "product": "p2",
                "name": "面包",
                "gtin": "6900000000001",
                "category": "bakery",
                "quantity": 2_000,
                "unit_price": 500,
                "list": 1_000,
                "net": 900,
                "tax_rate": 1_300,
                "reasons": [["promotion", "bread", 1, -100]],
            },
        ],
        "tenders": [{"kind": "cash", "amount": 4_180}],
        "basis": {"moment": ["2026-11-22", "16:48"], "lines": [[2, 480]]},
    }
    assert sale_from_body(said(sale_to_body(PLAIN))) == PLAIN


@given(SALES)
def test_a_sale_is_read_back_as_it_was(sale: Sale) -> None:
    assert sale_from_body(said(sale_to_body(sale))) == sale


@given(REFUNDS)
def test_a_refund_is_read_back_as_it_was(refund: Refund) -> None:
    assert refund_from_body(said(refund_to_body(refund))) == refund


@pytest.mark.parametrize("name", sorted(sale_to_body(PLAIN).keys() - {"basis"}))
def test_a_sale_that_says_too_little_is_none(name: str) -> None:
    body = sale_to_body(PLAIN)
    del body[name]
    with pytest.raises(BrokenPromiseError):
        sale_from_body(body)


@pytest.mark.parametrize("name", ["product", "name", "unit_price", "net"])
def test_a_line_that_says_too_little_is_none(name: str) -> None:
    body = sale_to_body(PLAIN)
    del body["lines"][0][name]
    with pytest.raises(BrokenPromiseError):
        sale_from_body(body)


@pytest.mark.parametrize("junk", [None, 5, "x", [], ["lines"]])
def test_what_is_no_body_is_no_sale(junk: Any) -> None:
    with pytest.raises(BrokenPromiseError):
        sale_from_body(junk)


@given(SALES, st.data())
def test_junk_anywhere_is_read_or_refused_and_nothing_else(sale: Sale, data: st.DataObject) -> None:
    body = said(sale_to_body(sale))
    inside, key = data.draw(st.sampled_from(places(body)))
    inside[key] = data.draw(JUNK)
    with suppress(BrokenPromiseError):
        sale_from_body(body)
