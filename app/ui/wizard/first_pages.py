"""The first two pages: the language, and whether this till stands alone."""

from dataclasses import replace

from app.ui.theme.tokens import Space
from app.ui.widgets.panel import column
from app.ui.wizard.big_choice import BigChoice
from app.ui.wizard.page import WizardPage
from app.ui.wizard.presenter import Answers
from app.ui.words import LANGUAGES

_ALONE, _CHAIN = "alone", "chain"


class LanguagePage(WizardPage):
    """The language of the screens and, to begin with, of the receipts."""

    def __init__(self) -> None:
        super().__init__()
        self._choice = _only(self, BigChoice(list(LANGUAGES)))
        for language, name in LANGUAGES.items():
            self._choice.set_words(language, name)

    def show_answers(self, answers: Answers) -> None:
        """The language so far."""
        self._choice.set_value(answers.language)

    def answers(self, so_far: Answers) -> Answers:
        """With the language."""
        return replace(so_far, language=self._choice.value())

    def begin(self) -> None:
        """On the language chosen."""
        self._choice.take_focus()


class KindPage(WizardPage):
    """One shop for itself, or a till of a chain."""

    def __init__(self) -> None:
        super().__init__()
        self._choice = _only(self, BigChoice((_ALONE, _CHAIN)))
        self.retranslate()

    def show_answers(self, answers: Answers) -> None:
        """What was chosen so far."""
        self._choice.set_value(_CHAIN if answers.is_chain else _ALONE)

    def answers(self, so_far: Answers) -> Answers:
        """With the choice."""
        return replace(so_far, is_chain=self._choice.value() == _CHAIN)

    def begin(self) -> None:
        """On the one chosen."""
        self._choice.take_focus()

    def retranslate(self) -> None:
        """Every text again."""
        self._choice.set_words(
            _ALONE,
            self.tr("One shop"),
            self.tr("One till with its head office inside; it needs no network."),
        )
        self._choice.set_words(
            _CHAIN, self.tr("A till of a chain"), self.tr("Members and their cards are shared with other tills.")
        )


def _only(page: WizardPage, choice: BigChoice) -> BigChoice:
    inside = column(page, spacing=Space.M)
    inside.addWidget(choice)
    inside.addStretch(1)
    choice.changed.connect(lambda _: page.changed.emit())
    return choice
