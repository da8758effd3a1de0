"""The dialog of waiting slips: after a crash, or while the printer was off."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.receipt.page import Page
from app.ports.store import Slip
from app.services.name_slips import SlipName
from app.services.use_cases import UseCases
from app.ui.running import Runs
from app.ui.session import Session
from app.ui.slips.presenter import SlipsDesk
from app.ui.slips.words import slip_kind, slip_state
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.button import Kind
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.header import EmptyState
from app.ui.widgets.panel import row
from app.ui.widgets.slip_pdf import slip_pdf
from app.ui.widgets.slip_view import SlipPane
from app.ui.widgets.table import Align, Column, Row, Table

_WIDTH = 900
_HEIGHT = 380
_LOOK_AGAIN_MS = 2_000
_LOOKS_OF_A_TRIAL = 3


class SlipsDialog(Dialog):
    """What waits on the left, how it will look on the right. `retry` has the printer try now.

    `trouble` is what keeps them waiting and what to do about it, if anything does.
    """

    settings_asked = Signal()

    def __init__(
        self,
        host: QWidget,
        use_cases: UseCases,
        tasks: Runs,
        session: Session,
        retry: Callable[[], None],
        trouble: tuple[str, str] | None = None,
        pdf_folder: Path | None = None,
    ) -> None:
        super().__init__(host, "", width=_WIDTH)
        self._session, self._trouble = session, trouble
        self._looks_left = 0
        self._slips: tuple[Slip, ...] = ()
        self._names: Mapping[int, SlipName] = {}
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._pdf_folder = pdf_folder or Path(documents) / "membertill"
        self._desk = SlipsDesk(self, tasks, use_cases, retry)
        self._build_lists()
        self._build_keys()
        self._look_again = QTimer(self)
        self._look_again.setInterval(_LOOK_AGAIN_MS)
        self._look_again.timeout.connect(self._desk.load)

    def open(self) -> None:
        """Show it with what waits now, and keep looking while it is open."""
        self.set_title(self.tr("Slips that wait"))
        self.set_intro(self.tr("They print by themselves, oldest first, as soon as the printer can. Nothing is lost."))
        if self._trouble:
            self.tell(*self._trouble, Tone.WARN)
        super().open()
        self._desk.load()
        self._look_again.start()

    def show_slips(self, slips: Sequence[Slip], names: Mapping[int, SlipName]) -> None:
        """What waits, oldest first."""
        self._note_trial(still_wait=self._slips == tuple(slips))
        if self._slips == tuple(slips) and slips:
            return
        chosen = self._table.row() or 0
        self._slips, self._names = tuple(slips), names
        rows = [self._row(slip, names.get(slip.id)) for slip in slips]
        self._table.set_rows(rows, select=min(chosen, max(len(rows) - 1, 0)))
        for part in (self._table, self._pane):
            part.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        for button in (self._drop, self._pdf, self._print):
            button.setEnabled(bool(rows))

    def show_page(self, slip: Slip, page: Page | None) -> None:
        """How the chosen one will look."""
        self._pane.set_page(page)

    def show_trying(self) -> None:
        """The printer is asked again."""
        self._looks_left = _LOOKS_OF_A_TRIAL
        self.tell(
            self.tr("The printer is trying again"), self.tr("Each slip leaves the list once it is out."), Tone.PLAIN
        )

    def show_saved(self, path: Path) -> None:
        """The slip is a file now."""
        self.tell(self.tr("Saved as PDF"), str(path), Tone.PLAIN)

    def show_not_saved(self, detail: str) -> None:
        """It could not be written."""
        self.tell(self.tr("The PDF could not be saved"), detail, Tone.WARN)

    def _note_trial(self, *, still_wait: bool) -> None:
        """After a while of trying without a slip gone, say again what is wrong."""
        if self._looks_left:
            self._looks_left -= 1
            if not still_wait:
                self._looks_left = 0
                self.notice.dismiss()
            elif not self._looks_left and self._trouble:
                self.tell(*self._trouble, Tone.WARN)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete drops the chosen slip, F7 saves it as PDF."""
        act = {Qt.Key.Key_Delete: self._drop_chosen, Qt.Key.Key_F7: self._save_chosen}.get(Qt.Key(event.key()))
        if act:
            act()
            event.accept()
            return
        super().keyPressEvent(event)

    def _build_lists(self) -> None:
        columns = (
            Column(self.tr("Slip"), bold=True),
            Column(self.tr("No."), 148),
            Column(self.tr("Time"), 84),
            Column(self.tr("State"), 104, Align.RIGHT),
        )
        self._table = Table(columns)
        self._table.moved.connect(self._choose)
        self._pane = SlipPane(column_px=6.2)
        self._nothing = EmptyState(Icon.CHECK)
        self._nothing.set_words(self.tr("Everything is printed"), self.tr("No slip waits for the printer."))
        self._nothing.hide()
        sides = row(spacing=Space.L)
        for part, share in ((self._table, 1), (self._nothing, 1), (self._pane, 0)):
            part.setFixedHeight(_HEIGHT)
            sides.addWidget(part, share)
        self.body.addLayout(sides)
        self.setFocusProxy(self._table)

    def _build_keys(self) -> None:
        self.add_cancel(self.tr("Close"))
        settings = self.add_button(self.tr("Settings"), key="F10", icon=Icon.SETTINGS)
        settings.clicked.connect(self._go_to_settings)
        self._pdf = self.add_button(self.tr("As PDF"), key="F7", icon=Icon.NOTE)
        self._pdf.clicked.connect(self._save_chosen)
        self._drop = self.add_button(self.tr("Do not print"), Kind.SECONDARY, icon=Icon.TRASH)
        self._drop.set_key("Del")
        self._drop.clicked.connect(self._drop_chosen)
        self._print = self.add_main(self.tr("Print now"))
        self._print.set_icon(Icon.PRINTER)
        self._print.clicked.connect(self._desk.print_now)
        self._table.chosen.connect(lambda _: self._desk.print_now())

    def _row(self, slip: Slip, name: SlipName | None) -> Row:
        number = name.number if name else ""
        at = self._session.time_of(name.at)[11:16] if name and name.at else ""
        return Row((slip_kind(slip.kind), number, at, slip_state(slip)))

    def _go_to_settings(self) -> None:
        self.reject()
        self.settings_asked.emit()

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._slips):
            self._desk.choose(self._slips[index])

    def _drop_chosen(self) -> None:
        index = self._table.row()
        if index is not None and index < len(self._slips):
            self._desk.drop(self._slips[index])

    def _save_chosen(self) -> None:
        """Into the person's own documents: nobody at a till wants to answer a question about folders."""
        index, page = self._table.row(), self._pane.page()
        if index is None or index >= len(self._slips) or page is None:
            return
        slip = self._slips[index]
        name = self._names.get(slip.id)
        title = f"{slip_kind(slip.kind)} {name.number if name else slip.id}"
        self._desk.save(self._pdf_folder / f"{title}.pdf", slip_pdf(page, title))
