"""A pet: its name, and what the programme declares of it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.pets import Pet
from app.ui.members.form.declared import DeclaredFields
from app.ui.session import Session
from app.ui.theme.icons import Icon
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import Labelled, TextField

_LONGEST_NAME = 20


class PetDialog(Dialog):
    """`decided(fields)`, once it has closed: the profile's fields that say it."""

    decided = Signal(object)

    def __init__(self, host: QWidget, session: Session, pet: Pet, *, is_new: bool) -> None:
        super().__init__(host, "", width=640)
        self._pet = pet
        self.set_title(self.tr("New pet") if is_new else pet.name)
        self._name = TextField(takes_names=True)
        self._name.setMaxLength(_LONGEST_NAME)
        self._name.setText(pet.name)
        self._named = Labelled(self.tr("Name"), self._name)
        self._declared = DeclaredFields(self._named, session.programme.fields, session, pet.fields, of="pet")
        self.body.addWidget(self._declared)
        if not is_new:
            self.add_button(self.tr("Take out"), key="F4", icon=Icon.TRASH).clicked.connect(self._take_out)
        self.add_cancel(self.tr("Cancel"))
        self.add_main(self.tr("Save")).clicked.connect(self._save)
        self.setFocusProxy(self._name)

    def _save(self) -> None:
        name = self._name.text().strip()
        if not name:
            self._named.set_fault(self.tr("What is it called?"))
            self._name.setFocus()
            return
        self._decide(Pet(self._pet.id, name, self._declared.values()).as_fields())

    def _take_out(self) -> None:
        self._decide(self._pet.taken_out())

    def _decide(self, fields: Mapping[str, str]) -> None:
        self.accept()
        self.decided.emit(fields)
