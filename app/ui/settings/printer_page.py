"""The receipt printer: how it is reached, what it can do, and a page to try it."""

from collections.abc import Sequence

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QComboBox

from app.ports.device_bench import PrinterModel, PrinterPlace, PrinterTrial, SerialPort
from app.settings import PrinterSettings, ShopSettings
from app.ui.settings.conditions import condition_words
from app.ui.settings.page import SettingsPage, choose_number, numbers_box
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.choice import Choice
from app.ui.widgets.field import Labelled, TextField
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.panel import row

_CONNECTIONS = ("none", "virtual", "tcp", "serial", "usb", "system", "file")
_FOUND = {"usb", "system"}
_YES, _NO = "yes", "no"
_BAUDS = (9_600, 19_200, 38_400, 57_600, 115_200)


class PrinterPage(SettingsPage):
    """`trial_wanted(PrinterSettings)` tries what stands in the fields, saved or not."""

    trial_wanted = Signal(object)
    ports_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ports: tuple[SerialPort, ...] = ()
        self._places: tuple[PrinterPlace, ...] = ()
        self._models: tuple[PrinterModel, ...] = ()
        self._build_connection()
        self._build_model()
        self._build_trial()
        self.close_column()
        self.retranslate()

    def show_settings(self, settings: ShopSettings) -> None:
        """Put these into the fields."""
        printer = settings.printer
        self._connection.set_value(printer.connection)
        self._host.setText(printer.address if printer.connection == "tcp" else "")
        self._file.setText(printer.address if printer.connection == "file" else "")
        self._port.setText(str(printer.port))
        self._choose_device(printer.address if printer.connection == "serial" else "")
        self._choose_place(printer.address if printer.connection in _FOUND else "")
        choose_number(self._baud, printer.baud)
        self._choose_model(printer.profile)
        self._answers.set_value(_YES if printer.asks_status else _NO)
        self._show_fields()

    def changed(self, settings: ShopSettings) -> ShopSettings:
        """With the printer."""
        return settings.model_copy(update={"printer": self.printer()})

    def printer(self) -> PrinterSettings:
        """What stands in the fields."""
        return PrinterSettings.model_validate(
            {
                "connection": self._connection.value(),
                "address": self._address(),
                "port": int(self._port.text() or 0) or 9_100,
                "baud": self._baud.currentData(),
                "profile": self._model.currentData() or "generic-80",
                "has_status": self._has_status(),
            }
        )

    def show_models(self, models: Sequence[PrinterModel]) -> None:
        """The printers to choose from."""
        self._models = tuple(models)
        chosen = self._model.currentData()
        self._model.clear()
        for model in models:
            words = self.tr("{name} · {columns} columns").format(name=model.name, columns=model.columns)
            if model.draws_chinese:
                words = self.tr("{model} · Chinese as images").format(model=words)
            self._model.addItem(words, model.id)
        if chosen:
            self._choose_model(chosen)

    def show_ports(self, ports: Sequence[SerialPort]) -> None:
        """The serial ports there are now."""
        self._ports = tuple(ports)
        self._choose_device(self._device.currentData() or "")

    def show_places(self, places: Sequence[PrinterPlace]) -> None:
        """The printers there are now, on the USB bus and in this computer's own list."""
        chosen = self._found.currentData() or ""
        self._places = tuple(places)
        self._choose_place(chosen)

    def choose_place(self, place: PrinterPlace) -> None:
        """Put a printer that was found into the fields; it is kept when the settings are saved."""
        chosen = {"connection": place.connection, "address": place.address, "port": 9_100, "has_status": None}
        self.show_settings(ShopSettings(printer=self.printer().model_copy(update=chosen)))

    def show_trying(self) -> None:
        """Bytes are on their way."""
        self._try.setEnabled(False)
        self._notice.tell(self.tr("Trying the printer …"), "", Tone.PLAIN, stays=True)

    def show_trial(self, trial: PrinterTrial) -> None:
        """How it went."""
        self._try.setEnabled(True)
        what, remedy, tone = condition_words(trial.condition)
        self._notice.tell(what, f"{remedy} {trial.detail}".strip(), tone, stays=True)

    def show_trouble(self, detail: str) -> None:
        """It could not even be asked."""
        self._try.setEnabled(True)
        self._notice.tell(self.tr("The printer could not be reached"), detail, Tone.BAD, stays=True)

    def retranslate(self) -> None:
        """Every text again."""
        self._place.set_words(
            self.tr("Receipt printer"), self.tr("A printer that is off or out of paper never holds up a sale.")
        )
        self._test.set_words(
            self.tr("Try it"), self.tr("Prints a page with Chinese, figures, a QR code, the cut, and opens the drawer.")
        )
        self._connection.set_words(
            (
                self.tr("None"),
                self.tr("On screen"),
                self.tr("Network"),
                self.tr("Serial"),
                self.tr("USB"),
                self.tr("Installed"),
                self.tr("Device file"),
            )
        )
        self.show_models(self._models)
        self._connection_label.set_caption(self.tr("Connection"))
        self._host_label.set_caption(self.tr("Address in the network"))
        self._port_label.set_caption(self.tr("Port"))
        self._device_label.set_caption(self.tr("Serial port"))
        self._baud_label.set_caption(self.tr("Baud"))
        self._file_label.set_caption(self.tr("Device file"))
        self._found_label.set_caption(self.tr("Printer; installed ones are those of this computer's own settings"))
        self._model_label.set_caption(self.tr("Model; the generic ones fit most ESC/POS printers"))
        self._again.setText(self.tr("Look again"))
        self._answers_label.set_caption(self.tr("Does it say when it is out of paper or off?"))
        self._answers.set_words((self.tr("Yes, ask it"), self.tr("No, just send")))
        self._try.setText(self.tr("Print test page"))

    def _build_connection(self) -> None:
        self._place = self.add_card()
        self._connection = Choice(_CONNECTIONS)
        self._connection.changed.connect(self._connection_changed)
        self._connection_label = Labelled("", self._connection)
        self._host, self._file = TextField("192.168.1.87"), TextField("/dev/usb/lp0")
        self._port = TextField("9100")
        self._port.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,5}"), self))
        self._port.setMaximumWidth(160)
        self._device, self._baud = QComboBox(), numbers_box(_BAUDS)
        self._again = Button("", icon=Icon.SEARCH)
        self._again.clicked.connect(self.ports_wanted)
        self._host_label, self._port_label = Labelled("", self._host), Labelled("", self._port)
        self._device_label, self._baud_label = Labelled("", self._device), Labelled("", self._baud)
        self._file_label = Labelled("", self._file)
        self._found = QComboBox()
        self._found_label = Labelled("", self._found)
        self._place.fields.addWidget(self._connection_label)
        line = row(spacing=Space.M)
        for part, share in (
            (self._host_label, 3),
            (self._port_label, 1),
            (self._device_label, 3),
            (self._baud_label, 1),
            (self._file_label, 3),
            (self._found_label, 3),
        ):
            line.addWidget(part, share)
        line.addWidget(self._again, alignment=Qt.AlignmentFlag.AlignBottom)
        self._place.fields.addLayout(line)
        self._answers = Choice((_YES, _NO))
        self._answers_label = Labelled("", self._answers)
        self._place.fields.addWidget(self._answers_label)

    def _build_model(self) -> None:
        self._model = QComboBox()
        self._model_label = Labelled("", self._model)
        self._place.fields.addWidget(self._model_label)

    def _build_trial(self) -> None:
        self._test = self.add_card()
        self._notice = NoticeBar()
        self._try = Button("", Kind.SECONDARY, icon=Icon.PRINTER, key="F8", size=Size.LARGE)
        self._try.bind_key(self)
        self._try.clicked.connect(lambda: self.trial_wanted.emit(self.printer()))
        self._test.fields.addWidget(self._notice)
        self._test.fields.addWidget(self._try)

    def _address(self) -> str:
        by_connection = {"tcp": self._host.text(), "file": self._file.text(), "serial": self._device.currentData()}
        by_connection |= dict.fromkeys(_FOUND, self._found.currentData())
        return (by_connection.get(self._connection.value()) or "").strip()

    def _connection_changed(self, connection: str) -> None:
        self._answers.set_value(_usual_answer(connection))
        self._choose_place("")
        self._show_fields()

    def _has_status(self) -> bool | None:
        answer = self._answers.value()
        return None if answer == _usual_answer(self._connection.value()) else answer == _YES

    def _show_fields(self) -> None:
        connection = self._connection.value()
        for part in (self._host_label, self._port_label):
            part.setVisible(connection == "tcp")
        for part in (self._device_label, self._baud_label):
            part.setVisible(connection == "serial")
        self._found_label.setVisible(connection in _FOUND)
        self._again.setVisible(connection in {"serial", *_FOUND})
        self._file_label.setVisible(connection == "file")
        self._answers_label.setVisible(connection in {"tcp", "serial", "file", "usb"})
        self._try.setEnabled(connection != "none")

    def _choose_device(self, device: str) -> None:
        self._device.clear()
        known = [port.device for port in self._ports]
        for port in self._ports:
            self._device.addItem(f"{port.device}   {port.description}".strip(), port.device)
        if device and device not in known:
            self._device.addItem(self.tr("{port} (not plugged in)").format(port=device), device)
        self._device.setCurrentIndex(max(0, self._device.findData(device)))

    def _choose_place(self, address: str) -> None:
        """The printers of the chosen connection, and the one that is set even where it is not there now."""
        self._found.clear()
        places = [place for place in self._places if place.connection == self._connection.value()]
        for place in places:
            self._found.addItem(f"{place.address}   {place.description}".strip(), place.address)
        if address and address not in [place.address for place in places]:
            self._found.addItem(self.tr("{port} (not plugged in)").format(port=address), address)
        self._found.setCurrentIndex(max(0, self._found.findData(address)))

    def _choose_model(self, profile: str) -> None:
        if self._model.findData(profile) < 0:
            self._model.addItem(profile, profile)
        self._model.setCurrentIndex(self._model.findData(profile))


def _usual_answer(connection: str) -> str:
    return _YES if PrinterSettings.model_validate({"connection": connection}).asks_status else _NO
