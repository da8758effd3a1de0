"""Points off the bill: how many, and what they are worth."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.ledger import POINTS
from app.domain.pricing import PricedBasket, points_taken
from app.domain.programme.model import PointsOff
from app.ui.session import Session
from app.ui.theme.tokens import Tone, TypeSize
from app.ui.widgets.amount import money
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import Labelled, QuantityField
from app.ui.widgets.number_pad import NumberPad
from app.ui.widgets.text import Role, Text

MILLI = 1_000


class PointsDialog(Dialog):
    """Starts with as many as the bill takes; `decided(points)`, 0 takes them back."""

    decided = Signal(int)

    def __init__(self, host: QWidget, priced: PricedBasket, rule: PointsOff, session: Session) -> None:
        super().__init__(host, "", width=440)
        self._priced, self._session, self._rule = priced, session, rule
        view = priced.basket.member
        usable = view.usable(POINTS) if view else 0
        elsewhere = max(0, view.total(POINTS) - usable) if view else 0
        self._most = self._taken(None)
        self.set_title(self.tr("Points off the bill"))
        rate = self.tr("{points} points are worth {worth}; {usable} can be used here.").format(
            points=f"{rule.points:,}", worth=money(rule.worth_minor), usable=f"{usable:,}"
        )
        away = self.tr("{points} more lie at head office or other tills.").format(points=f"{elsewhere:,}")
        self.set_intro(f"{rate} {away}" if elsewhere else rate)
        self._field = QuantityField(whole=True, digits=8)
        self._field.set_milli((self._chosen() or self._most) * MILLI)
        self._worth = Text("", Role.STRONG, Tone.ACCENT)
        self._worth.setMinimumHeight(TypeSize.AMOUNT)
        self.body.addWidget(Labelled(self.tr("Points, at most {most}").format(most=f"{self._most:,}"), self._field))
        self.body.addWidget(self._worth)
        self.body.addWidget(NumberPad(self._field, ""))
        self.add_cancel(self.tr("Back"))
        none = self.add_button(self.tr("No points"), key="F8")
        none.clicked.connect(lambda: self._decide(0))
        self.add_main(self.tr("Use")).clicked.connect(self._submit)
        self._field.textChanged.connect(self._show_worth)
        self.setFocusProxy(self._field)
        self._show_worth()

    def _taken(self, points: int | None) -> int:
        return points_taken(self._priced, self._session.programme, self._session.moment(), points)

    def _chosen(self) -> int:
        return self._taken(self._priced.basket.wishes.points)

    def _typed(self) -> int:
        return (self._field.milli() or 0) // MILLI

    def _show_worth(self) -> None:
        used = self._taken(self._typed())
        words = self.tr("{points} points: {worth} off")
        worth_minor = used // self._rule.points * self._rule.worth_minor
        self._worth.setText(words.format(points=f"{used:,}", worth=money(worth_minor)))

    def _submit(self) -> None:
        points = self._typed()
        if points > self._most:
            self.tell(
                self.tr("This bill takes at most {most} points").format(most=f"{self._most:,}"),
                self.tr("Type fewer, or leave the number as it was."),
            )
            return
        if points and not self._taken(points):
            self.tell(
                self.tr("So few points are worth nothing yet"),
                self.tr("Points are taken in steps of {points}.").format(points=f"{self._rule.points:,}"),
            )
            return
        self._decide(points)

    def _decide(self, points: int) -> None:
        self.accept()
        self.decided.emit(points)


def points_used(priced: PricedBasket) -> int:
    """How many points this price uses up."""
    return sum(spend.amount for spend in priced.spends if spend.unit == POINTS)
