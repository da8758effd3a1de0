"""Signals from the devices' threads to the GUI thread."""

from PySide6.QtCore import QObject, Signal


class Bridge(QObject):
    """Device threads emit, the window listens; Qt queues between the threads.

    `scanned(ScanEvent)`, `scanner_state(name, SourceState, detail)`, `printer_state(PrinterCondition, detail)`,
    `pole_state(SourceState)`, `slips_waiting(count)`, `second_copy(what is wrong with the second journal, or nothing)`;
    from the sync thread `office_status(OfficeStatus)`, `lease_came(wallet)`, `fed(names of streams that brought news)`.
    """

    scanned = Signal(object)
    scanner_state = Signal(str, object, str)
    printer_state = Signal(object, str)
    pole_state = Signal(object)
    slips_waiting = Signal(int)
    second_copy = Signal(str)
    office_status = Signal(object)
    lease_came = Signal(str)
    fed = Signal(object)
