"""Which pole display hangs on which port."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from app.ports.device_bench import SerialPort
from app.settings import PoleSettings
from app.ui.widgets.field import Labelled
from app.ui.widgets.panel import row

# As `resources/displays` has them.
MODELS = (
    ("led8", "LED8"),
    ("led8n", "LED8N"),
    ("vfd-cd5220", "VFD 2×20 CD5220"),
    ("vfd-cd5220-cn", "VFD 2×20 CD5220 GB18030"),
    ("vfd-escpos", "VFD 2×20 Epson ESC/POS"),
)


class PoleFields(QWidget):
    """Port and model; the speed is the model's, unless the settings say another."""

    def __init__(self) -> None:
        super().__init__()
        self._settings = PoleSettings()
        self._ports: tuple[SerialPort, ...] = ()
        self._port, self._model = QComboBox(), QComboBox()
        for id_, name in MODELS:
            self._model.addItem(name, id_)
        self._port_label, self._model_label = Labelled("", self._port), Labelled("", self._model)
        line = row(self)
        line.addWidget(self._port_label, 1)
        line.addWidget(self._model_label, 1)

    def show_settings(self, settings: PoleSettings) -> None:
        """Put these into the fields."""
        self._settings = settings
        if self._model.findData(settings.model) < 0:
            self._model.addItem(settings.model, settings.model)
        self._model.setCurrentIndex(self._model.findData(settings.model))
        self._fill(settings.port)

    def settings(self) -> PoleSettings:
        """What stands in the fields."""
        update = {"port": self._port.currentData() or "", "model": self._model.currentData()}
        return self._settings.model_copy(update=update)

    def show_ports(self, ports: Sequence[SerialPort]) -> None:
        """The serial ports there are now; one that is not plugged in stays."""
        self._ports = tuple(ports)
        self._fill(self._port.currentData() or "")

    def retranslate(self) -> None:
        """Every text again."""
        self._port_label.set_caption(self.tr("Pole display on serial port"))
        self._model_label.set_caption(self.tr("Model of the display"))
        self._fill(self._port.currentData() or "")

    def _fill(self, chosen: str) -> None:
        self._port.clear()
        self._port.addItem(self.tr("None"), "")
        for port in self._ports:
            self._port.addItem(f"{port.device}   {port.description}".strip(), port.device)
        if self._port.findData(chosen) < 0:
            self._port.addItem(self.tr("{port} (not plugged in)").format(port=chosen), chosen)
        self._port.setCurrentIndex(self._port.findData(chosen))
