"""Before a shop joins a chain: what it means, and what is in the way. The till is closed for it."""

from PySide6.QtWidgets import QWidget

from app.domain.staff import Permission
from app.ui.session import Session
from app.ui.theme.tokens import Tone
from app.ui.widgets.dialog import Dialog


class JoinDialog(Dialog):
    """`finished(True)`: the till may be closed now, and the shop joins."""

    def __init__(self, host: QWidget, session: Session) -> None:
        super().__init__(host, "", width=600)
        self.set_title(self.tr("Join a chain with everything this shop has?"))
        self.set_intro(
            self.tr(
                "The till closes for some minutes and opens again afterwards. Members, the money owed to them and "
                "every sale go to the chain's head office, which from then on decides goods, programme and people. "
                "Until it has everything nothing is changed; after that it cannot be undone. You need the line that "
                "head office prints."
            )
        )
        self.add_cancel(self.tr("Not now"))
        go = self.add_main(self.tr("Close the till and join"))
        go.clicked.connect(self.accept)
        operator = session.operator
        if session.shift is not None:
            go.setEnabled(False)
            self.tell(self.tr("A shift is open."), self.tr("Close it first, so that every sale goes along."), Tone.WARN)
        elif operator is None or not operator.may(Permission.CHANGE_SETTINGS):
            go.setEnabled(False)
            self.tell(self.tr("A manager does this."), self.tr("Have one sign on."), Tone.WARN)
