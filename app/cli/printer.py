"""`membertill printer`: a simulated receipt printer that draws each slip as a picture."""

from collections.abc import Sequence

from app.devices.printer.simulator.__main__ import main


def printer(arguments: Sequence[str]) -> int:
    """Serve until interrupted; the simulator has its own arguments and help."""
    return main(arguments)
