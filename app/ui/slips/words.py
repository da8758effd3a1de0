"""Slips in words."""

from PySide6.QtCore import QCoreApplication

from app.ports.store import Slip, SlipKind, SlipState
from app.ui.translation import QT_TRANSLATE_NOOP

_KINDS = {
    SlipKind.SALE: QT_TRANSLATE_NOOP("Slip", "Receipt"),
    SlipKind.GIFT: QT_TRANSLATE_NOOP("Slip", "Gift receipt"),
    SlipKind.REFUND: QT_TRANSLATE_NOOP("Slip", "Refund slip"),
    SlipKind.VALUE: QT_TRANSLATE_NOOP("Slip", "Stored-value slip"),
    SlipKind.SERVICE: QT_TRANSLATE_NOOP("Slip", "Pass or service slip"),
    SlipKind.X_REPORT: QT_TRANSLATE_NOOP("Slip", "X report"),
    SlipKind.Z_REPORT: QT_TRANSLATE_NOOP("Slip", "Z report"),
    SlipKind.SHIFT: QT_TRANSLATE_NOOP("Slip", "Shift slip"),
    SlipKind.TEST: QT_TRANSLATE_NOOP("Slip", "Test page"),
    SlipKind.DRAWER: QT_TRANSLATE_NOOP("Slip", "Open drawer"),
}
_WAITS = QT_TRANSLATE_NOOP("Slip", "waits")
_REPRINT = QT_TRANSLATE_NOOP("Slip", "reprint")
_CUT_SHORT = QT_TRANSLATE_NOOP("Slip", "cut short")


def slip_kind(kind: SlipKind) -> str:
    """What it is."""
    return QCoreApplication.translate("Slip", _KINDS[kind])


def slip_state(slip: Slip) -> str:
    """Where it stands."""
    if slip.state is SlipState.BEGUN:
        return QCoreApplication.translate("Slip", _CUT_SHORT)
    return QCoreApplication.translate("Slip", _REPRINT if slip.is_reprint else _WAITS)
