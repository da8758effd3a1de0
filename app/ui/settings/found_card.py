"""What is plugged in or listens in the network and can be used, and the search for it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.ports.device_bench import PrinterPlace, SerialPort
from app.ui.settings.page import TitledCard
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.button import Button
from app.ui.widgets.panel import clear, column, row
from app.ui.widgets.text import Text


class FoundCard(TitledCard):
    """`printer_wanted(PrinterPlace)` and `port_wanted(device)` choose what was found; nothing is kept by that."""

    look_wanted = Signal()
    search_wanted = Signal()
    stop_wanted = Signal()
    printer_wanted = Signal(object)
    port_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._ports: tuple[SerialPort, ...] = ()
        self._places: tuple[PrinterPlace, ...] = ()
        self._in_network: tuple[PrinterPlace, ...] = ()
        self._list = column(spacing=Space.XS)
        self._progress = Text("", tone=Tone.SOFT, wraps=True)
        self._look, self._search, self._stop = Button("", icon=Icon.SEARCH), Button("", icon=Icon.PRINTER), Button("")
        for button, wanted in (
            (self._look, self.look_wanted),
            (self._search, self.search_wanted),
            (self._stop, self.stop_wanted),
        ):
            button.clicked.connect(wanted)
        self._stop.hide()
        line = row(spacing=Space.S)
        for part in (self._look, self._search, self._stop):
            line.addWidget(part)
        line.addStretch(1)
        self.fields.addLayout(line)
        self.fields.addWidget(self._progress)
        self.fields.addLayout(self._list)
        self._progress.hide()

    def show_ports(self, ports: Sequence[SerialPort]) -> None:
        """The serial ports there are now."""
        self._ports = tuple(ports)
        self._fill()

    def show_places(self, places: Sequence[PrinterPlace]) -> None:
        """The printers there are now, as far as they are plugged in or installed."""
        self._places = tuple(places)
        self._fill()

    def show_search(self, asked: int, total: int) -> None:
        """So many of the network's addresses were asked."""
        self._say(self.tr("{asked} of {total} addresses asked …").format(asked=asked, total=total))
        self._search.setEnabled(False)
        self._stop.show()

    def show_in_network(self, places: Sequence[PrinterPlace]) -> None:
        """What was found there."""
        self._in_network = tuple(places)
        self._search.setEnabled(True)
        self._stop.hide()
        self._say("" if places else self.tr("No printer answered in the network. Is it switched on and plugged in?"))
        self._fill()

    def retranslate(self) -> None:
        """Every text again."""
        self.set_words(
            self.tr("Found here"), self.tr("Choose what belongs to this till; F12 saves, and it is in use at once.")
        )
        self._look.setText(self.tr("Look again"))
        self._search.setText(self.tr("Search the network for printers"))
        self._stop.setText(self.tr("Stop"))
        self._fill()

    def _say(self, words: str) -> None:
        self._progress.setText(words)
        self._progress.setVisible(bool(words))

    def _fill(self) -> None:
        clear(self._list)
        for place in (*self._places, *self._in_network):
            words = self.tr("Printer {address}").format(address=f"{place.address} {place.description}".strip())
            self._list.addLayout(self._line(words, self.tr("Print here"), lambda p=place: self.printer_wanted.emit(p)))
        for port in self._ports:
            words = self.tr("Serial port {port}").format(port=f"{port.device} {port.description}".strip())
            self._list.addLayout(
                self._line(words, self.tr("Scanner is here"), lambda d=port.device: self.port_wanted.emit(d))
            )
        if not (self._places or self._in_network or self._ports):
            self._list.addWidget(Text(self.tr("Nothing but the keyboard was found."), tone=Tone.FAINT))

    def _line(self, words: str, use: str, then: object) -> QHBoxLayout:
        line = row(spacing=Space.M)
        line.addWidget(Text(words, wraps=True), 1)
        button = Button(use)
        button.clicked.connect(then)
        line.addWidget(button)
        return line
