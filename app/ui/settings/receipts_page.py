"""How slips look: each form as a file that the shop may edit, with a preview that follows it, and the logo."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QFileDialog

from app.domain.receipt.forms import Form
from app.ports.device_bench import LogoTrouble
from app.services.preview_slip import SlipPreview
from app.ui.settings.page import SettingsPage
from app.ui.settings.template_words import fault_words, form_name, logo_words
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.button import Button
from app.ui.widgets.choice import Choice
from app.ui.widgets.field import Labelled
from app.ui.widgets.panel import column, row
from app.ui.widgets.slip_view import SlipPane
from app.ui.widgets.text import Role, Text

_PAPERS = ("48", "32")
_LOOK_AGAIN_MS = 1_000
_COLUMN_PX = 6.2
_PANE_HEIGHT = 430
_MOST_FAULTS = 6


class ReceiptsPage(SettingsPage):
    """`look_wanted(form, columns)` again and again while it is seen; `logo_wanted(path)`, with None for no logo."""

    look_wanted = Signal(str, int)
    edit_wanted = Signal(str)
    logo_wanted = Signal(object)

    def __init__(
        self,
        choose_file: Callable[[], Path | None] | None = None,
        open_file: Callable[[Path], object] | None = None,
    ) -> None:
        super().__init__()
        self._choose_file = choose_file or self._ask_for_picture
        self._open_file = open_file or (lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        self._preview: SlipPreview | None = None
        self._build_controls()
        self._build_pane()
        self._build_timer()
        self.close_column()
        self.retranslate()

    def show_preview(self, preview: SlipPreview) -> None:
        """A sample under the template in force; one of a form that was left meanwhile is not shown."""
        if preview.form is not self._chosen() or preview == self._preview:
            return
        self._preview = preview
        self._pane.set_page(preview.page)
        self._tell_source(preview)

    def open_file(self, path: Path) -> None:
        """In whatever this computer edits texts with; the preview follows by itself."""
        self._open_file(path)
        self._look()

    def show_logo(self, trouble: LogoTrouble | None) -> None:
        """The new one is in the preview; or why there is none."""
        self._logo_note.setText(logo_words(trouble) if trouble else "")
        self._logo_note.setVisible(trouble is not None)
        self._look()

    def show_trouble(self, detail: str) -> None:
        """The system's own words."""
        self._logo_note.setText(detail)
        self._logo_note.show()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the file from now on."""
        super().showEvent(event)
        self._timer.start()
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._timer.stop()

    def retranslate(self) -> None:
        """Every text again."""
        self._card.set_words(
            self.tr("How slips look"),
            self.tr("Each slip is a small text file. Change it in any editor: the picture follows while you save."),
        )
        self._form_label.set_caption(self.tr("Slip"))
        self._paper_label.set_caption(self.tr("Paper"))
        self._paper.set_words((self.tr("80 mm"), self.tr("58 mm")))
        for index in range(self._form.count()):
            self._form.setItemText(index, form_name(Form(self._form.itemData(index))))
        self._edit.setText(self.tr("Edit the file"))
        self._logo.setText(self.tr("Choose a logo"))
        self._no_logo.setText(self.tr("No logo"))
        if self._preview:
            self._tell_source(self._preview)

    def _build_controls(self) -> None:
        self._card = self.add_card()
        self._form, self._paper = QComboBox(), Choice(_PAPERS)
        for form in Form:
            self._form.addItem(form_name(form), form.value)
        self._form.currentIndexChanged.connect(self._look)
        self._paper.changed.connect(self._look)
        self._form_label, self._paper_label = Labelled("", self._form), Labelled("", self._paper)
        self._edit = Button("", icon=Icon.NOTE)
        self._edit.clicked.connect(lambda: self.edit_wanted.emit(self._chosen().value))
        self._logo, self._no_logo = Button("", icon=Icon.SPARK), Button("", icon=Icon.TRASH)
        self._logo.clicked.connect(self._choose_logo)
        self._no_logo.clicked.connect(lambda: self.logo_wanted.emit(None))
        self._source = Text("", Role.CAPTION, Tone.SOFT, wraps=True)
        self._faults = Text("", Role.BODY, Tone.BAD, wraps=True)
        self._logo_note = Text("", Role.BODY, Tone.BAD, wraps=True)
        self._logo_note.hide()

    def _build_pane(self) -> None:
        self._pane = SlipPane(column_px=_COLUMN_PX)
        self._pane.setFixedHeight(_PANE_HEIGHT)
        left, logo = column(spacing=Space.M), column(spacing=Space.S)
        for button in (self._logo, self._no_logo):
            logo.addWidget(button)
        for part in (self._form_label, self._paper_label, self._edit, self._source, self._faults):
            left.addWidget(part)
        left.addStretch(1)
        left.addLayout(logo)
        left.addWidget(self._logo_note)
        sides = row(spacing=Space.L)
        sides.addLayout(left, 1)
        sides.addWidget(self._pane)
        self._card.fields.addLayout(sides)

    def _build_timer(self) -> None:
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look)

    def _chosen(self) -> Form:
        return Form(self._form.currentData())

    def _look(self) -> None:
        self.look_wanted.emit(self._chosen().value, int(self._paper.value()))

    def _choose_logo(self) -> None:
        picture = self._choose_file()
        if picture:
            self.logo_wanted.emit(picture)

    def _tell_source(self, preview: SlipPreview) -> None:
        source = preview.source
        words = self.tr("This shop's own file: {path}") if source.is_shops else self.tr("As it comes with membertill.")
        self._source.setText(words.format(path=source.path))
        faults = [fault_words(fault) for fault in source.faults[:_MOST_FAULTS]]
        if faults:
            faults.append(self.tr("Until that is mended, slips look as before."))
        self._faults.setText("\n".join(faults))

    def _ask_for_picture(self) -> Path | None:
        """By the system's own dialog."""
        kinds = self.tr("Pictures") + " (*.png *.jpg *.jpeg *.bmp *.gif)"
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a logo"), "", kinds)
        return Path(chosen) if chosen else None
