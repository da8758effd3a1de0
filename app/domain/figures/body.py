"""The figures of a shift as JSON in the body of its closing event, and back."""

from typing import Any

from app.domain.figures.till_day import TillDay
from app.domain.figures.value_day import ValueDay


def figures_to_json(figures: TillDay) -> dict[str, Any]:
    """The figures as they stand in the Z report's event."""
    return {
        "sales": [figures.sale_count, figures.sales_minor],
        "refunds": [figures.refund_count, figures.refunds_minor],
        "saving": figures.saving_minor,
        "receipts": [figures.first_receipt, figures.last_receipt],
        "tenders": dict(figures.tenders),
        "taxes": [[rate, gross, tax] for rate, (gross, tax) in sorted(figures.taxes.items())],
        "float": figures.float_minor,
        "paid_in": figures.paid_in_minor,
        "paid_out": figures.paid_out_minor,
        "cash_sales": figures.cash_sales_minor,
        "drawer_openings": figures.drawer_openings,
        "expected_cash": figures.expected_cash_minor,
        "perpetual": figures.perpetual_minor,
        "value": _value_to_json(figures.value),
    }


def figures_from_json(json: Any) -> TillDay:
    """The figures that such a body holds."""
    return TillDay(
        sale_count=json["sales"][0],
        sales_minor=json["sales"][1],
        refund_count=json["refunds"][0],
        refunds_minor=json["refunds"][1],
        saving_minor=json["saving"],
        first_receipt=json["receipts"][0],
        last_receipt=json["receipts"][1],
        tenders=json["tenders"],
        taxes={rate: (gross, tax) for rate, gross, tax in json["taxes"]},
        float_minor=json["float"],
        paid_in_minor=json["paid_in"],
        paid_out_minor=json["paid_out"],
        cash_sales_minor=json["cash_sales"],
        drawer_openings=json["drawer_openings"],
        expected_cash_minor=json["expected_cash"],
        perpetual_minor=json["perpetual"],
        value=_value_from_json(json["value"]) if "value" in json else ValueDay(),
    )


def _value_to_json(value: ValueDay) -> dict[str, Any]:
    return {
        "top_ups": [value.top_up_count, value.topped_up_minor],
        "refunds": [value.refund_count, value.refunded_minor],
        "transfers": [value.transfer_count, value.transferred_minor],
        "services": [value.service_count, value.services_minor],
        "cash": value.cash_minor,
        "tenders": dict(value.tenders),
    }


def _value_from_json(json: Any) -> ValueDay:
    return ValueDay(
        top_up_count=json["top_ups"][0],
        topped_up_minor=json["top_ups"][1],
        refund_count=json["refunds"][0],
        refunded_minor=json["refunds"][1],
        transfer_count=json["transfers"][0],
        transferred_minor=json["transfers"][1],
        service_count=json.get("services", (0, 0))[0],
        services_minor=json.get("services", (0, 0))[1],
        cash_minor=json["cash"],
        tenders=json["tenders"],
    )
