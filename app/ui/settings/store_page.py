"""Where the till keeps its data, and who keeps the key."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from app.ports.device_bench import StoreFacts
from app.ui.settings.page import SettingsPage
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.translation import QT_TRANSLATE_NOOP
from app.ui.widgets.badge import Badge
from app.ui.widgets.panel import clear, row
from app.ui.widgets.text import Role, Text

_PROVIDERS = {
    "os_keyring": QT_TRANSLATE_NOOP("Store", "the system's keyring"),
    "key_file": QT_TRANSLATE_NOOP("Store", "a key file beside the data"),
    "dpapi": QT_TRANSLATE_NOOP("Store", "Windows, for this user"),
    "passphrase": QT_TRANSLATE_NOOP("Store", "a passphrase at each start"),
}


class StorePage(SettingsPage):
    """Facts only; nothing here can be changed by accident."""

    def __init__(self) -> None:
        super().__init__()
        self._facts: StoreFacts | None = None
        self._till, self._data = self.add_card(), self.add_card()
        self.close_column()
        self.retranslate()

    def show_store(self, facts: StoreFacts) -> None:
        """These facts."""
        self._facts = facts
        self.retranslate()

    def retranslate(self) -> None:
        """Every text again."""
        self._till.set_words(self.tr("This till"))
        self._data.set_words(
            self.tr("Data"), self.tr("The command membertill backup saves it, membertill verify checks it.")
        )
        for card in (self._till, self._data):
            clear(card.fields)
        if self._facts is None:
            self._till.fields.addWidget(Text(self.tr("Asking …"), tone=Tone.FAINT))
            return
        facts = self._facts
        for caption, value in (
            (self.tr("Till"), facts.till),
            (self.tr("Epoch"), str(facts.epoch)),
            (self.tr("Version"), facts.version),
        ):
            self._till.fields.addLayout(_line(caption, value))
        second = facts.second_journal or self.tr("none")
        for caption, value in (
            (self.tr("Folder"), facts.data_dir),
            (self.tr("Size"), f"{facts.store_bytes / 1_000_000:,.1f} MB"),
            (self.tr("Second journal"), second),
            (self.tr("The key is kept by"), _provider(facts.key_provider)),
        ):
            self._data.fields.addLayout(_line(caption, value))
        sealed = Badge(self.tr("Encrypted"), Tone.ACCENT, Icon.LOCK)
        self._data.fields.addWidget(sealed if facts.is_encrypted else self._open_badge())

    def _open_badge(self) -> Badge:
        return Badge(self.tr("Not encrypted"), Tone.BAD, Icon.WARN)


def _provider(provider: str) -> str:
    words = _PROVIDERS.get(provider)
    return QCoreApplication.translate("Store", words) if words else provider


def _line(caption: str, value: str) -> QHBoxLayout:
    line = row(spacing=Space.M)
    name = Text(caption, Role.BODY, Tone.SOFT)
    name.setFixedWidth(180)
    line.addWidget(name)
    line.addWidget(Text(value, Role.LABEL, wraps=True), 1)
    return line
