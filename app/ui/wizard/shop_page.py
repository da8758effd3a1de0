"""The shop as it stands on its receipts."""

from dataclasses import replace

from app.ui.theme.tokens import Space
from app.ui.widgets.field import Labelled, TextField
from app.ui.widgets.panel import column
from app.ui.wizard.page import WizardPage
from app.ui.wizard.presenter import Answers

_LONGEST = 60


class ShopPage(WizardPage):
    """Name, address, telephone."""

    def __init__(self) -> None:
        super().__init__()
        self._is_chain = False
        self._build()
        self.retranslate()

    def show_answers(self, answers: Answers) -> None:
        """What was typed so far."""
        self._is_chain = answers.is_chain
        for field, text in zip(
            (self._name, self._address, self._phone),
            (answers.shop_name, answers.shop_address, answers.shop_phone),
            strict=True,
        ):
            if field.text() != text:
                field.setText(text)
        self.retranslate()

    def answers(self, so_far: Answers) -> Answers:
        """With the shop."""
        return replace(
            so_far,
            shop_name=self._name.text(),
            shop_address=self._address.text(),
            shop_phone=self._phone.text(),
        )

    def begin(self) -> None:
        """In the name."""
        self._name.setFocus()

    def retranslate(self) -> None:
        """Every text again."""
        name = self.tr("Name; empty for the one head office has given") if self._is_chain else self.tr("Name")
        self._labels[0].set_caption(name)
        self._labels[1].set_caption(self.tr("Address (may be empty)"))
        self._labels[2].set_caption(self.tr("Telephone (may be empty)"))

    def _build(self) -> None:
        self._name, self._address = TextField(takes_names=True), TextField(takes_names=True)
        self._phone = TextField()
        inside = column(self, spacing=Space.L)
        self._labels: list[Labelled] = []
        for field in (self._name, self._address, self._phone):
            field.setMaxLength(_LONGEST)
            field.textEdited.connect(lambda _: self.changed.emit())
            self._labels.append(Labelled("", field))
            inside.addWidget(self._labels[-1])
        inside.addStretch(1)
