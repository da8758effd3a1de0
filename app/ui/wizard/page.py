"""What the wizard's pages have in common: they show the answers and put what was typed into them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.wizard.presenter import Answers


class WizardPage(QWidget):
    """`changed` when something was typed or chosen by a person."""

    changed = Signal()

    def show_answers(self, answers: Answers) -> None:
        """Put these into the fields, telling nobody."""

    def answers(self, so_far: Answers) -> Answers:
        """`so_far` with what stands in the fields."""
        return so_far

    def begin(self) -> None:
        """The page is in front: the keyboard is where typing begins."""
        self.setFocus()

    def retranslate(self) -> None:
        """Every text again."""
