"""Two members who are one, and one who wants to be forgotten: asked, allowed by a manager, and told to head office."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused, Why
from app.domain.member import Member, MemberView
from app.domain.staff import Approval, Permission
from app.services.use_cases import UseCases
from app.ui.approval.approver import Approver
from app.ui.members.other_dialog import OtherMemberDialog
from app.ui.running import Runs
from app.ui.session import Session
from app.ui.theme.tokens import Tone
from app.ui.wallet.tell import Tell, tell_refusal


class PersonTasks(QObject):
    """`done` is told once something of the member is another now."""

    def __init__(
        self, host: QWidget, use_cases: UseCases, tasks: Runs, session: Session, tell: Tell, done: Callable[[], None]
    ) -> None:
        super().__init__(host)
        self._host, self._use_cases, self._tasks = host, use_cases, tasks
        self._tell, self._done = tell, done
        self._approver = Approver(host, use_cases, tasks, session)

    def merge(self, member: Member) -> None:
        """Ask who the other one is; who has been a member for longer stays."""
        dialog = OtherMemberDialog(self._host, member)
        dialog.read.connect(
            lambda text: self._tasks.run(lambda: self._found(text), lambda other: self._merge_with(member, other))
        )
        dialog.open()

    def forget(self, member: Member) -> None:
        """Name, phone, birthday and all else that says who it is go; value and cards stay."""
        self._approver.ask(
            Permission.MERGE_MEMBERS,
            self.tr("Forget who {name} is; value and cards stay").format(name=member.name),
            lambda approval: self._run(
                lambda: self._use_cases.change_member.erase(member, approval),
                self.tr("{name} is forgotten here, and at head office once it has heard").format(name=member.name),
            ),
        )

    def _found(self, text: str) -> Member | None:
        """A card, or anything that fits one member only."""
        found = self._use_cases.look_up(text)
        if isinstance(found, MemberView):
            return found.member
        members = self._use_cases.find_members(text)
        return members[0] if len(members) == 1 else None

    def _merge_with(self, member: Member, other: Member | None) -> None:
        if other is None or other.wallet == member.wallet:
            tell_refusal(self._tell, Refused(Why.MEMBER_UNKNOWN if other is None else Why.SAME_WALLET))
            return
        kept, gone = sorted((member, other), key=lambda each: (each.joined_on or "9999", each.id))
        names = {"gone": f"{gone.name} ({gone.phone[-4:]})", "kept": f"{kept.name} ({kept.phone[-4:]})"}

        def merge(approval: Approval) -> None:
            self._run(
                lambda: self._use_cases.change_member.merge(gone, kept, approval),
                self.tr("{gone} ends in {kept} once head office has heard").format(**names),
            )

        what = self.tr("{gone} is {kept}: cards, value and history go there").format(**names)
        self._approver.ask(Permission.MERGE_MEMBERS, what, merge)

    def _run(self, work: Callable[[], Refused | None], told: str) -> None:
        def finished(refused: Refused | None) -> None:
            if refused is not None:
                tell_refusal(self._tell, refused)
                return
            self._tell(told, "", Tone.ACCENT)
            self._done()

        self._tasks.run(work, finished)
