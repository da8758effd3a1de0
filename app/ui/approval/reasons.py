"""The reasons a shop gives most, by what they are for; free words go as well."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.staff import Permission
from app.ui.translation import QT_TRANSLATE_NOOP

_REASONS: Mapping[Permission, Sequence[str]] = {
    Permission.REFUND: (
        QT_TRANSLATE_NOOP("Reason", "Faulty goods"),
        QT_TRANSLATE_NOOP("Reason", "Wrong item"),
        QT_TRANSLATE_NOOP("Reason", "Changed mind"),
        QT_TRANSLATE_NOOP("Reason", "Scanned twice"),
    ),
    Permission.REFUND_VALUE: (
        QT_TRANSLATE_NOOP("Reason", "Gives the card back"),
        QT_TRANSLATE_NOOP("Reason", "Wrong amount"),
        QT_TRANSLATE_NOOP("Reason", "Wrong card"),
        QT_TRANSLATE_NOOP("Reason", "Moves away"),
    ),
    Permission.UNDO_SERVICE: (
        QT_TRANSLATE_NOOP("Reason", "Wrong member"),
        QT_TRANSLATE_NOOP("Reason", "Wrong service"),
        QT_TRANSLATE_NOOP("Reason", "Noted twice"),
        QT_TRANSLATE_NOOP("Reason", "Changed mind"),
    ),
    Permission.PRICE_OVERRIDE: (
        QT_TRANSLATE_NOOP("Reason", "Close to its date"),
        QT_TRANSLATE_NOOP("Reason", "Damaged packing"),
        QT_TRANSLATE_NOOP("Reason", "Shelf label differs"),
        QT_TRANSLATE_NOOP("Reason", "As agreed"),
    ),
    Permission.SALE_EXCEPTION: (
        QT_TRANSLATE_NOOP("Reason", "As agreed"),
        QT_TRANSLATE_NOOP("Reason", "Ordered before"),
        QT_TRANSLATE_NOOP("Reason", "Last piece"),
    ),
    Permission.OPEN_DRAWER: (
        QT_TRANSLATE_NOOP("Reason", "Change notes"),
        QT_TRANSLATE_NOOP("Reason", "Check the cash"),
    ),
    Permission.CLOSE_PAYMENT: (
        QT_TRANSLATE_NOOP("Reason", "Looked up at the provider"),
        QT_TRANSLATE_NOOP("Reason", "Seen on the phone"),
        QT_TRANSLATE_NOOP("Reason", "Stands on the terminal's slip"),
        QT_TRANSLATE_NOOP("Reason", "Paid out in cash"),
    ),
    Permission.MERGE_MEMBERS: (
        QT_TRANSLATE_NOOP("Reason", "One person twice"),
        QT_TRANSLATE_NOOP("Reason", "New phone number"),
        QT_TRANSLATE_NOOP("Reason", "The member wishes it"),
    ),
    Permission.CASH_MOVEMENT: (
        QT_TRANSLATE_NOOP("Reason", "Small change"),
        QT_TRANSLATE_NOOP("Reason", "To the bank"),
        QT_TRANSLATE_NOOP("Reason", "Shop expenses"),
        QT_TRANSLATE_NOOP("Reason", "Correct the float"),
    ),
}


def usual_reasons(permission: Permission) -> tuple[str, ...]:
    """The reasons to offer, in the language of the screens."""
    return tuple(QCoreApplication.translate("Reason", reason) for reason in _REASONS.get(permission, ()))
