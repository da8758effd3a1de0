"""What a code is, in a word or two."""

from PySide6.QtCore import QCoreApplication

from app.domain.codes import (
    BankCard,
    Code,
    Gs1Item,
    Gtin,
    MemberCard,
    MemberCode,
    ReceiptCode,
    StoredValueCard,
    Unknown,
    UnreadableCard,
    Voucher,
    WeighedItem,
)
from app.ui.translation import QT_TRANSLATE_NOOP

_WORDS: dict[type, str] = {
    Gtin: QT_TRANSLATE_NOOP("Code", "goods"),
    WeighedItem: QT_TRANSLATE_NOOP("Code", "weighed goods"),
    Gs1Item: QT_TRANSLATE_NOOP("Code", "goods, GS1 label"),
    MemberCode: QT_TRANSLATE_NOOP("Code", "member code on a phone"),
    MemberCard: QT_TRANSLATE_NOOP("Code", "member card"),
    StoredValueCard: QT_TRANSLATE_NOOP("Code", "stored-value card"),
    Voucher: QT_TRANSLATE_NOOP("Code", "voucher"),
    ReceiptCode: QT_TRANSLATE_NOOP("Code", "receipt"),
    BankCard: QT_TRANSLATE_NOOP("Code", "bank card, not kept"),
    UnreadableCard: QT_TRANSLATE_NOOP("Code", "unreadable swipe"),
    Unknown: QT_TRANSLATE_NOOP("Code", "unknown"),
}
_WRONG_DIGIT = QT_TRANSLATE_NOOP("Code", "a digit is wrong")


def code_words(code: Code) -> str:
    """What it is."""
    if isinstance(code, Unknown) and code.bad_check_digit:
        return QCoreApplication.translate("Code", _WRONG_DIGIT)
    return QCoreApplication.translate("Code", _WORDS[type(code)])
