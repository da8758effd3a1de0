"""Services in words: what each is, what it costs, how many are left."""

from PySide6.QtCore import QCoreApplication

from app.domain.value.facts import Service
from app.domain.value.services import Offered
from app.ui.session import Session
from app.ui.translation import QT_TRANSLATE_NOOP
from app.ui.widgets.amount import money

_KINDS = {
    Service.REDEMPTION: QT_TRANSLATE_NOOP("Service", "Redeem"),
    Service.ENTITLEMENT: QT_TRANSLATE_NOOP("Service", "Tick off"),
    Service.PASS_USE: QT_TRANSLATE_NOOP("Service", "Use pass"),
    Service.DRAW: QT_TRANSLATE_NOOP("Service", "Spin"),
    Service.ACTION: QT_TRANSLATE_NOOP("Service", "Note action"),
    Service.PASS_SALE: QT_TRANSLATE_NOOP("Service", "Sell pass"),
    Service.PASS_BACK: QT_TRANSLATE_NOOP("Service", "Pay pass back"),
    Service.MEMBERSHIP_BACK: QT_TRANSLATE_NOOP("Service", "Pay membership back"),
    Service.MEMBERSHIP: QT_TRANSLATE_NOOP("Service", "Sell membership"),
}


def kind_word(service: Service) -> str:
    """What is done."""
    return QCoreApplication.translate("Service", _KINDS[service])


def name_of(offered: Offered, session: Session) -> str:
    """What it is called."""
    name = session.name(offered.names)
    return QCoreApplication.translate("Service", "{name}, trial").format(name=name) if offered.is_trial else name


def cost_of(offered: Offered) -> str:
    """What it costs: points, money, one of those left, or nothing."""
    parts: list[str] = []
    if offered.points:
        parts.append(QCoreApplication.translate("Service", "{points} points").format(points=f"{offered.points:,}"))
    if offered.price_minor:
        parts.append(money(offered.price_minor))
    if offered.left is not None:
        parts.append(QCoreApplication.translate("Service", "{count} left").format(count=offered.left))
    return " + ".join(parts)
