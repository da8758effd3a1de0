"""The latest word of the devices and of head office, brought to the strip."""

from PySide6.QtCore import QObject, Signal

from app.ports.head_office import OfficeStatus
from app.ports.printer import PrinterCondition
from app.ports.scanner import SourceState
from app.settings import ShopSettings
from app.ui.bridge import Bridge
from app.ui.status.strip import StatusStrip
from app.ui.status.till_status import TillStatus


class StatusNews(QObject):
    """Keeps the status, shows it in the strip, and says what more than the strip should know.

    `printer_changed()`, `pole_gone()`, `office_changed(OfficeStatus)`: after the strip shows it.
    """

    printer_changed = Signal()
    pole_gone = Signal()
    office_changed = Signal(object)

    def __init__(self, parent: QObject, status: TillStatus, strip: StatusStrip) -> None:
        super().__init__(parent)
        self._status, self._strip = status, strip

    def connect_to(self, bridge: Bridge) -> None:
        """Listen to the devices' threads."""
        bridge.scanner_state.connect(self._scanner_state)
        bridge.printer_state.connect(self._printer_state)
        bridge.pole_state.connect(self._pole_state)
        bridge.slips_waiting.connect(self._slips_waiting)
        bridge.second_copy.connect(self._second_copy)
        bridge.office_status.connect(self._office_status)

    def settings_changed(self, settings: ShopSettings) -> None:
        """A device that is set up no longer has nothing more to say."""
        if settings.printer.connection == "none":
            self._status.printer = None
        if not settings.pole.port:
            self._status.pole_is_gone = False
        self._strip.refresh()

    def _scanner_state(self, name: str, state: SourceState, _detail: str) -> None:
        self._status.sources[name] = state
        self._strip.refresh()

    def _printer_state(self, condition: PrinterCondition, _detail: str) -> None:
        self._status.printer = condition
        self._strip.refresh()
        self.printer_changed.emit()

    def _pole_state(self, state: SourceState) -> None:
        self._status.pole_is_gone = state is SourceState.UNPLUGGED
        self._strip.refresh()
        if self._status.pole_is_gone:
            self.pole_gone.emit()

    def _slips_waiting(self, count: int) -> None:
        self._status.slips_waiting = count
        self._strip.refresh()

    def _second_copy(self, fault: str) -> None:
        self._status.second_copy_fault = fault
        self._strip.refresh()

    def _office_status(self, status: OfficeStatus) -> None:
        self._status.office = status
        self._strip.refresh()
        self.office_changed.emit(status)
