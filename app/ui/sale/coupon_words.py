"""How a coupon stands to the basket, and why an offer is withheld, in words."""

from PySide6.QtCore import QCoreApplication

from app.domain.pricing import CouponState, Held, HeldCoupon, PricedBasket, Withheld
from app.ui.session import Session
from app.ui.theme.tokens import Tone
from app.ui.translation import QT_TRANSLATE_NOOP
from app.ui.widgets.amount import money

_STATES = {
    CouponState.APPLIED: (QT_TRANSLATE_NOOP("Coupon", "Used: {saved} off"), Tone.ACCENT),
    CouponState.FITS: (QT_TRANSLATE_NOOP("Coupon", "Fits, but saves nothing beyond the offers used"), Tone.SOFT),
    CouponState.DECLINED: (QT_TRANSLATE_NOOP("Coupon", "Kept for another time"), Tone.SOFT),
    CouponState.ON_REQUEST: (QT_TRANSLATE_NOOP("Coupon", "Used only if the customer asks"), Tone.SOFT),
    CouponState.NOT_NOW: (QT_TRANSLATE_NOOP("Coupon", "Not on this day or hour, or not for this member"), Tone.FAINT),
    CouponState.NO_GOODS: (QT_TRANSLATE_NOOP("Coupon", "None of its goods are in the basket"), Tone.FAINT),
    CouponState.MISSING: (QT_TRANSLATE_NOOP("Coupon", "{missing} more of its goods and it fits"), Tone.WARN),
    CouponState.EXCLUDED: (QT_TRANSLATE_NOOP("Coupon", "Not together with {by}"), Tone.FAINT),
    CouponState.ELSEWHERE: (QT_TRANSLATE_NOOP("Coupon", "Lies at head office or another till"), Tone.FAINT),
}
_WITHHELD = {
    Held.NEEDS_LEASE: QT_TRANSLATE_NOOP("Coupon", "{name}: this till holds none; head office lends it when reached"),
    Held.LIMIT_REACHED: QT_TRANSLATE_NOOP("Coupon", "{name}: used up for this period"),
}


def coupon_state(coupon: HeldCoupon, session: Session) -> tuple[str, Tone]:
    """The state with its figures, and how it is painted."""
    words, tone = _STATES[coupon.state]
    said = QCoreApplication.translate("Coupon", words)
    return said.format(
        saved=money(coupon.saved_minor), missing=money(coupon.missing_minor), by=offer_name(coupon.by, session)
    ), tone


def withheld_texts(priced: PricedBasket, session: Session) -> tuple[str, ...]:
    """Offers that would fit and are not given here, each with the reason."""
    return tuple(_withheld(each, session) for each in priced.withheld)


def coupons_line(priced: PricedBasket) -> str:
    """How many coupons there are, or what those used save; empty for none. Short: a button says it."""
    if not priced.coupons:
        return ""
    used = [coupon for coupon in priced.coupons if coupon.state is CouponState.APPLIED]
    if not used:
        return QCoreApplication.translate("Coupon", "Coupons: {count}").format(count=len(priced.coupons))
    return money(-sum(coupon.saved_minor for coupon in used))


def offer_name(offer: str, session: Session) -> str:
    """What an offer is called."""
    names = session.programme.offer_names(offer)
    return session.name(names) if names else offer


def _withheld(withheld: Withheld, session: Session) -> str:
    words = QCoreApplication.translate("Coupon", _WITHHELD[withheld.why])
    return words.format(name=offer_name(withheld.offer, session))
