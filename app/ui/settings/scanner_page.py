"""Scanners and readers: those on serial ports, how a keyboard scanner is told from typing, and what is heard now."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.ports.device_bench import SerialPort
from app.settings import SerialScannerSettings, ShopSettings
from app.ui.settings.code_words import code_words
from app.ui.settings.page import SettingsPage, choose_number, numbers_box
from app.ui.settings.presenter import Heard
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.button import Button
from app.ui.widgets.field import Labelled, TextField
from app.ui.widgets.panel import clear, column, row
from app.ui.widgets.table import Column, Row, Table
from app.ui.widgets.text import Text

_BAUDS = (4_800, 9_600, 19_200, 38_400, 57_600, 115_200)
_TERMINATORS = ("cr", "lf", "crlf", "tab", "etx", "none")
_GAPS = (20, 25, 30, 35, 45, 60, 80, 100)
_LENGTHS = (4, 5, 6, 8, 10)
_HEARD_SHOWN = 6


class ScannerPage(SettingsPage):
    """While this page is open, scans are shown here and sold nowhere."""

    ports_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ports: tuple[SerialPort, ...] = ()
        self._scanners: list[_ScannerRow] = []
        self._heard: list[Heard] = []
        self._build_live()
        self._build_serial()
        self._build_wedge()
        self.close_column()
        self.retranslate()

    def show_settings(self, settings: ShopSettings) -> None:
        """Put these into the fields."""
        clear(self._list)
        self._scanners = []
        for scanner in settings.serial_scanners:
            self._add(scanner)
        self._show_none()
        choose_number(self._gap, settings.wedge.gap_ms)
        choose_number(self._length, settings.wedge.min_length)
        self._prefix.setText(settings.wedge.prefix)
        self._suffix.setText(settings.wedge.suffix)
        self._name_gaps()

    def changed(self, settings: ShopSettings) -> ShopSettings:
        """With the scanners."""
        wedge = settings.wedge.model_copy(
            update={
                "gap_ms": self._gap.currentData(),
                "min_length": self._length.currentData(),
                "prefix": self._prefix.text(),
                "suffix": self._suffix.text(),
            }
        )
        scanners = tuple(line.scanner() for line in self._scanners if line.scanner().port)
        return settings.model_copy(update={"serial_scanners": scanners, "wedge": wedge})

    def show_ports(self, ports: Sequence[SerialPort]) -> None:
        """The serial ports there are now."""
        self._ports = tuple(ports)
        for line in self._scanners:
            line.show_ports(ports)

    def show_heard(self, heard: Heard) -> None:
        """One more scan, newest on top."""
        self._heard = [heard, *self._heard][:_HEARD_SHOWN]
        self._fill_heard()

    def retranslate(self) -> None:
        """Every text again."""
        self._live.set_words(
            self.tr("What is heard now"),
            self.tr("Scan or swipe anything: it is shown here and sold nowhere. Bank cards show nothing."),
        )
        self._serial.set_words(
            self.tr("Scanners on serial ports"), self.tr("The surest way: no input method can swallow a code.")
        )
        self._wedge.set_words(
            self.tr("Keyboard scanners"),
            self.tr("What comes faster than a person types is a scan. Change this only if scans land in text fields."),
        )
        self._gap_label.set_caption(self.tr("Longest gap in a scan"))
        self._length_label.set_caption(self.tr("Shortest scan"))
        self._prefix_label.set_caption(self.tr("Sent before each code"))
        self._suffix_label.set_caption(self.tr("Sent after each code"))
        self._none.setText(self.tr("None yet. A keyboard scanner needs none."))
        self._plus.setText(self.tr("Add a scanner"))
        self._again.setText(self.tr("Look again"))
        self._nothing.setText(self.tr("Nothing heard yet."))
        self._table.set_columns(self._columns())
        self._name_gaps()
        self._fill_heard()
        for line in self._scanners:
            line.retranslate()

    def _build_live(self) -> None:
        self._live = self.add_card()
        self._table = Table(self._columns(), row_height=40)
        self._nothing = Text("", tone=Tone.FAINT)
        self._live.fields.addWidget(self._nothing)
        self._live.fields.addWidget(self._table)

    def _build_serial(self) -> None:
        self._serial = self.add_card()
        self._list = column(spacing=Space.S)
        self._none = Text("", tone=Tone.FAINT)
        self._plus, self._again = Button("", icon=Icon.PLUS), Button("", icon=Icon.SEARCH)
        self._plus.clicked.connect(self._add_new)
        self._again.clicked.connect(self.ports_wanted)
        foot = row(spacing=Space.S)
        foot.addWidget(self._plus)
        foot.addWidget(self._again)
        foot.addStretch(1)
        self._serial.fields.addWidget(self._none)
        self._serial.fields.addLayout(self._list)
        self._serial.fields.addLayout(foot)

    def _build_wedge(self) -> None:
        self._wedge = self.add_card()
        self._gap, self._length = numbers_box(_GAPS), numbers_box(_LENGTHS)
        self._prefix, self._suffix = TextField(), TextField()
        self._gap_label, self._length_label = Labelled("", self._gap), Labelled("", self._length)
        self._prefix_label, self._suffix_label = Labelled("", self._prefix), Labelled("", self._suffix)
        line = row(spacing=Space.M)
        for part in (self._gap_label, self._length_label, self._prefix_label, self._suffix_label):
            line.addWidget(part, 1)
        self._wedge.fields.addLayout(line)

    def _add_new(self) -> None:
        taken = {line.scanner().port for line in self._scanners}
        free = next((port.device for port in self._ports if port.device not in taken), "")
        self._add(SerialScannerSettings(port=free))
        self._show_none()

    def _add(self, scanner: SerialScannerSettings) -> None:
        line = _ScannerRow(scanner, self._ports)
        line.removed.connect(lambda: self._remove(line))
        self._scanners.append(line)
        self._list.addWidget(line)

    def _remove(self, line: "_ScannerRow") -> None:
        self._scanners.remove(line)
        self._list.removeWidget(line)
        line.deleteLater()
        self._show_none()

    def _show_none(self) -> None:
        self._none.setVisible(not self._scanners)

    def _name_gaps(self) -> None:
        for index in range(self._gap.count()):
            self._gap.setItemText(index, self.tr("{ms} ms").format(ms=self._gap.itemData(index)))
        for index in range(self._length.count()):
            words = self.tr("{count} characters").format(count=self._length.itemData(index))
            self._length.setItemText(index, words)

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Received"), bold=True),
            Column(self.tr("Meaning"), 200),
            Column(self.tr("From"), 180),
            Column(self.tr("After"), 90),
        )

    def _fill_heard(self) -> None:
        self._table.set_rows([self._heard_row(heard) for heard in self._heard])
        self._table.setVisible(bool(self._heard))
        self._table.setFixedHeight(44 + 40 * len(self._heard))
        self._nothing.setVisible(not self._heard)

    def _heard_row(self, heard: Heard) -> Row:
        source = self.tr("keyboard") if heard.source == "wedge" else heard.source.removeprefix("serial:")
        gap = "–" if heard.gap_ms is None else self.tr("{ms} ms").format(ms=heard.gap_ms)
        return Row((heard.shown, code_words(heard.code), source, gap))


class _ScannerRow(QWidget):
    """One serial scanner: port, speed, what ends a code."""

    removed = Signal()

    def __init__(self, scanner: SerialScannerSettings, ports: Sequence[SerialPort]) -> None:
        super().__init__()
        self._scanner = scanner
        self._build()
        self.show_ports(ports, scanner.port)
        self.retranslate()

    def scanner(self) -> SerialScannerSettings:
        """What stands in the fields."""
        return SerialScannerSettings.model_validate(
            {
                "port": self._port.currentData() or "",
                "baud": self._baud.currentData(),
                "terminator": self._end.currentData(),
            }
        )

    def show_ports(self, ports: Sequence[SerialPort], device: str = "") -> None:
        """The ports to choose from; one that is not plugged in stays."""
        chosen = device or self._port.currentData() or ""
        self._port.clear()
        for port in ports:
            self._port.addItem(f"{port.device}   {port.description}".strip(), port.device)
        if chosen and self._port.findData(chosen) < 0:
            self._port.addItem(self.tr("{port} (not plugged in)").format(port=chosen), chosen)
        self._port.setCurrentIndex(max(0, self._port.findData(chosen)))

    def retranslate(self) -> None:
        """Every text again."""
        self._port_label.set_caption(self.tr("Serial port"))
        self._baud_label.set_caption(self.tr("Baud"))
        self._end_label.set_caption(self.tr("A code ends with"))
        self._remove.setText(self.tr("Remove"))
        for index, words in enumerate(("CR", "LF", "CR LF", "Tab", "ETX", self.tr("a pause"))):
            self._end.setItemText(index, words)

    def _build(self) -> None:
        self._port, self._baud, self._end = QComboBox(), numbers_box(_BAUDS), QComboBox()
        choose_number(self._baud, self._scanner.baud)
        for terminator in _TERMINATORS:
            self._end.addItem(terminator, terminator)
        self._end.setCurrentIndex(self._end.findData(self._scanner.terminator))
        self._port_label, self._baud_label = Labelled("", self._port), Labelled("", self._baud)
        self._end_label = Labelled("", self._end)
        self._remove = Button("", icon=Icon.TRASH)
        self._remove.clicked.connect(self.removed)
        line = row(self, spacing=Space.M)
        line.addWidget(self._port_label, 4)
        line.addWidget(self._baud_label, 2)
        line.addWidget(self._end_label, 2)
        foot = column()
        foot.addStretch(1)
        foot.addWidget(self._remove)
        line.addLayout(foot)
