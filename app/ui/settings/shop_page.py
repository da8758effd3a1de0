"""The shop: what stands on every receipt."""

from app.settings import ShopSettings
from app.ui.settings.page import SettingsPage
from app.ui.theme.tokens import Space
from app.ui.widgets.choice import Choice
from app.ui.widgets.field import Labelled, TextField
from app.ui.widgets.panel import row

RECEIPT_LANGUAGES = ("zh_CN", "en")


class ShopPage(SettingsPage):
    """Name, address, telephone, the last line, and the language of the paper."""

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self.retranslate()

    def show_settings(self, settings: ShopSettings) -> None:
        """Put these into the fields."""
        self._name.setText(settings.shop_name)
        self._address.setText(settings.shop_address)
        self._phone.setText(settings.shop_phone)
        self._footer.setText(settings.receipt_footer)
        self._language.set_value(settings.receipt_language)

    def changed(self, settings: ShopSettings) -> ShopSettings:
        """With the shop's words."""
        return settings.model_copy(
            update={
                "shop_name": self._name.text().strip() or settings.shop_name,
                "shop_address": self._address.text().strip(),
                "shop_phone": self._phone.text().strip(),
                "receipt_footer": self._footer.text().strip(),
                "receipt_language": self._language.value(),
            }
        )

    def retranslate(self) -> None:
        """Every text again."""
        self._head.set_words(self.tr("Shop"), self.tr("This stands at the top of every receipt."))
        self._foot.set_words(self.tr("Receipts"))
        for labelled, caption in zip(
            self._labelled,
            (self.tr("Name"), self.tr("Address"), self.tr("Telephone"), self.tr("Last line"), self.tr("Language")),
            strict=True,
        ):
            labelled.set_caption(caption)
        self._footer.setPlaceholderText(self.tr("Thank you, see you again"))
        self._language.set_words(("简体中文", "English"))

    def _build(self) -> None:
        self._name, self._address = TextField(takes_names=True), TextField(takes_names=True)
        self._phone, self._footer = TextField(), TextField(takes_names=True)
        self._language = Choice(RECEIPT_LANGUAGES)
        fields = (self._name, self._address, self._phone, self._footer, self._language)
        self._labelled = [Labelled("", field) for field in fields]
        name, address, phone, footer, language = self._labelled
        for field in (self._name, self._address, self._phone, self._footer):
            field.setMaxLength(60)
        self._head, self._foot = self.add_card(), self.add_card()
        line = row(spacing=Space.M)
        line.addWidget(name, 2)
        line.addWidget(phone, 1)
        self._head.fields.addLayout(line)
        self._head.fields.addWidget(address)
        self._foot.fields.addWidget(footer)
        self._foot.fields.addWidget(language)
        self.close_column()
