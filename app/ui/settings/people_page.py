"""Who is signed on, and the way to another PIN."""

from PySide6.QtCore import Signal

from app.domain.staff import Operator
from app.ui.approval.people import role_name
from app.ui.settings.page import SettingsPage
from app.ui.theme.icons import Icon
from app.ui.widgets.button import Button, Kind, Size


class PeoplePage(SettingsPage):
    """`pin_wanted` when the one who is signed on wants another PIN."""

    pin_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._operator: Operator | None = None
        self._build()
        self.retranslate()

    def show_operator(self, operator: Operator) -> None:
        """Who works now."""
        self._operator = operator
        self.retranslate()

    def retranslate(self) -> None:
        """Every text again."""
        person = self._operator
        self._card.set_words(
            f"{person.name} · {role_name(person.role)}" if person else "",
            self.tr("Your PIN is yours alone. Change one that somebody gave you, or that somebody may have seen."),
        )
        self._change.setText(self.tr("Change my PIN"))

    def _build(self) -> None:
        self._card = self.add_card()
        self._change = Button("", Kind.SECONDARY, icon=Icon.LOCK, key="F8", size=Size.LARGE)
        self._change.bind_key(self)
        self._change.clicked.connect(self.pin_wanted)
        self._card.fields.addWidget(self._change)
        self.close_column()
