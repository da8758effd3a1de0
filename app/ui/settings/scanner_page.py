"""Scanners and readers: those on serial ports, how a keyboard scanner is told from typing, and what is heard now."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.ports.device_bench import SerialPort
from app.settings import SerialScannerSettings, ShopSettings
from app.ui.settings.edit_rows import EditRows
from app.ui.settings.heard_card import HeardCard
from app.ui.settings.page import SettingsPage
from app.ui.settings.presenter import Heard
from app.ui.settings.scanner_rows import SerialRow
from app.ui.settings.wedge_card import WedgeCard
from app.ui.theme.icons import Icon
from app.ui.widgets.button import Button


class ScannerPage(SettingsPage):
    """While this page is open, scans are shown here and sold nowhere."""

    ports_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ports: tuple[SerialPort, ...] = ()
        self._heard = HeardCard()
        self.put_card(self._heard)
        self._build_serial()
        self._wedge = WedgeCard()
        self.put_card(self._wedge)
        self.close_column()
        self.retranslate()

    def show_settings(self, settings: ShopSettings) -> None:
        """Put these into the fields."""
        self._scanners.show_rows([SerialRow(scanner, self._ports) for scanner in settings.serial_scanners])
        self._wedge.show_settings(settings.wedge)

    def changed(self, settings: ShopSettings) -> ShopSettings:
        """With the scanners."""
        scanners = tuple(line.scanner() for line in self._scanners.rows if line.scanner().port)
        wedge = self._wedge.settings(settings.wedge)
        return settings.model_copy(update={"serial_scanners": scanners, "wedge": wedge})

    def show_ports(self, ports: Sequence[SerialPort]) -> None:
        """The serial ports there are now."""
        self._ports = tuple(ports)
        for line in self._scanners.rows:
            line.show_ports(ports)

    def add_port(self, device: str) -> None:
        """A scanner on this port, unless there is one; it is kept when the settings are saved."""
        if device not in {line.scanner().port for line in self._scanners.rows}:
            self._scanners.add(SerialRow(SerialScannerSettings(port=device), self._ports))

    def show_heard(self, heard: Heard) -> None:
        """One more scan."""
        self._heard.show_heard(heard)

    def retranslate(self) -> None:
        """Every text again."""
        self._heard.retranslate()
        self._serial.set_words(
            self.tr("Scanners on serial ports"), self.tr("The surest way: no input method can swallow a code.")
        )
        self._scanners.set_words(
            self.tr("None yet. A keyboard scanner needs none."), self.tr("Add a scanner"), self.tr("Remove")
        )
        self._again.setText(self.tr("Look again"))
        self._wedge.retranslate()

    def _build_serial(self) -> None:
        self._serial = self.add_card()
        self._scanners = EditRows[SerialRow](self._new)
        self._again = Button("", icon=Icon.SEARCH)
        self._again.clicked.connect(self.ports_wanted)
        self._scanners.foot.addWidget(self._again)
        self._scanners.foot.addStretch(1)
        self._serial.fields.addWidget(self._scanners.widget)

    def _new(self) -> SerialRow:
        taken = {line.scanner().port for line in self._scanners.rows}
        free = next((port.device for port in self._ports if port.device not in taken), "")
        return SerialRow(SerialScannerSettings(port=free), self._ports)
