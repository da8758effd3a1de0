"""A member's pets: chosen, written down and taken out."""

from collections.abc import Callable, Mapping
from uuid import uuid4

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused, Why
from app.domain.member import Member
from app.domain.pets import MOST_PETS, Pet, pets_of
from app.services.use_cases import UseCases
from app.ui.members.form.pet_dialog import PetDialog
from app.ui.members.words import pet_fact
from app.ui.running import Runs
from app.ui.session import Session
from app.ui.theme.icons import Icon
from app.ui.wallet.list_dialog import Choice, ListDialog
from app.ui.wallet.tell import Tell, tell_refusal


class PetTasks(QObject):
    """`done(member)` is told once something of a pet is another now."""

    def __init__(
        self,
        host: QWidget,
        use_cases: UseCases,
        tasks: Runs,
        session: Session,
        tell: Tell,
        done: Callable[[Member], None],
    ) -> None:
        super().__init__(host)
        self._host, self._use_cases, self._tasks, self._session = host, use_cases, tasks, session
        self._tell, self._done = tell, done

    def open(self, member: Member) -> None:
        """Which pet; with none yet, a new one at once."""
        pets = pets_of(member.fields)
        if not pets:
            self._write(member, None)
            return
        choices = [Choice(pet_fact(pet, self._session)) for pet in pets]
        if len(pets) < MOST_PETS:
            choices.append(Choice(self.tr("New pet"), Icon.PLUS))
        dialog = ListDialog(self._host, self.tr("Pets of {name}").format(name=member.name), "", choices)
        dialog.chosen.connect(lambda index: self._write(member, pets[index] if index < len(pets) else None))
        dialog.open()

    def _write(self, member: Member, pet: Pet | None) -> None:
        dialog = PetDialog(self._host, self._session, pet or Pet(uuid4().hex[:8], ""), is_new=pet is None)
        dialog.decided.connect(lambda fields: self._keep(member, fields))
        dialog.open()

    def _keep(self, member: Member, fields: Mapping[str, str]) -> None:
        operator = self._session.signed_on()
        self._tasks.run(
            lambda: self._use_cases.change_member.profile(member.id, {}, fields, operator),
            lambda outcome: self._kept(member, outcome),
        )

    def _kept(self, member: Member, outcome: Member | Refused) -> None:
        if isinstance(outcome, Member):
            self._done(outcome)
        elif outcome.why is Why.NOTHING_CHANGED:
            self._done(member)
        else:
            tell_refusal(self._tell, outcome)
