"""The virtual printer inside the process."""

import pytest

from app.devices.printer.simulator.direct import direct_printer
from app.devices.printer.simulator.virtual_printer import VirtualPrinter
from app.ports.printer import PrinterCondition, PrinterFault


def test_slips_come_out_and_the_state_is_told() -> None:
    printer = VirtualPrinter(32)
    transport = direct_printer(printer)
    assert (transport.name, transport.status()) == ("virtual", PrinterCondition.READY)
    transport.send(b"\x1b@A\n")
    assert [slip.lines for slip in printer.slips] == [["A"]]
    printer.set_sensors(cover_open=True)
    with pytest.raises(PrinterFault) as caught:
        transport.send(b"\x1b@B\n")
    assert caught.value.condition is PrinterCondition.COVER_OPEN
    assert printer.complaints == []
