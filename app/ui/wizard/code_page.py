"""Head office's code, and its fingerprint to compare with what head office shows."""

from dataclasses import replace

from PySide6.QtCore import Qt

from app.ports.set_up import OfficeAddress
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.button import Button, Size
from app.ui.widgets.field import Labelled, TextField
from app.ui.widgets.panel import Card, column
from app.ui.widgets.text import Role, Text
from app.ui.wizard.page import WizardPage
from app.ui.wizard.presenter import Answers


class CodePage(WizardPage):
    """A scanner may type the code as well."""

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self.show_office(None)
        self.retranslate()

    def show_answers(self, answers: Answers) -> None:
        """The code so far."""
        if self._code.text() != answers.code:
            self._code.setText(answers.code)
        self._same.setChecked(answers.is_compared)

    def answers(self, so_far: Answers) -> Answers:
        """With the code, and whether it was compared."""
        return replace(so_far, code=self._code.text(), is_compared=self._same.isChecked())

    def begin(self) -> None:
        """In the code."""
        self._code.setFocus()

    def show_office(self, office: OfficeAddress | None) -> None:
        """What the code says."""
        self._found.setVisible(office is not None)
        self._same.setChecked(False)
        if office:
            self._address.setText(office.address)
            self._print.setText(office.fingerprint)

    def retranslate(self) -> None:
        """Every text again."""
        self._label.set_caption(self.tr("Type, paste or scan the whole line"))
        self._compare.setText(self.tr("Head office's certificate begins with"))
        self._same.setText(self.tr("Head office shows the same behind the last #"))

    def _build(self) -> None:
        self._code = TextField("https://192.168.1.10:8460#XXXX-XXXX-XXXX#…")
        self._code.setMaxLength(300)
        self._label = Labelled("", self._code)
        self._found = Card(margin=Space.L, spacing=Space.S)
        self._address = Text("", Role.BODY, Tone.SOFT, wraps=True)
        self._compare = Text("", Role.CAPTION, Tone.SOFT)
        self._print = Text("", Role.TITLE)
        self._same = Button("", icon=Icon.CHECK, key="F2", size=Size.LARGE)
        self._same.setCheckable(True)
        self._same.bind_key(self)
        for part in (self._address, self._compare, self._print):
            self._found.inside.addWidget(part)
        self._found.inside.addWidget(self._same, alignment=Qt.AlignmentFlag.AlignLeft)
        inside = column(self, spacing=Space.L)
        inside.addWidget(self._label)
        inside.addWidget(self._found)
        inside.addStretch(1)
        self._code.textEdited.connect(lambda _: self.changed.emit())
        self._same.clicked.connect(lambda _: self.changed.emit())
