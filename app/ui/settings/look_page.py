"""Language, theme, and when the till locks itself."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy

from app.ports.device_bench import SerialPort
from app.settings import ShopSettings
from app.ui.settings.page import SettingsPage, choose_number, numbers_box
from app.ui.settings.pole_fields import PoleFields
from app.ui.widgets.choice import Choice
from app.ui.widgets.field import Labelled
from app.ui.words import LANGUAGES

_TITLED, _FULL = "titled", "full"
_CUSTOMER = ("second", "window", "off")
_SOUNDS = ("off", "quiet", "loud")
_MINUTES = (0, 2, 5, 10, 15, 30, 60)


class LookPage(SettingsPage):
    """In force as soon as it is saved; no restart."""

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self.retranslate()

    def show_settings(self, settings: ShopSettings) -> None:
        """Put these into the fields."""
        self._language.set_value(settings.language)
        self._theme.set_value(settings.theme)
        self._window.set_value(_FULL if settings.full_screen else _TITLED)
        self._sounds.set_value(settings.sounds)
        self._customer.set_value(settings.customer_window)
        self._pole.show_settings(settings.pole)
        choose_number(self._lock, settings.lock_after_minutes)
        self._name_minutes()

    def changed(self, settings: ShopSettings) -> ShopSettings:
        """With the look."""
        return settings.model_copy(
            update={
                "language": self._language.value(),
                "theme": self._theme.value(),
                "full_screen": self._window.value() == _FULL,
                "sounds": self._sounds.value(),
                "customer_window": self._customer.value(),
                "pole": self._pole.settings(),
                "lock_after_minutes": self._lock.currentData(),
            }
        )

    def show_ports(self, ports: Sequence[SerialPort]) -> None:
        """The serial ports there are now."""
        self._pole.show_ports(ports)

    def retranslate(self) -> None:
        """Every text again."""
        self._pole.retranslate()
        self._card.set_words(self.tr("Language and look"), self.tr("In force as soon as you save; nothing restarts."))
        self._safety.set_words(self.tr("Lock screen"), self.tr("The basket stays as it is while the till is locked."))
        self._language_label.set_caption(self.tr("Language of the screens"))
        self._theme_label.set_caption(self.tr("Theme"))
        self._lock_label.set_caption(self.tr("Lock when nobody has touched the till for"))
        self._language.set_words(tuple(LANGUAGES.values()))
        self._window_label.set_caption(self.tr("Window; Alt+Enter changes it at any time"))
        self._window.set_words((self.tr("With title bar"), self.tr("Full screen")))
        self._sounds_label.set_caption(self.tr("Sounds"))
        self._sounds.set_words((self.tr("Off"), self.tr("Quiet"), self.tr("Loud")))
        self._customer_card.set_words(
            self.tr("For the customer"),
            self.tr("Goods, reasons, sum, codes to pay; the pictures of the folder 'pictures' in between."),
        )
        self._customer_label.set_caption(self.tr("The customer sees it"))
        self._customer.set_words((self.tr("On a second screen"), self.tr("In a window"), self.tr("Not at all")))
        self._theme.set_words((self.tr("Light"), self.tr("Dark")))
        self._name_minutes()

    def _build(self) -> None:
        self._language, self._theme = Choice(tuple(LANGUAGES)), Choice(("light", "dark"))
        self._window = Choice((_TITLED, _FULL))
        self._window_label = Labelled("", self._window)
        self._lock = numbers_box(_MINUTES)
        self._lock.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._lock.setMinimumWidth(220)
        self._language_label, self._theme_label = Labelled("", self._language), Labelled("", self._theme)
        self._lock_label = Labelled("", self._lock)
        self._sounds = Choice(_SOUNDS)
        self._sounds_label = Labelled("", self._sounds)
        self._customer = Choice(_CUSTOMER)
        self._customer_label = Labelled("", self._customer)
        self._card, self._safety, self._customer_card = self.add_card(), self.add_card(), self.add_card()
        self._card.fields.addWidget(self._language_label)
        self._card.fields.addWidget(self._theme_label)
        self._card.fields.addWidget(self._window_label)
        self._card.fields.addWidget(self._sounds_label)
        self._safety.fields.addWidget(self._lock_label)
        self._pole = PoleFields()
        self._customer_card.fields.addWidget(self._customer_label)
        self._customer_card.fields.addWidget(self._pole)
        self.close_column()

    def _name_minutes(self) -> None:
        for index in range(self._lock.count()):
            minutes = self._lock.itemData(index)
            words = self.tr("{minutes} minutes").format(minutes=minutes) if minutes else self.tr("Never")
            self._lock.setItemText(index, words)
