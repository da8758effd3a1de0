"""One scanner or reader: on a serial port, or known by what it types before each code."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox

from app.ports.device_bench import SerialPort
from app.settings import SerialScannerSettings, WedgeFrameSettings
from app.ui.settings.edit_rows import EditRow
from app.ui.settings.page import choose_number, numbers_box
from app.ui.settings.sends_box import ANYTHING, SendsBox
from app.ui.widgets.field import Labelled, TextField

_BAUDS = (4_800, 9_600, 19_200, 38_400, 57_600, 115_200)
_TERMINATORS = ("cr", "lf", "crlf", "tab", "etx", "none")
_LONGEST_PREFIX = 8


class SerialRow(EditRow):
    """Port, speed, what ends a code, what is sent."""

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
                "gap_ms": self._scanner.gap_ms,
                "sends": self._sends.currentData(),
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
        self._sends_label.set_caption(self.tr("It sends"))
        self._sends.retranslate()
        for index, words in enumerate(("CR", "LF", "CR LF", "Tab", "ETX", self.tr("a pause"))):
            self._end.setItemText(index, words)

    def _build(self) -> None:
        self._port, self._baud, self._end = QComboBox(), numbers_box(_BAUDS), QComboBox()
        self._port.setMinimumContentsLength(10)
        self._port.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choose_number(self._baud, self._scanner.baud)
        for terminator in _TERMINATORS:
            self._end.addItem(terminator, terminator)
        self._end.setCurrentIndex(self._end.findData(self._scanner.terminator))
        self._sends = SendsBox(ANYTHING, self._scanner.sends)
        self._port_label, self._baud_label = Labelled("", self._port), Labelled("", self._baud)
        self._end_label, self._sends_label = Labelled("", self._end), Labelled("", self._sends)
        self.line.addWidget(self._port_label, 1)
        self.close_row()
        below = self.add_line()
        for part, room in ((self._baud_label, 2), (self._end_label, 2), (self._sends_label, 3)):
            below.addWidget(part, room)


class WedgeRow(EditRow):
    """What it types before and after each code, and what that is."""

    def __init__(self, frame: WedgeFrameSettings | None = None) -> None:
        super().__init__()
        self._prefix, self._suffix = TextField(), TextField()
        self._sends = SendsBox(ANYTHING, frame.sends if frame else "codes")
        for field, text in (
            (self._prefix, frame.prefix if frame else ""),
            (self._suffix, frame.suffix if frame else ""),
        ):
            field.setMaxLength(_LONGEST_PREFIX)
            field.setText(text)
        self._prefix_label, self._suffix_label = Labelled("", self._prefix), Labelled("", self._suffix)
        self._sends_label = Labelled("", self._sends)
        for part, room in ((self._prefix_label, 2), (self._suffix_label, 2), (self._sends_label, 4)):
            self.line.addWidget(part, room)
        self.close_row()
        self.retranslate()

    def frame(self) -> WedgeFrameSettings | None:
        """What stands in the fields; None without a prefix, by which alone it would be known."""
        if not self._prefix.text():
            return None
        return WedgeFrameSettings(
            prefix=self._prefix.text(), suffix=self._suffix.text(), sends=self._sends.currentData()
        )

    def retranslate(self) -> None:
        """Every text again."""
        self._prefix_label.set_caption(self.tr("Sent before each code"))
        self._suffix_label.set_caption(self.tr("Sent after each code"))
        self._sends_label.set_caption(self.tr("It sends"))
        self._sends.retranslate()
