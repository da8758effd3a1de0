"""The kinds of slip that a shop can arrange, and the parts that each of them offers to its template."""

from collections.abc import Mapping
from enum import StrEnum


class Form(StrEnum):
    """A kind of slip; its template is the file of that name."""

    SALE = "sale"
    GIFT = "gift"
    REFUND = "refund"
    VALUE = "value"
    SERVICE = "service"
    X_REPORT = "x_report"
    Z_REPORT = "z_report"
    SHIFT = "shift"
    TEST = "test"


_HEAD = ("shop", "title", "origin")
_DAY = ("shop", "title", "shift", "sales", "tenders", "taxes", "value", "drawer")
_REPORT = (*_DAY, "perpetual")

PARTS: Mapping[Form, tuple[str, ...]] = {
    Form.SALE: (
        *_HEAD,
        *("member", "items", "count", "saving", "total", "tenders", "change", "taxes", "points", "balances"),
        *("code", "barcode", "footer"),
    ),
    Form.GIFT: (*_HEAD, "items", "code", "barcode", "footer"),
    Form.REFUND: (
        *_HEAD,
        *("refund_of", "items", "total", "tenders", "points", "balances", "approval", "signature", "barcode"),
    ),
    Form.VALUE: (
        *_HEAD,
        *("member", "credits", "total", "tenders", "change", "balances", "notes", "approval", "signature"),
        *("proof", "barcode", "footer"),
    ),
    Form.SERVICE: (
        *_HEAD,
        *("member", "service", "points", "left", "total", "tenders", "change", "balances", "approval", "signature"),
        *("barcode", "footer"),
    ),
    Form.X_REPORT: _REPORT,
    Form.Z_REPORT: _REPORT,
    Form.SHIFT: (*_DAY, "movements", "signatures"),
    Form.TEST: ("shop", "title", "origin", "items", "total", "code", "barcode", "footer"),
}
