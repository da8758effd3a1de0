"""Try a draft of the programme before it is put in force: what it would have cost, who would have moved."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QProgressBar

from app.domain.programme.model import Names
from app.ports.drafts import DraftFile
from app.services.try_draft import TrialOutcome
from app.ui.settings.page import SettingsPage
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.amount import money
from app.ui.widgets.button import Button, Kind
from app.ui.widgets.field import Labelled
from app.ui.widgets.panel import row
from app.ui.widgets.table import Align, Column, Row, Table
from app.ui.widgets.text import Role, Text

_DAYS = (30, 90, 180, 365)
_USUAL_DAYS = 90
_MOST_FAULTS = 8
_ROW = 40


class DraftPage(SettingsPage):
    """`start_wanted(file, days)`, `stop_wanted`, and `look_wanted` whenever it comes into sight."""

    start_wanted = Signal(object, int)
    stop_wanted = Signal()
    look_wanted = Signal()

    def __init__(self, name: Callable[[Names], str]) -> None:
        super().__init__()
        self._name = name
        self._folder = ""
        self._outcome: TrialOutcome | None = None
        self._build_choice()
        self._build_outcome()
        self.close_column()
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """The files as they are now."""
        super().showEvent(event)
        self.look_wanted.emit()

    def show_files(self, files: Sequence[DraftFile], folder: str) -> None:
        """What can be tried; what was chosen stays chosen."""
        chosen = self._file.currentData()
        self._folder = folder
        self._file.clear()
        for file in files:
            self._file.addItem(self._file_words(file), file)
        index = next((at for at, file in enumerate(files) if file == chosen), 0)
        self._file.setCurrentIndex(index if files else -1)
        self._start.setEnabled(bool(files))
        self._tell_folder()

    def show_progress(self, percent: int) -> None:
        """It runs; the till sells on meanwhile."""
        self._state.setText(self.tr("Playing the sales again: {percent} %").format(percent=percent))
        self._bar.setValue(percent)
        self._show_running(runs=True)

    def show_stopped(self) -> None:
        """Stopped before its end."""
        self._show_running(runs=False)
        self._say(self.tr("Stopped. Nothing was written."))

    def show_outcome(self, outcome: TrialOutcome) -> None:
        """What the draft would have changed."""
        self._show_running(runs=False)
        self._outcome = outcome
        self._fill()

    def show_faults(self, faults: Sequence[str]) -> None:
        """The file is wrong."""
        self._show_running(runs=False)
        more = len(faults) - _MOST_FAULTS
        lines = [*faults[:_MOST_FAULTS], *([self.tr("… and {count} more").format(count=more)] if more > 0 else [])]
        self._say("\n".join(lines))

    def show_trouble(self, detail: str) -> None:
        """The system's own words."""
        self._show_running(runs=False)
        self._say(detail)

    def retranslate(self) -> None:
        """Every text again."""
        self._choice.set_words(
            self.tr("Try a draft of the programme"),
            self.tr("The real sales of this till are played again under it. Nothing is written; the till sells on."),
        )
        self._file_label.set_caption(self.tr("Draft"))
        self._days_label.set_caption(self.tr("Sales of the last"))
        for index, days in enumerate(_DAYS):
            self._days.setItemText(index, self.tr("{days} days").format(days=days))
        self._start.setText(self.tr("Try it"))
        self._stop.setText(self.tr("Stop"))
        self._result.set_words(self.tr("What would have been different"))
        self._figures.set_columns((Column(self.tr("Figure"), bold=True), Column(self.tr("Change"), 220, Align.RIGHT)))
        self._baskets.set_columns(
            (
                Column(self.tr("Receipt"), bold=True),
                Column(self.tr("Was"), 120, Align.RIGHT),
                Column(self.tr("Would be"), 120, Align.RIGHT),
                Column(self.tr("Difference"), 130, Align.RIGHT),
            )
        )
        self._baskets_title.setText(self.tr("The receipts that change most"))
        self._remark.setText(
            self.tr(
                "Before these days a member's tier and spend are taken as known; coupons that were used count as held. "
                "Cost prices are not known here, so this is no margin."
            )
        )
        self._tell_folder()
        self._fill()

    def _build_choice(self) -> None:
        self._choice = self.add_card()
        self._file, self._days = QComboBox(), QComboBox()
        for days in _DAYS:
            self._days.addItem(str(days), days)
        self._days.setCurrentIndex(_DAYS.index(_USUAL_DAYS))
        self._file_label, self._days_label = Labelled("", self._file), Labelled("", self._days)
        self._start, self._stop = Button("", Kind.PRIMARY, icon=Icon.GAUGE), Button("", icon=Icon.CLOSE)
        self._start.clicked.connect(self._begin)
        self._stop.clicked.connect(self.stop_wanted)
        line, doing = row(spacing=Space.M), row(spacing=Space.M)
        line.addWidget(self._file_label, 2)
        line.addWidget(self._days_label, 1)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._state = Text("", Role.BODY, Tone.SOFT)
        doing.addWidget(self._start)
        doing.addWidget(self._stop)
        doing.addWidget(self._state)
        doing.addWidget(self._bar, 1)
        doing.addStretch(1)
        self._where = Text("", Role.CAPTION, Tone.SOFT, wraps=True)
        self._note = Text("", Role.BODY, Tone.BAD, wraps=True)
        self._choice.fields.addLayout(line)
        self._choice.fields.addWidget(self._where)
        self._choice.fields.addLayout(doing)
        self._choice.fields.addWidget(self._note)
        self._show_running(runs=False)

    def _build_outcome(self) -> None:
        self._result = self.add_card()
        self._figures, self._baskets = Table((Column(""), Column("", 220)), row_height=_ROW), Table((), row_height=_ROW)
        self._baskets_title = Text("", Role.LABEL)
        self._remark = Text("", Role.CAPTION, Tone.SOFT, wraps=True)
        for part in (self._figures, self._baskets_title, self._baskets, self._remark):
            self._result.fields.addWidget(part)

    def _begin(self) -> None:
        file = self._file.currentData()
        if file is not None:
            self._outcome = None
            self._fill()
            self.start_wanted.emit(file, int(self._days.currentData()))

    def _file_words(self, file: DraftFile) -> str:
        name = self._name(file.names) if file.names else file.file_name
        if not file.is_shops:
            return self.tr("{name} (comes with membertill)").format(name=name)
        # A shop that tries several versions tells them apart by their files.
        return self.tr("{name} (this shop's, {file})").format(name=name, file=file.file_name)

    def _say(self, words: str) -> None:
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def _show_running(self, *, runs: bool) -> None:
        self._start.setVisible(not runs)
        self._say("")
        for part in (self._stop, self._bar, self._state):
            part.setVisible(runs)

    def _tell_folder(self) -> None:
        words = self.tr("Put your own drafts into {folder}; docs/programme-format.md says how they are written.")
        self._where.setText(words.format(folder=self._folder) if self._folder else "")

    def _fill(self) -> None:
        outcome = self._outcome
        self._result.setVisible(outcome is not None)
        if outcome is None:
            return
        figures = self._figure_rows(outcome)
        self._figures.set_rows(figures, select=None)
        self._figures.setFixedHeight((len(figures) + 1) * _ROW + 6)
        baskets = [
            Row((each.receipt, money(each.was_minor), money(each.would_be_minor), _change(each.difference_minor)))
            for each in outcome.baskets
        ]
        self._baskets.set_rows(baskets, select=None)
        self._baskets.setFixedHeight((len(baskets) + 1) * _ROW + 6)
        for part in (self._baskets_title, self._baskets):
            part.setVisible(bool(baskets))

    def _figure_rows(self, outcome: TrialOutcome) -> list[Row]:
        figures = outcome.figures
        looked = self.tr("{sales} sales, {members} members").format(sales=figures.sales, members=figures.members)
        given = figures.discount_minor
        rows = [
            Row((self.tr("Looked at, since {day}").format(day=outcome.since), looked)),
            Row((self.tr("Given away beyond today"), _change(given)), Tone.BAD if given > 0 else Tone.PLAIN),
            Row((self.tr("Points that members would hold more"), f"{figures.points:+,}")),
            Row((self.tr("Stored value that is owed more"), _change(figures.stored_value_minor))),
        ]
        for (before, after), count in figures.moved.items():
            way = f"{self._tier(outcome, before)} → {self._tier(outcome, after)}"
            rows.append(Row((way, self.tr("{count} members").format(count=count))))
        if not figures.moved:
            rows.append(Row((self.tr("Members in another tier"), self.tr("none"))))
        return rows

    def _tier(self, outcome: TrialOutcome, tier_id: str) -> str:
        names = outcome.tiers.get(tier_id)
        return self._name(names) if names else tier_id or self.tr("no tier")


def _change(minor: int) -> str:
    """An amount with its sign, also where it is more."""
    return f"+{money(minor)}" if minor > 0 else money(minor)
