"""Keyboard scanners: how they are told from a person, and one from another."""

from PySide6.QtWidgets import QComboBox

from app.settings import WedgeSettings
from app.ui.settings.edit_rows import EditRows
from app.ui.settings.page import TitledCard, choose_number, numbers_box
from app.ui.settings.scanner_rows import WedgeRow
from app.ui.settings.sends_box import WITHOUT_PREFIX, SendsBox
from app.ui.theme.tokens import Space
from app.ui.widgets.field import Labelled, TextField
from app.ui.widgets.panel import row

_GAPS = (20, 25, 30, 35, 45, 60, 80, 100)
_LENGTHS = (4, 5, 6, 8, 10)
_LAYOUTS = ("system", "us")


class WedgeCard(TitledCard):
    """The settings of all of them, and a row for each one more."""

    def __init__(self) -> None:
        super().__init__()
        self._build_fields()
        self._build_layout()
        self.others = EditRows[WedgeRow](WedgeRow)
        self.others.foot.addStretch(1)
        self.fields.addWidget(self.others.widget)

    def show_settings(self, wedge: WedgeSettings) -> None:
        """Put these into the fields."""
        choose_number(self._gap, wedge.gap_ms)
        choose_number(self._length, wedge.min_length)
        self._prefix.setText(wedge.prefix)
        self._suffix.setText(wedge.suffix)
        self._sends.choose(wedge.sends)
        self._layout.setCurrentIndex(self._layout.findData(wedge.layout))
        self.others.show_rows([WedgeRow(frame) for frame in wedge.others])
        self._name_numbers()

    def settings(self, kept: WedgeSettings) -> WedgeSettings:
        """`kept` with what stands in the fields."""
        return kept.model_copy(
            update={
                "gap_ms": self._gap.currentData(),
                "min_length": self._length.currentData(),
                "prefix": self._prefix.text(),
                "suffix": self._suffix.text(),
                "sends": self._sends.currentData(),
                "layout": self._layout.currentData(),
                "others": tuple(frame for row_ in self.others.rows if (frame := row_.frame())),
            }
        )

    def retranslate(self) -> None:
        """Every text again."""
        self.set_words(
            self.tr("Keyboard scanners"),
            self.tr("What comes faster than a person types is a scan. Change this only if scans land in text fields."),
        )
        self._gap_label.set_caption(self.tr("Longest gap in a scan"))
        self._length_label.set_caption(self.tr("Shortest scan"))
        self._prefix_label.set_caption(self.tr("Sent before each code"))
        self._suffix_label.set_caption(self.tr("Sent after each code"))
        self._sends_label.set_caption(self.tr("It sends"))
        self._layout_label.set_caption(self.tr("Its keys"))
        self._layout.setItemText(0, self.tr("as on this keyboard"))
        self._layout.setItemText(1, self.tr("always US"))
        self._sends.retranslate()
        self.others.set_words(
            self.tr(
                "A chip reader that types needs a prefix: its bare number could be goods. Set one on the reader, "
                "e.g. ~U, and write it here; the same for slow Bluetooth scanners."
            ),
            self.tr("Add a keyboard scanner"),
            self.tr("Remove"),
        )
        self._name_numbers()

    def _build_fields(self) -> None:
        self._gap, self._length = numbers_box(_GAPS), numbers_box(_LENGTHS)
        self._prefix, self._suffix = TextField(), TextField()
        self._sends, self._layout = SendsBox(WITHOUT_PREFIX), QComboBox()
        for layout in _LAYOUTS:
            self._layout.addItem("", layout)
        self._gap_label, self._length_label = Labelled("", self._gap), Labelled("", self._length)
        self._prefix_label, self._suffix_label = Labelled("", self._prefix), Labelled("", self._suffix)
        self._sends_label, self._layout_label = Labelled("", self._sends), Labelled("", self._layout)

    def _build_layout(self) -> None:
        for parts in (
            (self._gap_label, self._length_label, self._layout_label),
            (self._prefix_label, self._suffix_label, self._sends_label),
        ):
            line = row(spacing=Space.M)
            for part in parts:
                line.addWidget(part, 1)
            self.fields.addLayout(line)

    def _name_numbers(self) -> None:
        for index in range(self._gap.count()):
            self._gap.setItemText(index, self.tr("{ms} ms").format(ms=self._gap.itemData(index)))
        for index in range(self._length.count()):
            words = self.tr("{count} characters").format(count=self._length.itemData(index))
            self._length.setItemText(index, words)
