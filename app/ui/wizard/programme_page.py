"""The programme to begin with."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.ports.set_up import Preset
from app.ui.theme.tokens import Space
from app.ui.widgets.panel import column
from app.ui.wizard.big_choice import BigChoice
from app.ui.wizard.page import WizardPage
from app.ui.wizard.presenter import Answers


class ProgrammePage(WizardPage):
    """As many as there are; the list scrolls."""

    def __init__(self, presets: Sequence[Preset]) -> None:
        super().__init__()
        self._presets = presets
        self._choice = BigChoice([preset.id for preset in presets])
        self._choice.changed.connect(lambda _: self.changed.emit())
        self._build()

    def show_answers(self, answers: Answers) -> None:
        """The one chosen so far, in its words."""
        for preset in self._presets:
            name = _in(preset.names, answers.language) or preset.id
            self._choice.set_words(preset.id, name, _in(preset.abouts, answers.language))
        self._choice.set_value(answers.preset)

    def answers(self, so_far: Answers) -> Answers:
        """With the programme."""
        return replace(so_far, preset=self._choice.value())

    def begin(self) -> None:
        """On the one chosen."""
        self._choice.take_focus()

    def _build(self) -> None:
        area, inner = QScrollArea(), QWidget()
        inner.setProperty("scrolled", "true")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        listed = column(inner, spacing=Space.S)
        listed.addWidget(self._choice)
        listed.addStretch(1)
        area.setWidget(inner)
        column(self).addWidget(area)


def _in(texts: Mapping[str, str], language: str) -> str:
    return texts.get(language) or next(iter(texts.values()), "")
