"""The receipt printer: the settings' own page, over a bench that needs no shop."""

from collections.abc import Sequence
from dataclasses import replace

from app.ports.device_bench import PrinterTrial, SerialPort
from app.ports.set_up import PrinterBench
from app.settings import PrinterSettings, ShopSettings
from app.ui.relay import Relay
from app.ui.settings.printer_page import PrinterPage
from app.ui.widgets.panel import column
from app.ui.wizard.page import WizardPage
from app.ui.wizard.presenter import Answers


class DevicesPage(WizardPage):
    """What stands in its fields is taken when the page is left."""

    def __init__(self, bench: PrinterBench) -> None:
        super().__init__()
        self._bench, self._relay = bench, Relay(self)
        self._printer = PrinterPage()
        self._printer.show_models(bench.printer_models())
        self._printer.trial_wanted.connect(self._try)
        self._printer.ports_wanted.connect(self._find_ports)
        column(self).addWidget(self._printer)

    def show_answers(self, answers: Answers) -> None:
        """The printer so far."""
        self._printer.show_settings(ShopSettings(printer=answers.printer))

    def answers(self, so_far: Answers) -> Answers:
        """With the printer."""
        return replace(so_far, printer=self._printer.printer())

    def begin(self) -> None:
        """Look for ports; they may have been plugged in a moment ago."""
        self._printer.setFocus()
        self._find_ports()

    def retranslate(self) -> None:
        """Every text again."""
        self._printer.retranslate()

    def _find_ports(self) -> None:
        self._relay.follow(self._bench.serial_ports(), self._show_ports, self._trouble)

    def _show_ports(self, ports: Sequence[SerialPort]) -> None:
        self._printer.show_ports(ports)

    def _try(self, printer: PrinterSettings) -> None:
        self._printer.show_trying()
        self._relay.follow(self._bench.try_printer(printer), self._show_trial, self._trouble)

    def _show_trial(self, trial: PrinterTrial) -> None:
        self._printer.show_trial(trial)

    def _trouble(self, error: BaseException) -> None:
        self._printer.show_trouble(str(error))
