"""The shop's codes: which numbers are cards, what the scales print, and what becomes of goods past their date."""

from PySide6.QtWidgets import QComboBox

from app.settings import ShopSettings
from app.ui.settings.code_rows import CardRow, LabelRow
from app.ui.settings.edit_rows import EditRows
from app.ui.settings.heard_card import HeardCard
from app.ui.settings.page import SettingsPage
from app.ui.settings.presenter import Heard
from app.ui.theme.tokens import Space
from app.ui.widgets.choice import Choice
from app.ui.widgets.field import Labelled
from app.ui.widgets.panel import row

_TRACKS = ("any", "1", "2", "3")
_CHIP_NUMBERS = ("hex", "decimal")
_PAST_DATES = ("warn", "refuse")


class CodesPage(SettingsPage):
    """While this page is open, scans are shown here and sold nowhere."""

    def __init__(self) -> None:
        super().__init__()
        self._heard = HeardCard()
        self.put_card(self._heard)
        self._build_cards()
        self._build_goods()
        self.close_column()
        self.retranslate()

    def show_settings(self, settings: ShopSettings) -> None:
        """Put these into the fields."""
        self._cards.show_rows([CardRow(rule) for rule in settings.cards])
        self._labels.show_rows([LabelRow(rule) for rule in settings.weighed])
        self._track.setCurrentIndex(self._track.findData(settings.card_track))
        self._chip.setCurrentIndex(self._chip.findData(settings.chip_number))
        self._past.set_value(settings.past_dates)

    def changed(self, settings: ShopSettings) -> ShopSettings:
        """With the rules."""
        return settings.model_copy(
            update={
                "cards": tuple(card for line in self._cards.rows if (card := line.rule())),
                "weighed": tuple(label for line in self._labels.rows if (label := line.rule())),
                "card_track": self._track.currentData(),
                "chip_number": self._chip.currentData(),
                "past_dates": self._past.value(),
            }
        )

    def show_heard(self, heard: Heard) -> None:
        """One more scan."""
        self._heard.show_heard(heard)

    def retranslate(self) -> None:
        """Every text again."""
        self._heard.retranslate()
        self._card_rules.set_words(
            self.tr("Cards"), self.tr("Which numbers are cards of this shop. Cards in use must stay among them.")
        )
        none, remove = self.tr("None."), self.tr("Remove")
        self._cards.set_words(none, self.tr("Add cards"), remove)
        self._track_label.set_caption(self.tr("The number is on magnetic track"))
        self._track.setItemText(0, self.tr("any; all must agree"))
        self._chip_label.set_caption(self.tr("Chip cards are listed by their number in"))
        self._chip.setItemText(0, self.tr("hex digits"))
        self._chip.setItemText(1, self.tr("ten decimal digits"))
        self._goods.set_words(
            self.tr("Labels of the scales"), self.tr("13 digits: prefix, goods number P, value V, check digit C.")
        )
        self._labels.set_words(none, self.tr("Add labels"), remove)
        self._past_label.set_caption(self.tr("Goods whose label says they are past their date"))
        self._past.set_words((self.tr("Sell and warn"), self.tr("Do not sell")))

    def _build_cards(self) -> None:
        self._card_rules = self.add_card()
        self._cards = EditRows[CardRow](CardRow)
        self._cards.foot.addStretch(1)
        self._track, self._chip = QComboBox(), QComboBox()
        for track in _TRACKS:
            self._track.addItem(track, track)
        for form in _CHIP_NUMBERS:
            self._chip.addItem("", form)
        self._track_label, self._chip_label = Labelled("", self._track), Labelled("", self._chip)
        line = row(spacing=Space.M)
        line.addWidget(self._track_label, 1)
        line.addWidget(self._chip_label, 1)
        self._card_rules.fields.addWidget(self._cards.widget)
        self._card_rules.fields.addLayout(line)

    def _build_goods(self) -> None:
        self._goods = self.add_card()
        self._labels = EditRows[LabelRow](LabelRow)
        self._labels.foot.addStretch(1)
        self._past = Choice(_PAST_DATES)
        self._past_label = Labelled("", self._past)
        self._goods.fields.addWidget(self._labels.widget)
        self._goods.fields.addWidget(self._past_label)
