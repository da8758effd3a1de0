"""Who of the staff looks after the member: one of those here, or who has left, while the member is still theirs."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QSizePolicy

from app.domain.staff import Operator


class ColleagueBox(QComboBox):
    """`value` is the person's id, empty for nobody; the staff may come a moment later."""

    def __init__(self, value: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addItem("–", "")
        if value:
            self.addItem(value, value)
        self.setCurrentIndex(self.count() - 1)

    def show_staff(self, people: Sequence[Operator]) -> None:
        """Their names, in the order they come in."""
        for person in people:
            place = self.findData(person.id)
            if place < 0:
                self.addItem(person.name, person.id)
            else:
                self.setItemText(place, person.name)

    def value(self) -> str:
        """The one that is chosen."""
        return str(self.currentData())
