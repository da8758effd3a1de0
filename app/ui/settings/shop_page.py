"""The shop: what stands on every receipt, how long this till keeps lent value, and what it may refund at risk."""

from app.settings import ShopSettings
from app.ui.settings.page import SettingsPage, choose_number, numbers_box
from app.ui.theme.tokens import Space
from app.ui.widgets.amount import money
from app.ui.widgets.choice import Choice
from app.ui.widgets.field import Labelled, TextField
from app.ui.widgets.panel import row
from app.ui.words import LANGUAGES

_KEEP, _RETURN = "keep", "return"
_IDLE_DAYS = (1, 3, 7, 14, 30)
_RISKS_MINOR = (0, 5_000, 10_000, 20_000, 50_000, 100_000)


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
        self._at_close.set_value(_RETURN if settings.leases.return_at_close else _KEEP)
        choose_number(self._idle, settings.leases.idle_days)
        choose_number(self._at_risk, settings.leases.refund_at_risk_minor)
        self._name_numbers()

    def changed(self, settings: ShopSettings) -> ShopSettings:
        """With the shop's words."""
        return settings.model_copy(
            update={
                "shop_name": self._name.text().strip() or settings.shop_name,
                "shop_address": self._address.text().strip(),
                "shop_phone": self._phone.text().strip(),
                "receipt_footer": self._footer.text().strip(),
                "receipt_language": self._language.value(),
                "leases": settings.leases.model_copy(
                    update={
                        "return_at_close": self._at_close.value() == _RETURN,
                        "idle_days": self._idle.currentData(),
                        "refund_at_risk_minor": self._at_risk.currentData(),
                    }
                ),
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
        self._language.set_words(tuple(LANGUAGES.values()))
        self._value.set_words(
            self.tr("Stored value lent by head office"), self.tr("What lies here can be spent while the line is down.")
        )
        self._at_close_label.set_caption(self.tr("When a shift is closed"))
        self._at_close.set_words((self.tr("Keep it here"), self.tr("Return it")))
        self._idle_label.set_caption(self.tr("Return what nobody used for"))
        self._risk.set_words(
            self.tr("Refunds of another till's sale"),
            self.tr(
                "While that till does not answer, a manager may refund so much of one sale. The shop stands for it."
            ),
        )
        self._at_risk_label.set_caption(self.tr("At most"))
        self._name_numbers()

    def _build(self) -> None:
        self._name, self._address = TextField(takes_names=True), TextField(takes_names=True)
        self._phone, self._footer = TextField(), TextField(takes_names=True)
        self._language = Choice(tuple(LANGUAGES))
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
        self._at_close, self._idle = Choice((_KEEP, _RETURN)), numbers_box(_IDLE_DAYS)
        self._at_close_label, self._idle_label = Labelled("", self._at_close), Labelled("", self._idle)
        self._value = self.add_card()
        value = row(spacing=Space.M)
        value.addWidget(self._at_close_label, 1)
        value.addWidget(self._idle_label, 1)
        self._value.fields.addLayout(value)
        self._at_risk = numbers_box(_RISKS_MINOR)
        self._at_risk_label = Labelled("", self._at_risk)
        self._risk = self.add_card()
        self._risk.fields.addWidget(self._at_risk_label)
        self.close_column()

    def _name_numbers(self) -> None:
        for index in range(self._idle.count()):
            days = self._idle.itemData(index)
            words = self.tr("one day") if days == 1 else self.tr("{days} days").format(days=days)
            self._idle.setItemText(index, words)
        for index in range(self._at_risk.count()):
            amount_minor = self._at_risk.itemData(index)
            self._at_risk.setItemText(index, money(amount_minor) if amount_minor else self.tr("nothing"))
