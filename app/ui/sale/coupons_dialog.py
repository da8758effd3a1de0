"""The coupons that the member holds: which are used, which would fit with one more step, and why the others do not."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.pricing import CouponState, HeldCoupon, PricedBasket
from app.domain.programme.rights import coupon_unit
from app.ui.sale.coupon_words import coupon_state, offer_name
from app.ui.session import Session
from app.ui.theme.tokens import Tone
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.table import Align, Column, Row, Table

_TURNS = frozenset(
    {CouponState.APPLIED, CouponState.FITS, CouponState.DECLINED, CouponState.ON_REQUEST, CouponState.MISSING}
)


class CouponsDialog(Dialog):
    """`turned(coupon)` uses one or keeps it; the list then shows what `priced()` has become."""

    turned = Signal(str)

    def __init__(self, host: QWidget, priced: Callable[[], PricedBasket], session: Session) -> None:
        super().__init__(host, "", width=760)
        self._priced, self._session = priced, session
        self.set_title(self.tr("Coupons"))
        self.set_intro(self.tr("The best of them is used by itself. Enter keeps one for another time, or uses it."))
        self._table = Table([Column("", 240, bold=True), Column("", 60, Align.RIGHT), Column("")])
        self._table.horizontalHeader().hide()
        self._table.setMinimumHeight(min(7, max(3, len(priced().coupons))) * 48 + 4)
        self._table.chosen.connect(self._turn)
        self.body.addWidget(self._table)
        self.add_cancel(self.tr("Back"))
        self._main = self.add_main(self.tr("Use or keep"))
        self._main.clicked.connect(lambda: self._turn(self._table.row()))
        self.setFocusProxy(self._table)
        self._refresh(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space does as Enter."""
        if event.key() == Qt.Key.Key_Space:
            self._turn(self._table.row())
            return
        super().keyPressEvent(event)

    def _refresh(self, row: int) -> None:
        self._table.set_rows(self._rows(), select=row)

    def _rows(self) -> Sequence[Row]:
        priced, rows = self._priced(), []
        view = priced.basket.member
        for coupon in priced.coupons:
            words, tone = coupon_state(coupon, self._session)
            count = view.total(coupon_unit(coupon.coupon)) if view else 0
            shown = Tone.PLAIN if tone is Tone.SOFT else tone
            rows.append(Row((offer_name(coupon.coupon, self._session), f"×{count}", words), shown))
        return rows

    def _turn(self, row: int | None) -> None:
        coupons = self._priced().coupons
        if row is None or row >= len(coupons):
            return
        coupon = coupons[row]
        if coupon.state not in _TURNS:
            self.tell(self.tr("This coupon cannot be used now"), self._why_not(coupon))
            return
        self.turned.emit(coupon.coupon)
        self._refresh(row)

    def _why_not(self, coupon: HeldCoupon) -> str:
        """Its state; where another coupon of the member's is in its way, how that one goes out of it."""
        if coupon.by in {each.coupon for each in self._priced().coupons if each.state is CouponState.APPLIED}:
            words = self.tr("To use it, keep {by} first: choose that and press Enter.")
            return words.format(by=offer_name(coupon.by, self._session))
        return coupon_state(coupon, self._session)[0]
