"""What came of a service, big enough to turn the screen to the member."""

from PySide6.QtCore import Qt

from app.domain.ledger import POINTS
from app.domain.receipt.service import prize_names
from app.domain.value.facts import Service, ServiceDeal
from app.domain.value.services import Offered
from app.ui.benefits.words import kind_word, name_of
from app.ui.session import Session
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.amount import money
from app.ui.widgets.header import IconLabel
from app.ui.widgets.panel import Card
from app.ui.widgets.text import Role, Text


class OutcomePanel(Card):
    """The right-hand side of the screen: a hint, then what came of the last service."""

    def __init__(self, session: Session) -> None:
        super().__init__(margin=Space.L, spacing=Space.M)
        self._session = session
        self._icon = IconLabel(Icon.SPARK, 56, Tone.ACCENT)
        self._what = Text("", Role.BODY, Tone.SOFT, wraps=True)
        self._result = Text("", Role.TITLE, wraps=True)
        self._change = Text("", Role.AMOUNT, wraps=True)
        self._note = Text("", Role.BODY, Tone.SOFT, wraps=True)
        self.inside.addStretch(1)
        self.inside.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignHCenter)
        for text in (self._what, self._result, self._change, self._note):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.inside.addWidget(text)
        self.inside.addStretch(1)

    def show_nothing(self) -> None:
        """Nothing was had yet."""
        for text in (self._what, self._change):
            text.setText("")
        self._result.setText(self.tr("Choose a service"))
        self._note.setText(self.tr("What cannot be had now stands below, with the reason."))

    def show_deal(self, offered: Offered, deal: ServiceDeal) -> None:
        """The prize, the thing, or what is left."""
        self._what.setText(f"{kind_word(offered.service)} · {name_of(offered, self._session)}")
        self._result.setText(self._said(offered, deal))
        change_minor = sum(tender.given_minor - tender.amount_minor for tender in deal.tenders)
        change = self.tr("Change {amount}").format(amount=money(change_minor)) if change_minor > 0 else ""
        self._change.setText(change)
        self._note.setText(self._noted(deal))

    def _said(self, offered: Offered, deal: ServiceDeal) -> str:
        if deal.service is Service.DRAW:
            names = prize_names(self._session.programme, deal.about, deal.prize)
            return self._session.name(names) if names else self.tr("No prize this time")
        return name_of(offered, self._session)

    def _noted(self, deal: ServiceDeal) -> str:
        points = sum(take.amount for take in deal.taken if take.unit == POINTS)
        article = next((each.product for each in self._session.programme.redemptions if each.id == deal.about), "")
        if deal.service is Service.REDEMPTION and article:
            return self.tr("{points} points were used. Hand over article {article}.").format(
                points=f"{points:,}", article=article
            )
        if points:
            return self.tr("{points} points were used. The slip is printing.").format(points=f"{points:,}")
        if deal.service in {Service.ACTION, Service.MEMBERSHIP}:
            return self.tr("Noted. Head office posts what it brings; the slip is printing.")
        return self.tr("The slip is printing.")
