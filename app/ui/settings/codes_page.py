"""The shop's codes, to read: which numbers are cards, and what the scales print."""

from app.settings import ShopSettings
from app.ui.settings.page import SettingsPage
from app.ui.widgets.table import Column, Row, Table

_ROW = 44


class CodesPage(SettingsPage):
    """They come with the set-up of the shop or from head office; here they are only shown."""

    def __init__(self) -> None:
        super().__init__()
        self._settings: ShopSettings | None = None
        self._build()
        self.retranslate()

    def show_settings(self, settings: ShopSettings) -> None:
        """Show these."""
        self._settings = settings
        cards = [
            Row((rule.prefix + "…", str(rule.length), self._kind(rule.kind), self._yes(is_it=rule.luhn)))
            for rule in settings.cards
        ]
        weighed = [Row((rule.prefix + " PPPPP VVVVV C", self._carries(rule.carries))) for rule in settings.weighed]
        for table, rows in ((self._cards, cards), (self._weighed, weighed)):
            table.set_rows(rows, select=None)
            table.setFixedHeight(_ROW * (len(rows) + 1))

    def retranslate(self) -> None:
        """Every text again."""
        note = self.tr("They are part of the shop's set-up; changing them here could make cards in use unreadable.")
        self._card_rules.set_words(self.tr("Cards"), note)
        self._label_rules.set_words(
            self.tr("Labels of the scales"), self.tr("13 digits: prefix, goods number P, value V, check digit C.")
        )
        self._cards.set_columns(self._card_columns())
        self._weighed.set_columns(self._label_columns())
        if self._settings:
            self.show_settings(self._settings)

    def _build(self) -> None:
        self._card_rules, self._label_rules = self.add_card(), self.add_card()
        self._cards = Table(self._card_columns(), row_height=_ROW)
        self._weighed = Table(self._label_columns(), row_height=_ROW)
        self._card_rules.fields.addWidget(self._cards)
        self._label_rules.fields.addWidget(self._weighed)
        self.close_column()

    def _card_columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Begins with"), bold=True),
            Column(self.tr("Digits"), 110),
            Column(self.tr("Kind"), 180),
            Column(self.tr("Check digit"), 130),
        )

    def _label_columns(self) -> tuple[Column, ...]:
        return (Column(self.tr("Label"), bold=True), Column(self.tr("The value is"), 240))

    def _kind(self, kind: str) -> str:
        return self.tr("stored-value card") if kind == "stored_value" else self.tr("member card")

    def _yes(self, *, is_it: bool) -> str:
        return self.tr("yes") if is_it else self.tr("no")

    def _carries(self, carries: str) -> str:
        return self.tr("the weight in grams") if carries == "weight" else self.tr("the price in fen")
